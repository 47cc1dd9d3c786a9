import pytest
from django.urls import reverse
from django.utils import timezone

from tests.cast import NOW
from tests.departures.cases import BY, register, register_from_today, schedule
from tests.offboarding.cases import refused
from uitzicht.offboarding.farewell import queries, services
from uitzicht.offboarding.farewell.vocabulary import NEXT, ReferenceState
from uitzicht.offboarding.models import Reference
from uitzicht.people.models import RoleGrant
from uitzicht.people.vocabulary import Role
from uitzicht.planning.models import Appointment
from uitzicht.privacy.models import AuditEntry


def ask(departure, **changes):
    asked = {"form": "letter", "wanted_from": "Els Maes", "by": "leaver", "at": NOW}
    return services.ask_reference(departure, **(asked | changes))


def settle(reference, state, writer="Els Maes"):
    services.settle_reference(reference, state=state, writer=writer, by=BY, at=NOW)
    reference.refresh_from_db()
    return reference.state


def test_the_workflow_names_every_state():
    assert set(NEXT) == set(ReferenceState)
    assert set().union(*NEXT.values()) == set(ReferenceState)


def test_a_request_is_promised_and_given(cast):
    reference = ask(register(cast.leaver))
    assert settle(reference, "promised") == "promised"
    assert settle(reference, "given") == "given"
    assert reference.settled_by == BY
    lines = AuditEntry.objects.filter(action__startswith="reference.")
    assert [line.action for line in lines.order_by("pk")] == ["reference.asked", *["reference.settled"] * 2]
    assert not [line.detail for line in lines if line.detail]


def test_what_was_given_goes_back_one_step_only(cast):
    reference = ask(register(cast.leaver))
    settle(reference, "given")
    with refused("reference.no_way"):
        settle(reference, "declined")
    assert settle(reference, "promised") == "promised"


def test_the_interviewer_writes_no_reference(cast):
    departure = register(cast.leaver)
    schedule(departure, cast)
    with refused("reference.interviewer_writes"):
        settle(ask(departure), "promised", writer=f" {cast.interviewer.name.upper()} ")


def test_three_requests_are_enough(cast):
    departure = register(cast.leaver)
    for _ in range(3):
        ask(departure)
    with refused("reference.enough"):
        ask(departure)


def test_a_request_can_be_taken_back_until_it_is_answered(cast):
    departure = register(cast.leaver)
    given = ask(departure)
    settle(given, "given")
    with refused("reference.settled"):
        services.take_back_reference(given, by="leaver", at=NOW)
    services.take_back_reference(ask(departure), by="leaver", at=NOW)
    assert list(Reference.objects.all()) == [given]


@pytest.mark.parametrize("who", ["interviewer", "leader", "guardian", "admin", "prevention", "outsider"])
def test_the_interviewer_and_others_find_no_page(cast, signed_in, who):
    departure = register_from_today(cast.leaver)
    schedule(departure, cast, at=timezone.now())
    ask(departure)
    address = reverse("references", args=[departure.pk])
    assert signed_in(who).get(address).status_code == 404


def test_no_page_that_the_interviewer_opens_tells_of_a_request(cast, signed_in):
    departure = register_from_today(cast.leaver)
    schedule(departure, cast, at=timezone.now())
    ask(departure, wanted_from="Kanarie Els")
    browser = signed_in("interviewer")
    for address in (reverse("departure", args=[departure.pk]), reverse("prepare", args=[departure.pk]), "/"):
        shown = browser.get(address).content.decode()
        assert "Kanarie" not in shown
        assert reverse("references", args=[departure.pk]) not in shown


def test_an_hr_lead_who_holds_the_conversation_finds_no_page_either(cast, signed_in):
    departure = register_from_today(cast.leaver)
    RoleGrant.objects.create(user=cast.interviewer, role=Role.HR_LEAD)
    address = reverse("references", args=[departure.pk])
    assert signed_in("interviewer").get(address).status_code == 200
    schedule(departure, cast, at=timezone.now())
    assert signed_in("interviewer").get(address).status_code == 404
    assert signed_in("hr_lead").get(address).status_code == 200
    Appointment.objects.update(cancelled_at=timezone.now())
    assert signed_in("interviewer").get(address).status_code == 200


def test_where_only_the_interviewer_could_read_it_nothing_can_be_asked(cast):
    departure = register(cast.leaver)
    appointment = schedule(departure, cast)
    assert queries.reference_desk(departure)
    Appointment.objects.update(interviewer=cast.hr_lead)
    appointment.refresh_from_db()
    departure.refresh_from_db()
    assert not queries.reference_desk(departure)
    with refused("reference.no_desk"):
        ask(departure)


def test_hr_notes_a_request_and_settles_it_on_one_page(cast, signed_in):
    browser, departure = signed_in("hr_lead"), register_from_today(cast.leaver)
    address = reverse("references", args=[departure.pk])
    browser.post(address, {"form": "contact", "wanted_from": "Jan"})
    reference = Reference.objects.get()
    assert list(queries.references_waiting(cast.hr_lead)) == [reference]
    name = f"reference-{reference.pk}"
    browser.post(address, {"reference": reference.pk, f"{name}-writer": "Jan Peeters", f"{name}-state": "promised"})
    reference.refresh_from_db()
    assert (reference.state, reference.writer) == ("promised", "Jan Peeters")
    assert not queries.references_waiting(cast.hr_lead).exists()
    assert "Jan Peeters" in browser.get(address).content.decode()


def test_a_refusal_stands_beside_its_request(cast, signed_in):
    departure = register_from_today(cast.leaver)
    schedule(departure, cast, at=timezone.now())
    reference = ask(departure)
    name = f"reference-{reference.pk}"
    data = {"reference": reference.pk, f"{name}-writer": cast.interviewer.name, f"{name}-state": "promised"}
    answer = signed_in("hr_lead").post(reverse("references", args=[departure.pk]), data)
    assert "cannot write the reference" in answer.content.decode()
