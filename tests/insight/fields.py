"""A hand-made release with what the pages on the field, practice and psychosocial risks read."""

from typing import Any

from tests.insight.documents import KADE, ROOT, TECHNIEK, TERMINAL, a_document

Json = dict[str, Any]
REASONS = {
    "career.no_growth": "no room to grow",
    "career.little_training": "too little training or guidance",
    "content.little_variety": "too little variety",
    "workload_wellbeing.workload": "too much work",
    "terms.pay": "the pay here",
    "none": "none of these",
}
AREAS = ("content", "relations", "terms")


def a_field(base: object = 200, cells: tuple[object, ...] = (80, 30, 20, 36, 25, "<3"), **changes: Any) -> Json:
    """``cells``: how many resigned people of the organisation named each of ``REASONS``."""
    made = a_document()
    made["questions"] = [question for question in made["questions"] if question["key"] != "reasons"]
    made["questions"].append(
        {
            "key": "reasons",
            "type": "tick",
            "items": list(REASONS),
            "measure": "reasons",
            "area": None,
            "labels": {"en": "reasons named", "nl": "genoemde redenen"},
            "item_labels": {key: {"en": label, "nl": label} for key, label in REASONS.items()},
        }
    )
    made["cells"]["reasons"] = {
        f"{ROOT}:resignation": {"base": base, "items": list(cells) if isinstance(base, int) else None}
    }
    made["public"] |= {"staff": staff(), "practice": practice()}
    return made | changes


def staff(person_years: float = 1000.0, **kinds: int) -> Json:
    """Turnover of 2024 and 2025 in the organisation and in Terminal."""
    left = {"resignation": 150, "dismissal": 50, "retirement": 10, "death": 2, "mutual_agreement": 9} | kinds
    row = {
        "person_years": person_years,
        "at_start": 1000,
        "still_here": 850,
        "kinds": left,
        "desirability": {"": sum(left.values())},
        "first_year": 20,
    }
    small = row | {"person_years": 12.5, "at_start": 12, "still_here": 11, "kinds": {"resignation": 1}, "first_year": 0}
    years = [
        ["2024", "2024-01-01", "2025-01-01"],
        ["2025", "2025-01-01", "2026-01-01"],
        ["2026", "2026-01-01", "2026-03-02"],
    ]
    units = {
        ROOT: {"2024": row, "2025": row, "2026": row | {"person_years": 160.0}},
        TERMINAL: {"2025": row | {"person_years": 500.0}},
        KADE: {"2025": small},
        TECHNIEK: {"2025": small},
    }
    return {
        "observed_from": "2024-01-01",
        "turnover": {"periods": years, "units": units},
        "by_group": {},
        "staying": {},
    }


def practice(**changes: Any) -> Json:
    """Forty conversations in twelve months."""
    facts = {
        "since": "2025-03-02",
        "until": "2026-03-02",
        "leavers": 60,
        "offered": 52,
        "declined": 6,
        "held": 40,
        "when": {"earlier": 2, "week": 30, "later": 7, "last_day": 1},
        "independent": 40,
        "structured": 40,
        "inclusion_asked": 38,
        "coded": 36,
        "interviewers": 4,
        "alone": 9,
        "follow_up": {"asked": 20, "answered": 8},
    }
    return facts | changes
