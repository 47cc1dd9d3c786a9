from datetime import date, timedelta

import pytest
from django.urls import reverse
from django.utils import timezone

from tests.alumni.cases import left
from tests.people.lists import ANN, BERT, DAY, imported, planned
from uitzicht.core.refusal import Refusal
from uitzicht.people import queries, services
from uitzicht.people.models import Person, Position
from uitzicht.privacy.models import AuditEntry
from uitzicht.release.staff.stays import observed_from, stays
from uitzicht.release.staff.turnover import turnover

ENDED = ANN | {"Uit dienst": "30/06/2024"}
BACK = ANN | {"In dienst": "01/03/2026", "Afdeling": "Techniek"}
TODAY = timezone.localdate()
START = TODAY - timedelta(days=100)
END = TODAY - timedelta(days=400)


def periods(person):
    return [(one.unit.name, one.valid_from, one.valid_to) for one in person.positions.order_by("valid_from")]


@pytest.mark.django_db
@pytest.mark.parametrize("complete", [True, False])
@pytest.mark.parametrize("end", [{}, {"Uit dienst": ""}])
def test_a_list_with_the_same_number_and_a_later_start_continues_the_career(complete, end):
    imported(ENDED)
    assert not planned(BACK | end, complete=complete).problems
    imported(BACK | end, complete=complete)
    ann = Person.objects.get()
    assert (ann.started_on, ann.ended_on) == (date(2026, 3, 1), None)
    assert periods(ann) == [
        ("Kade", date(2020, 2, 1), date(2024, 7, 1)),
        ("Techniek", date(2026, 3, 1), None),
    ]
    assert [one.returned_on for one in queries.came_back()] == [date(2026, 3, 1)]


@pytest.mark.django_db
def test_who_never_left_did_not_come_back():
    imported(ANN, BERT)
    imported(ANN | {"Afdeling": "Techniek"}, BERT, on=DAY + timedelta(days=30))
    assert not queries.came_back().exists()


@pytest.fixture
def again(cast):
    """Jan left and came back in Techniek, with the same number."""
    jan = cast.colleague
    left(jan, days=400)
    jan.positions.update(valid_to=END + timedelta(days=1))
    Person.objects.filter(pk=jan.pk).update(started_on=START, ended_on=None)
    Position.objects.create(person=jan, unit=cast.techniek, title="Technicus", valid_from=START)
    return jan


@pytest.fixture
def renumbered(cast):
    """Aya left, and came back with another number."""
    first = cast.another_person(first_name="Aya", ended_on=END)
    first.positions.update(valid_to=END + timedelta(days=1))
    second = cast.another_person(first_name="Aya", unit=cast.techniek, started_on=START)
    for person in (first, second):
        person.last_name = "Maes"
        person.save()
    return first, second


def test_two_stays_are_counted_where_there_was_one(again):
    before, now = (stay for stay in stays(TODAY) if stay.kind or stay.returned)
    assert (before.kind, before.end is not None, before.returned) == ("resignation", True, False)
    assert (now.started_on, now.end, now.returned) == (START, None, True)
    assert before.started_on == date(2019, 9, 2)
    assert [piece.first for piece in now.slices] == [START]


def test_turnover_counts_the_departure_and_the_return(again, cast):
    found = stays(TODAY)
    parents = {
        str(cast.root.pk): None,
        str(cast.terminal.pk): str(cast.root.pk),
        str(cast.kade_noord.pk): str(cast.terminal.pk),
        str(cast.techniek.pk): str(cast.root.pk),
        str(cast.hr.pk): str(cast.root.pk),
    }
    units = turnover(found, parents, observed_from(found), TODAY)["units"]

    def over_all_years(unit, count):
        return sum(count(row) for row in units[str(unit.pk)].values())

    assert over_all_years(cast.kade_noord, lambda row: sum(row["kinds"].values())) == 1
    for unit, times in ((cast.root, 1), (cast.techniek, 1), (cast.kade_noord, 0), (cast.terminal, 0)):
        assert over_all_years(unit, lambda row: row["returned"]) == times, unit


def test_a_return_that_is_still_to_come_is_not_counted_and_the_departure_stays(again):
    Person.objects.filter(pk=again.pk).update(started_on=TODAY + timedelta(days=10))
    Position.objects.filter(person=again, valid_to=None).update(valid_from=TODAY + timedelta(days=10))
    found = [stay for stay in stays(TODAY) if stay.kind]
    assert len(found) == 1
    assert not [stay for stay in stays(TODAY) if stay.returned]


def test_two_records_of_one_human_are_linked_by_hr(renumbered, signed_in):
    first, second = renumbered
    hr = signed_in("hr_lead")
    page = hr.get(reverse("alumni_returned"))
    assert [(one.pk, other.pk) for one, other in page.context["likely"]] == [(first.pk, second.pk)]
    hr.post(reverse("alumni_returned"), {"earlier": first.employee_number, "later": second.employee_number})
    second.refresh_from_db()
    assert second.earlier == first
    ((person, career),) = hr.get(reverse("alumni_returned")).context["careers"]
    assert (person.pk, len(career)) == (second.pk, 2)
    assert not hr.get(reverse("alumni_returned")).context["likely"]
    assert AuditEntry.objects.filter(action="staff.records_linked", subject=f"person:{second.pk}").count() == 1
    assert [stay.started_on for stay in stays(TODAY) if stay.returned] == [START]


def test_only_one_human_is_linked_and_only_once(renumbered, cast):
    first, second = renumbered
    values = {"by": "Noor", "at": timezone.now()}
    for earlier, later, code in (
        (second, first, "staff.not_the_same_human"),
        (cast.leaver, second, "staff.not_the_same_human"),
    ):
        with pytest.raises(Refusal) as refusal:
            services.link_records(earlier, later, **values)
        assert refusal.value.code == code
    services.link_records(first, second, **values)
    other = cast.another_person(started_on=START)
    for earlier, later in ((first, other), (first, second)):
        with pytest.raises(Refusal) as refusal:
            services.link_records(earlier, later, **values)
        assert refusal.value.code == "staff.linked_already"


def test_an_unknown_number_links_nobody(renumbered, signed_in):
    hr = signed_in("hr_lead")
    for values in ({"earlier": "nobody", "later": "1004"}, {}):
        answer = hr.post(reverse("alumni_returned"), values, follow=True)
        assert "Nobody has this number" in answer.content.decode()
    assert not Person.objects.exclude(earlier=None).exists()


def test_the_page_takes_as_many_statements_for_many(cast, signed_in, again, django_assert_max_num_queries):
    hr = signed_in("hr_lead")
    for _ in range(8):
        person = cast.another_person(started_on=START)
        Position.objects.create(person=person, unit=cast.techniek, valid_from=END - timedelta(days=300), valid_to=END)
    with django_assert_max_num_queries(9):
        hr.get(reverse("alumni_returned"))


def test_the_counts_tell_the_year_of_the_return(again, signed_in):
    years = signed_in("guardian").get(reverse("alumni_counts")).context["years"]
    assert [(year.year, year.returned) for year in years] == [(START.year, 1)]
