"""Registering: the end of the contract follows from the notice, with its reasons; HR may overrule it with one."""

from datetime import date, timedelta

import pytest
from django.urls import reverse
from django.utils import timezone

from tests.cast import NOW
from tests.departures.cases import BY, register
from uitzicht.core.calendar import Absence, AbsenceKind
from uitzicht.core.refusal import Refusal
from uitzicht.departures.drafting import draft
from uitzicht.departures.models import Departure
from uitzicht.departures.services import advance, register_departure
from uitzicht.departures.vocabulary import Stage

TODAY = NOW.date()
"""Tuesday 10 March 2026. Sofie works here since 2 September 2019: six years and six months, so ten weeks."""


def drafted(person, *, ends_on=None, on=TODAY, **changes):
    usual = {"kind": "resignation", "notified_on": TODAY}
    return draft(person, ends_on=ends_on, on=on, **(usual | changes))


@pytest.fixture
def answers(cast):
    return {
        "person": "1003",
        "kind": "resignation",
        "notified_on": timezone.localdate().isoformat(),
        "working_days": ["0", "1", "2", "3", "4"],
    }


def submit(browser, answers, **more):
    return browser.post(reverse("departure_new"), answers | more)


def seen_in(response):
    return response.context["dates"].last_day_worked_on.isoformat()


def test_who_resigns_leaves_after_the_weeks_of_the_law(cast):
    found = drafted(cast.leaver)
    assert found.terms.ends_on == date(2026, 5, 24)  # ten weeks from Monday 16 March
    assert not found.differs


def test_a_registered_letter_of_thursday_costs_a_week(cast):
    thursday = TODAY + timedelta(days=2)
    by_hand = drafted(cast.leaver, notified_on=thursday, on=thursday)
    posted = drafted(cast.leaver, notified_on=thursday, on=thursday, service="registered_letter")
    assert posted.proposed_on - by_hand.proposed_on == timedelta(weeks=1)


def test_leave_lengthens_only_the_notice_that_the_organisation_gives(cast):
    resigning = [drafted(cast.leaver, leave_days=days).proposed_on for days in (0, 5)]
    dismissed = [drafted(cast.leaver, kind="dismissal", leave_days=days).proposed_on for days in (0, 5)]
    assert resigning[0] == resigning[1]
    assert dismissed[1] - dismissed[0] == timedelta(days=5)


def test_days_of_a_shorter_week_do_not_lengthen_it_but_are_taken_at_the_end(cast):
    plain = drafted(cast.leaver, kind="dismissal")
    shorter = drafted(cast.leaver, kind="dismissal", reduction_days=5)
    assert shorter.proposed_on == plain.proposed_on
    assert plain.dates.last_day_worked_on - shorter.dates.last_day_worked_on == timedelta(weeks=1)


def test_absence_with_dates_makes_it_stand_still_for_as_long(cast):
    ill = Absence(AbsenceKind.SUSPENDED, date(2026, 4, 7), date(2026, 4, 20))
    plain = drafted(cast.leaver, kind="dismissal")
    assert drafted(cast.leaver, kind="dismissal", absences=(ill,)).proposed_on - plain.proposed_on == timedelta(days=14)


def test_in_the_netherlands_it_ends_with_a_month(cast, settings):
    from dataclasses import replace

    settings.UITZICHT = replace(settings.UITZICHT, country="NL")
    assert drafted(cast.leaver).proposed_on == date(2026, 4, 30)
    assert drafted(cast.leaver, kind="dismissal").proposed_on == date(2026, 5, 31)


def test_who_came_back_counts_from_the_return(cast):
    earlier = register(
        cast.leaver, at=NOW - timedelta(days=900), notified_on=date(2023, 9, 1), ends_on=date(2023, 9, 30)
    )
    advance(earlier, Stage.DECLINED, by=BY, at=NOW)
    position = cast.leaver.positions.get()
    position.valid_to = date(2023, 10, 1)
    position.save()
    cast.leaver.positions.create(unit=cast.kade_noord, valid_from=date(2025, 11, 3))
    assert drafted(cast.leaver).proposed_on == date(2026, 3, 29)  # four months: two weeks
    assert register(cast.leaver, ends_on=date(2026, 3, 29)).pk != earlier.pk


def test_a_kind_without_notice_has_no_proposal(cast):
    for kind in ("mutual_agreement", "other", "end_of_fixed_term", "death"):
        assert drafted(cast.leaver, kind=kind).terms is None
        assert drafted(cast.leaver, kind=kind, ends_on=date(2026, 4, 30)).terms.ends_on == date(2026, 4, 30)


def test_where_the_tables_do_not_reach_the_end_is_asked(cast):
    old_hand = cast.another_person(started_on=date(2001, 1, 8))
    found = drafted(old_hand, kind="dismissal")
    assert found.terms is None
    assert found.proposal.unknown.code == "not_covered"


def test_the_page_shows_the_end_with_its_reasons_and_registers_it(signed_in, answers):
    browser = signed_in("hr_lead")
    shown = submit(browser, answers)
    page = shown.content.decode()
    for words in ("begins on the Monday after that week", "Seniority:", "guidance and no legal advice"):
        assert words in page
    submit(browser, answers, seen=seen_in(shown))
    departure = Departure.objects.get()
    assert departure.ends_on == shown.context["draft"].proposed_on
    assert departure.ends_on_reason == ""


def test_another_end_needs_its_reason(signed_in, answers):
    browser = signed_in("hr_lead")
    other = answers | {"ends_on": (timezone.localdate() + timedelta(days=9)).isoformat()}
    shown = submit(browser, other)
    assert shown.context["draft"].differs
    refused = submit(browser, other, seen=seen_in(shown))
    assert "ends_on_reason" in refused.context["form"].errors
    assert not Departure.objects.exists()
    submit(browser, other, seen=seen_in(shown), ends_on_reason="agreed")
    assert Departure.objects.get().ends_on_reason == "agreed"


def test_a_reason_is_dropped_when_the_end_is_the_proposed_one(cast):
    ends_on = date(2026, 5, 24)
    departure = register(cast.leaver, ends_on=ends_on, proposed_on=ends_on, ends_on_reason="agreed")
    assert departure.ends_on_reason == ""


def test_the_service_itself_refuses_an_end_without_a_reason(cast):
    with pytest.raises(Refusal) as refusal:
        register(cast.leaver, proposed_on=date(2026, 5, 24))
    assert refusal.value.code == "departure.end_unexplained"


@pytest.mark.parametrize(
    ("changes", "field"),
    [
        ({"kind": "mutual_agreement"}, "ends_on"),
        ({"kind": "dismissal", "service": "handed_over"}, "service"),
        ({"off_0_kind": "leave", "off_0_first": "2026-12-01"}, "off_0_last"),
        ({"off_0_kind": "leave", "off_0_first": "2026-12-02", "off_0_last": "2026-12-01"}, "off_0_last"),
        ({"off_1_first": "2026-12-01", "off_1_last": "2026-12-02"}, "off_1_kind"),
    ],
)
def test_what_is_missing_is_said_at_its_field(signed_in, answers, changes, field):
    response = submit(signed_in("hr_lead"), answers, **changes)
    assert field in response.context["form"].errors
    assert response.context["dates"] is None


def test_weeks_that_take_turns_nights_and_absences_are_kept_and_offered_for_change(signed_in, answers):
    browser, today = signed_in("hr_lead"), timezone.localdate()
    more = answers | {
        "alternates": "on",
        "other_week": ["0", "1"],
        "works_nights": "on",
        "off_0_kind": "leave",
        "off_0_first": (today + timedelta(days=3)).isoformat(),
        "off_0_last": (today + timedelta(days=4)).isoformat(),
    }
    submit(browser, more, seen=seen_in(submit(browser, more)))
    departure = Departure.objects.get()
    assert departure.working_days == "1111100/1100000"
    assert departure.works_nights
    assert departure.absences == [["leave", more["off_0_first"], more["off_0_last"]]]
    page = browser.get(reverse("departure", args=[departure.pk])).content.decode()
    assert "in the other week:" in page
    assert "Works at night" in page
    form = browser.get(reverse("departure_change", args=[departure.pk])).context["form"]
    assert form.initial["other_week"] == ["0", "1"]
    assert form.initial["off_0_first"] == today + timedelta(days=3)


def test_registering_needs_no_new_field(cast):
    """Whoever brings departures in from elsewhere gives what they have."""
    departure = register_departure(
        cast.leaver, kind="other", notified_on=TODAY, ends_on=date(2026, 3, 31), by=BY, at=NOW
    )
    assert (departure.working_days, departure.absences) == ("1111100", [])
