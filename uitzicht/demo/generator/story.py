"""Why people leave and how they look back: the findings that wait to be discovered.

Pay is what everybody speaks of, and seldom what decides: career does. Nights wear people out. One team lost its
manager. Nothing of this is stated anywhere in the product; it shows in what people said.
"""

import random
from collections.abc import Mapping

from uitzicht.demo.generator.leavers import Leaver
from uitzicht.questionnaires.codebook import AREAS, load_codebook

Weights = Mapping[str, int]
DAY: Weights = {
    "career.no_growth": 27, "career.missed_promotion": 14, "career.new_direction": 7, "career.little_training": 5,
    "better_offer.position": 6, "better_offer.pay": 3, "better_offer.terms": 2, "terms.pay": 3, "terms.working_time": 3,
    "workload_wellbeing.workload": 4, "workload_wellbeing.work_life_balance": 3, "commute.travel_time": 5,
    "commute.connections": 2, "family.family": 4, "relocation.move": 3, "relocation.with_partner": 1, "study.retraining": 3,
    "content.little_variety": 3, "organisation.change": 3, "organisation.task_division": 2, "own_business.start": 3,
    "management.direct_manager": 1, "conditions.heavy_work": 2, "health.health": 2, "relations.atmosphere": 2,
}  # fmt: skip
NIGHT: Weights = {
    "workload_wellbeing.recovery": 12, "workload_wellbeing.work_life_balance": 8, "workload_wellbeing.workload": 2,
    "terms.night_shift": 18, "terms.working_time": 14, "health.unsuitable_work": 4, "family.family": 5,
    "career.no_growth": 16, "career.missed_promotion": 5, "better_offer.position": 3, "better_offer.terms": 2, "terms.pay": 1,
    "commute.connections": 3, "conditions.physical_environment": 3, "relocation.move": 1, "study.retraining": 2,
}  # fmt: skip
TROUBLED: Weights = {
    "management.direct_manager": 40, "management.support": 18, "management.consultation": 12, "relations.recognition": 6,
    "values_inclusion.not_valued": 4, "relations.conflict": 3, "career.no_growth": 11, "workload_wellbeing.stress": 3,
    "better_offer.position": 3, "family.family": 2, "commute.travel_time": 2,
}  # fmt: skip
OTHERS: Mapping[str, Weights] = {
    "retirement": {"retirement.retirement": 78, "retirement.early_retirement": 18, "health.unsuitable_work": 4},
    "end_of_fixed_term": {"terms.job_security": 34, "other.other": 22, "career.no_growth": 14, "study.full_time_study": 10, "better_offer.security": 14, "commute.location": 6},
    "dismissal": {"organisation.change": 22, "relations.conflict": 18, "content.mismatch": 22, "management.direct_manager": 14, "other.private": 14, "health.health": 10},
    "mutual_agreement": {"health.unsuitable_work": 20, "workload_wellbeing.stress": 20, "organisation.change": 20, "content.mismatch": 16, "relations.conflict": 12, "career.new_direction": 12},
    "other": {"other.private": 60, "relocation.abroad": 40},
}  # fmt: skip
# What is named beside the main reason: here pay comes up.
BESIDE: Weights = {
    "terms.pay": 15, "career.no_growth": 18, "workload_wellbeing.workload": 10, "commute.travel_time": 9, "career.little_training": 8,
    "better_offer.pay": 8, "content.little_learning": 6, "organisation.information": 6, "terms.working_time": 6,
    "family.family": 5, "relations.recognition": 5, "conditions.equipment": 4, "relations.other_units": 4,
}  # fmt: skip
# What weighs when nothing depends on it any more: alone on paper for some, months later for more.
FRANKLY: Weights = {
    "management.direct_manager": 40, "management.support": 18, "management.consultation": 10, "workload_wellbeing.workload": 13,
    "workload_wellbeing.stress": 7, "workload_wellbeing.recovery": 5, "relations.recognition": 4, "values_inclusion.not_valued": 3,
}  # fmt: skip
COLOURED = {
    "career": 0.8, "relocation": 0.9, "better_offer": 0.8, "study": 0.7, "family": 0.6, "commute": 0.6, "other": 0.5,
    "own_business": 0.4, "terms": 0.45, "content": 0.4, "retirement": 0.0,
}  # fmt: skip
SOMETIMES_COLOURED = 0.2  # every other group of reasons
LOOKS_BACK = {"content": 3.75, "conditions": 3.25, "relations": 3.95, "terms": 3.35, "organisation": 3.1}
AT_NIGHT = {"conditions": -0.5, "terms": -0.8, "organisation": -0.2}
UNDER_THAT_LEAD = {"relations": -1.6, "organisation": -0.5}
FEELS = {"safe": 4.2, "at_home": 4.0, "valued": 3.5}


def reasons(draw: random.Random, leaver: Leaver) -> list[dict[str, str]]:
    """One to three reasons, the main one first, each with its force."""
    codes = [_pick(draw, _why(leaver))]
    few = leaver.kind in ("retirement", "other")
    more = draw.choices((0, 1, 2), (67, 33, 0) if few else (25, 45, 30))[0]
    while len(codes) <= more:
        code = _pick(draw, BESIDE)
        if code not in codes:
            codes.append(code)
    return [{"reason": code, "force": _force(draw, code)} for code in codes]


def satisfaction(draw: random.Random, leaver: Leaver, mood: float, main: str) -> dict[str, int]:
    """A score of 1 to 5 for each area; ``mood`` colours all of them, the main reason its own area."""
    found = {}
    for area in AREAS:
        level = LOOKS_BACK[area] + mood
        level += AT_NIGHT.get(area, 0) if leaver.night else 0
        level += UNDER_THAT_LEAD.get(area, 0) if leaver.troubled else 0
        level -= 1.0 if _area_of(main) == area else 0
        found[area] = _point(draw.gauss(level, 0.7), 1, 5)
    return found


def inclusion(draw: random.Random, leaver: Leaver, mood: float) -> dict[str, int]:
    """How safe, at home and valued somebody felt, 1 to 5."""
    lower = {"safe": 0.8, "at_home": 0.7, "valued": 1.2} if leaver.troubled else {}
    return {key: _point(draw.gauss(level + mood / 2 - lower.get(key, 0), 0.7), 1, 5) for key, level in FEELS.items()}


def recommend(draw: random.Random, leaver: Leaver, mood: float) -> int:
    """0 to 10."""
    level = 7.2 + 1.4 * mood - (2.6 if leaver.troubled else 1.1 if leaver.night else 0)
    return _point(draw.gauss(level + (1.2 if leaver.kind == "retirement" else 0), 1.2), 0, 10)


def choices(draw: random.Random, main: dict[str, str]) -> dict[str, str]:
    """The closed questions on leaving."""
    if main["reason"].startswith("retirement"):
        return {"leaving.event": "none", "leaving.search": "never", "leaving.offer": "no", "leaving.avoidable": "no"}
    at_work = main["force"] != "personal"
    event = draw.choices(("one", "several", "none"), (30, 38, 32) if at_work else (45, 10, 45))[0]
    found = {
        "leaving.event": event,
        "leaving.search": draw.choices(("before", "after", "never"), (45, 40, 15) if at_work else (10, 45, 45))[0],
        "leaving.offer": draw.choices(("yes", "no"), (62, 38) if at_work else (30, 70))[0],
        "leaving.avoidable": draw.choices(("yes", "partly", "no"), _avoidable(main))[0],
    }
    if event != "none":
        found["leaving.event_where"] = "work" if at_work == (draw.random() < 0.9) else "private"
        found["leaving.event_expected"] = draw.choice(("expected", "unexpected"))
    return found


def franker(draw: random.Random, said: list[dict[str, str]]) -> list[dict[str, str]]:
    """The same reasons behind a main one that is easier to write than to say; three at most."""
    code = _pick(draw, FRANKLY)
    others = [reason for reason in said if reason["reason"] != code]
    return [{"reason": code, "force": _force(draw, code)}, *others][:3]


def seen_later(draw: random.Random, leaver: Leaver, said: list[dict[str, str]]) -> list[dict[str, str]]:
    """The reasons as they are seen months later."""
    group = said[0]["reason"].partition(".")[0]
    coloured = COLOURED.get(group, SOMETIMES_COLOURED) * (1 if leaver.kind == "resignation" else 0.6)
    return franker(draw, said) if draw.random() < coloured else said


def once_more(draw: random.Random, score: int, low: int, high: int) -> int:
    """The same question asked twice: mostly the same answer, now and then a point lower or higher."""
    return _point(score + draw.choices((0, -1, 1), (68, 20, 12))[0], low, high)


def looking_back(draw: random.Random, main: dict[str, str], *, changed: bool) -> dict[str, int | str]:
    """What only the follow-up asks. Who says something else now, could speak less openly then."""
    at_work = main["force"] != "personal"
    return {
        "follow_up.openness": _point(draw.gauss(2.3 if changed else 3.9, 0.8), 1, 5),
        "follow_up.avoidable": draw.choices(("yes", "partly", "no"), _avoidable(main))[0],
        "follow_up.return": draw.choices(("yes", "maybe", "no"), (18, 42, 40) if at_work else (46, 40, 14))[0],
    }


def destination(draw: random.Random, kind: str, main: str) -> str:
    """The next step, as far as HR knows it."""
    group = main.partition(".")[0]
    known = {"own_business": "self_employed", "study": "study", "retirement": "retirement"}
    if kind == "retirement" or group in known:
        return known.get(group, "retirement")
    if main == "relocation.abroad":
        return "abroad"
    weights = (34, 34, 20, 12) if kind == "resignation" else (20, 22, 22, 36)
    return draw.choices(("same_sector", "other_sector", "", "no_job"), weights)[0]


def _why(leaver: Leaver) -> Weights:
    if leaver.kind != "resignation":
        return OTHERS[leaver.kind]
    return TROUBLED if leaver.troubled else NIGHT if leaver.night else DAY


def _area_of(code: str) -> str:
    """The area in which a main reason is felt most."""
    group = code.partition(".")[0]
    felt_in = {
        "career": "terms",
        "better_offer": "terms",
        "management": "relations",
        "values_inclusion": "relations",
        "workload_wellbeing": "organisation",
    }
    return felt_in.get(group, group)


def _avoidable(main: dict[str, str]) -> tuple[int, int, int]:
    if main["force"] == "personal":
        return 5, 18, 77
    return (48, 34, 18) if main["force"] == "push" else (20, 42, 38)


def _force(draw: random.Random, code: str) -> str:
    usual = load_codebook().reason(code).force
    return usual if draw.random() < 0.9 else draw.choice(("push", "pull", "personal"))


def _pick(draw: random.Random, weights: Weights) -> str:
    return draw.choices(list(weights), list(weights.values()))[0]


def _point(value: float, low: int, high: int) -> int:
    return min(high, max(low, round(value)))
