from datetime import date, timedelta

import pytest

from uitzicht.demo.generator import invent

ANCHORS = [date(2026, 3, 10), date(2026, 12, 28), date(2028, 2, 29)]


def _told(organisation):
    people = [
        (one.number, one.name, one.birth_year, one.started_on, one.ended_on, tuple(one.stints()))
        for one in organisation.employees
    ]
    exits = [
        (one.leaver.employee.number, one.leaver.kind, one.leaver.ends_on, one.diary, one.destination, repr(one))
        for one in (*organisation.gone, *organisation.leaving)
    ]
    return people, exits


def test_the_same_day_gives_the_same_organisation():
    assert _told(invent(ANCHORS[0])) == _told(invent(ANCHORS[0]))


@pytest.mark.parametrize("anchor", ANCHORS)
def test_it_has_the_size_of_a_middling_company(anchor):
    organisation = invent(anchor)
    assert 385 <= len(organisation.here()) <= 450
    assert 186 <= len(organisation.gone) <= 193
    assert len(organisation.leaving) >= 12
    assert len({path[0] for path in organisation.force.members}) == 7


@pytest.mark.parametrize("anchor", ANCHORS)
def test_no_two_people_share_a_name_or_a_number(anchor):
    employees = invent(anchor).employees
    assert len({one.name.plain for one in employees}) == len(employees)
    assert len({one.number for one in employees}) == len(employees)


@pytest.mark.parametrize("anchor", ANCHORS)
def test_a_career_follows_the_calendar(anchor):
    for one in invent(anchor).employees:
        stints = one.stints()
        days = [stint.starts_on for stint in stints]
        assert days[0] == one.started_on
        assert days == sorted(set(days))
        assert one.ended_on is None or days[-1] <= one.ended_on
        assert 16 <= one.started_on.year - one.birth_year <= 66


@pytest.mark.parametrize("anchor", ANCHORS)
def test_a_conversation_comes_after_the_notice_and_before_the_last_day(anchor):
    organisation = invent(anchor)
    for exit_ in (*organisation.gone, *organisation.leaving):
        leaver, diary = exit_.leaver, exit_.diary
        assert leaver.employee.started_on < leaver.notified_on <= leaver.ends_on
        assert leaver.notified_on <= diary.registered_on <= anchor
        if diary.talk_on:
            assert diary.registered_on <= diary.planned_on <= diary.talk_on < leaver.ends_on
            assert diary.coded_on is None or diary.coded_on >= diary.talk_on


@pytest.mark.parametrize("anchor", ANCHORS)
def test_nobody_leaves_twice(anchor):
    organisation = invent(anchor)
    numbers = [exit_.leaver.employee.number for exit_ in (*organisation.gone, *organisation.leaving)]
    assert len(set(numbers)) == len(numbers)


def test_who_is_leaving_is_at_every_stage():
    organisation = invent(ANCHORS[0])
    today = organisation.anchor
    diaries = [exit_.diary for exit_ in organisation.leaving]
    assert sum(diary.planned_on is None and diary.declined_on is None for diary in diaries) >= 3
    assert any(diary.planned_on and not diary.invited_on for diary in diaries)
    assert any(diary.talk_on and today < diary.talk_on <= today + timedelta(days=4) for diary in diaries)
    assert any(diary.talk_on and diary.talk_on < today and not diary.coded_on for diary in diaries)
    assert any(diary.declined_on for diary in diaries)
