from datetime import date, timedelta

import pytest

from tests.departures.cases import register
from tests.followups.cases import BY, DUE, ENDED, left, mailed, on, planned
from uitzicht.departures.consents import consents_of, give_consent, withdraw_consent
from uitzicht.departures.vocabulary import Purpose, Stage
from uitzicht.followups.models import FollowUp
from uitzicht.followups.services import plan_follow_ups, send_due
from uitzicht.people.models import Position
from uitzicht.privacy.models import AuditEntry
from uitzicht.privacy.policies import decide_policy

AFTER = ENDED + timedelta(days=1)


def plan(day=AFTER):
    return plan_follow_ups(by=BY, at=on(day))


def decide(months):
    decide_policy(by=BY, at=on(AFTER), reason="The works council agreed.", follow_up_months=months)


def test_it_is_due_so_many_months_after_the_contract_as_the_settings_say(cast):
    departure = left(cast.leaver)
    assert plan() == 1
    assert departure.follow_up.due_on == DUE


@pytest.mark.parametrize(("months", "due"), [(3, date(2026, 6, 30)), (12, date(2027, 3, 31))])
def test_another_setting_moves_what_was_not_mailed_yet(cast, months, due):
    follow_up = planned(cast.leaver)
    decide(months)
    assert plan() == 0
    follow_up.refresh_from_db()
    assert follow_up.due_on == due


def test_a_shorter_period_never_makes_a_plan_lapse(cast):
    follow_up = planned(cast.leaver)
    decide(3)
    plan(date(2026, 8, 31))
    follow_up.refresh_from_db()
    assert follow_up.due_on == DUE


def test_what_was_mailed_does_not_move(cast):
    follow_up = mailed(cast.leaver)
    decide(12)
    plan(DUE)
    follow_up.refresh_from_db()
    assert follow_up.due_on == DUE


def test_planning_again_changes_nothing(cast):
    left(cast.leaver)
    assert [plan(), plan(), plan()] == [1, 0, 0]
    assert AuditEntry.objects.filter(action="follow_up.planned").count() == 1


def test_nobody_is_planned_before_the_contract_has_ended(cast):
    left(cast.leaver)
    assert plan(ENDED) == 0


def test_nobody_is_planned_without_consent(cast):
    left(cast.leaver, agreed=False)
    assert plan() == 0


def test_without_follow_ups_in_the_settings_none_is_planned_and_none_is_mailed(cast, mailoutbox):
    planned(cast.leaver)
    left(cast.colleague)
    decide(0)
    assert plan() == 0
    assert send_due(by=BY, at=on(DUE)) == 0
    assert not mailoutbox


def test_nobody_is_asked_after_a_death_or_a_cancelled_departure(cast):
    for person, change in ((cast.leaver, {"kind": "death"}), (cast.colleague, {"stage": Stage.CANCELLED})):
        departure = left(person)
        type(departure).objects.filter(pk=departure.pk).update(**change)
    assert plan() == 0


def test_nobody_is_asked_who_came_back(cast, mailoutbox):
    follow_up = planned(cast.leaver)
    Position.objects.filter(person=cast.leaver).update(valid_to=AFTER)
    Position.objects.create(person=cast.leaver, unit=cast.techniek, valid_from=date(2026, 6, 1))
    assert send_due(by=BY, at=on(follow_up.due_on)) == 0
    assert not mailoutbox


def test_a_consent_taken_back_before_any_mail_leaves_no_plan_and_can_be_given_again(cast):
    departure = planned(cast.leaver).departure
    withdraw_consent(departure, Purpose.FOLLOW_UP, by="leaver", at=on(AFTER))
    plan()
    assert not FollowUp.objects.exists()
    give_consent(departure, Purpose.FOLLOW_UP, by="leaver", at=on(AFTER))
    assert plan() == 1


def test_a_consent_taken_back_after_a_mail_stops_it_for_good(cast, mailoutbox):
    follow_up = mailed(cast.leaver)
    withdraw_consent(follow_up.departure, Purpose.FOLLOW_UP, by="leaver", at=on(DUE))
    plan(DUE)
    give_consent(follow_up.departure, Purpose.FOLLOW_UP, by="leaver", at=on(DUE))
    send_due(by=BY, at=on(DUE + timedelta(days=15)))
    follow_up.refresh_from_db()
    assert follow_up.stopped_at
    assert follow_up.token_hash == ""
    assert len(mailoutbox) == 1


def test_a_consent_taken_back_stops_mails_even_before_the_next_plan(cast, mailoutbox):
    follow_up = planned(cast.leaver)
    withdraw_consent(follow_up.departure, Purpose.FOLLOW_UP, by="leaver", at=on(AFTER))
    assert consents_of(follow_up.departure) == set()
    assert send_due(by=BY, at=on(DUE)) == 0
    assert not mailoutbox


def test_many_leavers_take_no_more_statements_than_one(cast, django_assert_max_num_queries):
    for _ in range(8):
        left(cast.another_person(private_email="someone@example.org"))
    with django_assert_max_num_queries(14):
        assert plan() == 8


def test_a_departure_of_long_ago_is_not_planned_any_more(cast):
    departure = register(cast.leaver)
    give_consent(departure, Purpose.FOLLOW_UP, by="leaver", at=on(ENDED))
    assert plan(DUE + timedelta(days=61)) == 0
