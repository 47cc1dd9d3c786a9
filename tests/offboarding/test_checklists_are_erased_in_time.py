from datetime import timedelta
from uuid import uuid4

from tests.cast import NOW, TODAY
from tests.departures.cases import BY
from tests.offboarding.cases import begun
from uitzicht.departures.models import Departure
from uitzicht.offboarding.erasing import checklists_due, erase_checklists, property_due
from uitzicht.offboarding.models import Checklist, Property, Task, TaskLink
from uitzicht.offboarding.services import ask_owners, hand_out, start_checklist, take_back
from uitzicht.privacy.models import AuditEntry


def test_a_checklist_goes_with_the_notes_of_the_conversation(cast):
    checklist = begun(cast)
    ask_owners(checklist, by=BY, at=NOW)
    ends_on = checklist.departure.ends_on
    assert not checklists_due(ends_on.replace(year=ends_on.year + 1)).exists()
    later = NOW + timedelta(days=400)
    assert erase_checklists(by=BY, at=later) == 1
    assert [model.objects.count() for model in (Checklist, Task, TaskLink)] == [0, 0, 0]
    entry = AuditEntry.objects.first()
    assert (entry.action, entry.detail) == ("retention.erased", {"kind": "checklists", "count": 1})
    assert erase_checklists(by=BY, at=later) == 0


def test_what_came_back_goes_along_and_what_is_still_out_stays(cast):
    begun(cast)
    back = hand_out(cast.leaver, kind="laptop", label="LT-7", on=None, by=BY, at=NOW)
    take_back(back, signed_by="Sofie", condition="", by=BY, at=NOW)
    out = hand_out(cast.leaver, kind="key", label="", on=None, by=BY, at=NOW)
    erase_checklists(by=BY, at=NOW + timedelta(days=400))
    assert list(Property.objects.all()) == [out]


def test_who_came_back_and_leaves_again_keeps_what_belongs_to_the_second_time(cast):
    first = begun(cast)
    Departure.objects.filter(pk=first.departure_id).update(
        stage="coded",
        notified_on=TODAY - timedelta(days=900),
        ends_on=TODAY - timedelta(days=800),
        last_day_worked_on=TODAY - timedelta(days=801),
        earliest_on=None,
        target_on=None,
        latest_on=None,
    )
    back = hand_out(cast.leaver, kind="laptop", label="LT-7", on=None, by=BY, at=NOW)
    take_back(back, signed_by="Sofie", condition="", by=BY, at=NOW)
    second = Departure.objects.get(pk=first.departure_id)
    second.pk, second.ends_on, second.stage = uuid4(), TODAY + timedelta(days=21), "registered"
    second._state.adding = True
    second.save()
    start_checklist(second, by=BY, at=NOW)
    assert list(checklists_due(TODAY)) == [first]
    assert not property_due(TODAY).exists()
