from datetime import timedelta

from tests.cast import NOW
from tests.departures.cases import BY, register
from uitzicht.offboarding.erasing import erase_checklists
from uitzicht.offboarding.farewell import services
from uitzicht.offboarding.farewell.final_mail import send_final_mails
from uitzicht.offboarding.models import Card, Farewell, FinalMail, Reference
from uitzicht.privacy.models import AuditEntry

KINDS = (Farewell, Card, Reference, FinalMail)


def test_it_goes_with_the_notes_of_the_conversation_also_without_a_checklist(cast):
    departure = register(cast.leaver)
    services.note_wish(departure, wish="small", note="Taart", by="leaver", at=NOW)
    services.write_card(departure, language="nl", text="Dank.", signed_by="", by=BY, at=NOW)
    services.ask_reference(departure, form="letter", wanted_from="", by="leaver", at=NOW)
    send_final_mails(by=BY, at=NOW + timedelta(days=17))
    erase_checklists(by=BY, at=NOW + timedelta(days=200))
    assert [kind.objects.count() for kind in KINDS] == [1, 1, 1, 1]
    erase_checklists(by=BY, at=NOW + timedelta(days=400))
    assert [kind.objects.count() for kind in KINDS] == [0, 0, 0, 0]
    assert AuditEntry.objects.filter(action="retention.erased").first().detail == {"kind": "farewells", "count": 4}
