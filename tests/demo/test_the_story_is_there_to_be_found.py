from collections import Counter
from datetime import date
from functools import cache
from statistics import mean, median

import pytest

from uitzicht.demo.generator import invent
from uitzicht.questionnaires import content
from uitzicht.questionnaires.codebook import load_codebook

ANCHORS = [date(2026, 3, 10), date(2026, 11, 24), date(2027, 8, 1)]
PAY = {"terms.pay", "better_offer.pay"}


@cache
def _gone(anchor):
    return tuple(invent(anchor).gone)


def _resigned(anchor):
    return [exit_ for exit_ in _gone(anchor) if exit_.leaver.kind == "resignation" and exit_.said]


def _main(exit_):
    return exit_.said.reasons[0]["reason"]


@pytest.mark.parametrize("anchor", ANCHORS)
def test_career_and_not_pay_is_why_people_resign(anchor):
    main = [_main(exit_) for exit_ in _resigned(anchor)]
    groups = Counter(reason.partition(".")[0] for reason in main)
    assert groups.most_common(1)[0][0] == "career"
    assert groups["career"] > 3 * sum(reason in PAY for reason in main)


@pytest.mark.parametrize("anchor", ANCHORS)
def test_pay_is_on_everybodys_lips_all_the_same(anchor):
    named = Counter(reason["reason"] for exit_ in _resigned(anchor) for reason in exit_.said.reasons)
    assert sum(named[code] for code in PAY) > 2 * sum(_main(exit_) in PAY for exit_ in _resigned(anchor))


@pytest.mark.parametrize("anchor", ANCHORS)
def test_one_team_leaves_its_manager(anchor):
    troubled = [exit_ for exit_ in _resigned(anchor) if exit_.leaver.troubled]
    others = [exit_ for exit_ in _resigned(anchor) if not exit_.leaver.troubled]
    assert Counter(_main(exit_).partition(".")[0] for exit_ in troubled).most_common(1)[0][0] == "management"
    assert _satisfaction(troubled, "relations") < _satisfaction(others, "relations") - 0.8


@pytest.mark.parametrize("anchor", ANCHORS)
def test_the_night_leaves_sooner_and_names_its_hours(anchor):
    resigned = [exit_.leaver for exit_ in _gone(anchor) if exit_.leaver.kind == "resignation"]
    years = {night: [x.employee.tenure(x.ends_on) for x in resigned if x.night == night] for night in (True, False)}
    assert median(years[True]) < median(years[False])
    hours = ("workload_wellbeing", "terms")
    share = {
        night: mean(_main(x).partition(".")[0] in hours for x in _resigned(anchor) if x.leaver.night == night)
        for night in (True, False)
    }
    assert share[True] > share[False] + 0.15


@pytest.mark.parametrize("anchor", ANCHORS)
def test_six_in_ten_resign_and_four_in_five_talk(anchor):
    gone = _gone(anchor)
    assert 0.55 < sum(exit_.leaver.kind == "resignation" for exit_ in gone) / len(gone) < 0.66
    assert 0.74 < sum(exit_.said is not None for exit_ in gone) / len(gone) < 0.88
    assert [exit_.said for exit_ in gone if exit_.leaver.kind == "death"] == [None]


@pytest.mark.parametrize("anchor", ANCHORS)
def test_seen_from_later_it_was_more_often_the_manager_and_less_often_the_career(anchor):
    again = [exit_ for exit_ in _gone(anchor) if exit_.later and exit_.later.answers]
    then = Counter(_group((exit_.said or exit_.alone).reasons) for exit_ in again)
    later = Counter(_group(exit_.later.reasons) for exit_ in again)
    assert later["management"] > 1.4 * then["management"]
    assert later["career"] < 0.7 * then["career"]


@pytest.mark.parametrize("anchor", ANCHORS)
def test_a_third_answers_alone_and_most_of_those_who_decline_to_talk_do(anchor):
    gone = _gone(anchor)
    assert 0.25 < sum(exit_.alone is not None for exit_ in gone) / len(gone) < 0.42
    declined = [exit_ for exit_ in gone if exit_.leaver.course == "declined"]
    assert sum(exit_.alone is not None for exit_ in declined) > len(declined) / 2


@pytest.mark.parametrize("anchor", ANCHORS)
def test_half_of_those_who_are_asked_again_answer(anchor):
    asked = [exit_ for exit_ in _gone(anchor) if "follow_up" in exit_.own.consents]
    assert 0.5 < len(asked) / sum(exit_.said is not None for exit_ in _gone(anchor)) < 0.75
    assert 0.42 < sum(exit_.own.reply == "answers" for exit_ in asked) / len(asked) < 0.66


def test_what_was_said_fits_the_questionnaire_and_the_codebook():
    items = {item.key: item.answer for item in content.load(1).items}
    book = load_codebook()
    for exit_ in _gone(ANCHORS[0]):
        written = exit_.alone.answers.items() if exit_.alone else ()
        for item, answer in (*(exit_.said.answers.items() if exit_.said else ()), *written):
            offered = items[item].choices
            assert answer["score"] is None or str(answer["score"]) in offered
            assert answer["choice"] is None or answer["choice"] in offered
        own_marks = exit_.alone.themes.values() if exit_.alone else ()
        for marks in (*(exit_.said.themes.values() if exit_.said else ()), *own_marks):
            assert all(book.theme(mark["theme"]) for mark in marks)


def test_conversations_do_not_repeat_each_other():
    notes = [frozenset(a["notes"] for a in e.said.answers.values() if a["notes"]) for e in _gone(ANCHORS[0]) if e.said]
    assert len(set(notes)) == len(notes)
    assert min(map(len, notes)) >= 10


def test_french_speakers_talk_in_french():
    french = [e for e in _gone(ANCHORS[0]) if e.said and e.leaver.employee.name.language == "fr"]
    assert french
    assert all("chez Havenlicht" in exit_.said.summary for exit_ in french)


def _group(reasons):
    return reasons[0]["reason"].partition(".")[0]


def _satisfaction(exits, area):
    scores = [exit_.said.answers.get(f"{area}.satisfaction", {}).get("score") for exit_ in exits]
    return mean(score for score in scores if score is not None)
