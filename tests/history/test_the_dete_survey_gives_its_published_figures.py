"""The table and the shares of the data's README, counted from facts as the release reads them."""

from collections.abc import Iterable

import pytest

from tests.cast import NOW
from uitzicht.history.queries import PastExitFact, past_exits
from uitzicht.history.services import import_exits

DISSATISFIED = {
    "content.job_dissatisfaction",
    "organisation.dissatisfaction",
    "conditions.physical_environment",
    "relations.recognition",
    "terms.job_security",
    "commute.location",
    "terms.employment_conditions",
    "workload_wellbeing.work_life_balance",
    "workload_wellbeing.workload",
}
TABLE = {
    "better_offer.public_sector": (22, 21),
    "better_offer.private_sector": (80, 67),
    "relations.conflict": (34, 20),
    "content.job_dissatisfaction": (89, 41),
    "organisation.dissatisfaction": (61, 29),
    "conditions.physical_environment": (16, 6),
    "relations.recognition": (57, 33),
    "terms.job_security": (28, 14),
    "terms.employment_conditions": (34, 23),
    "commute.location": (27, 18),
    "family.family": (62, 43),
    "relocation.move": (68, 59),
    "study.study_travel": (37, 26),
    "health.health": (112, 19),
    "conditions.traumatic_event": (28, 11),
    "workload_wellbeing.work_life_balance": (217, 68),
    "workload_wellbeing.workload": (87, 27),
    "none": (217, 28),
}


@pytest.fixture
def facts(db, dete, dete_mapping) -> list[PastExitFact]:
    import_exits(dete, file="dete_survey.csv", mapping=dete_mapping, by="test", at=NOW)
    return list(past_exits())


def resignations(facts: Iterable[PastExitFact]) -> list[PastExitFact]:
    return [fact for fact in facts if fact.kind == "resignation"]


def named(facts: Iterable[PastExitFact], reason: str) -> int:
    return sum(reason in _reasons(fact) for fact in facts)


def dissatisfied(facts: list[PastExitFact]) -> tuple[int, int]:
    return sum(bool(DISSATISFIED & _reasons(fact)) for fact in facts), len(facts)


def _reasons(fact: PastExitFact) -> set[str]:
    reasons = fact.answers["reasons"]
    assert isinstance(reasons, list)
    return set(reasons)


def test_everybody_answered_the_question_on_reasons(facts):
    assert (len(facts), len(resignations(facts))) == (822, 311)
    assert all("reasons" in fact.answers for fact in facts)


def test_the_whole_table_of_reasons_is_reproduced(facts):
    counted = {reason: (named(facts, reason), named(resignations(facts), reason)) for reason in TABLE}
    assert counted == TABLE


def test_the_share_of_the_dissatisfied_is_as_published(facts):
    gone = resignations(facts)
    assert dissatisfied(gone) == (149, 311)
    assert dissatisfied([fact for fact in gone if fact.gender == "woman"]) == (108, 233)
    assert dissatisfied([fact for fact in gone if fact.gender == "man"]) == (39, 69)


def test_the_dissatisfied_by_time_in_service_are_as_published(facts):
    gone = resignations(facts)
    bands = {
        band: dissatisfied([fact for fact in gone if fact.tenure_band == band])
        for band in ("0-3", "3-7", "7-11", "11+")
    }
    assert bands == {"0-3": (21, 56), "3-7": (35, 76), "7-11": (25, 41), "11+": (56, 100)}
    assert sum(fact.tenure_band == "" for fact in gone) == 38


def test_the_ratings_cover_the_five_areas(facts):
    scored = {key.split(".")[1] for fact in facts for key in fact.answers if key.startswith("satisfaction.")}
    assert scored == {"content", "conditions", "relations", "terms", "organisation"}
    coach = [fact.answers[key] for fact in facts if (key := "satisfaction.content.coaching") in fact.answers]
    assert [coach.count(point) for point in (1, 2, 3, 4, 5)] == [37, 65, 141, 345, 157]
