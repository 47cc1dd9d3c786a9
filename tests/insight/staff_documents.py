"""Hand-made public facts on staff, as ``release.staff.public`` writes them: small numbers that can be checked by hand."""

from typing import Any

from tests.insight.documents import KADE, ROOT, TECHNIEK, TERMINAL, a_document

Json = dict[str, Any]
PERIODS = [
    ["2024", "2024-01-01", "2025-01-01"],
    ["2025", "2025-01-01", "2026-01-01"],
    ["2026", "2026-01-01", "2026-03-02"],
]


def counts(person_years: float, kinds: dict[str, int], **more: Any) -> Json:
    """One unit in one period; what is not named is none."""
    leavers = sum(kinds.values())
    return {
        "person_years": person_years,
        "at_start": round(person_years),
        "still_here": max(0, round(person_years) - leavers),
        "kinds": kinds,
        "desirability": {"": leavers},
        "first_year": 0,
    } | more


def turnover() -> Json:
    """Securex 2024 in 2025: per 10,000 people 1,078 + 564 + 134; Kade Noord is too small, Techniek loses few."""
    return {
        "periods": PERIODS,
        "units": {
            ROOT: {
                "2024": counts(400.0, {"resignation": 40, "dismissal": 20}),
                "2025": counts(
                    10000.0,
                    {"resignation": 1078, "dismissal": 564, "retirement": 130, "death": 4},
                    desirability={"undesired": 900, "desired": 676, "": 200},
                    first_year=355,
                ),
                "2026": counts(1000.0, {"resignation": 20, "": 3}),
            },
            TERMINAL: {"2025": counts(400.0, {"resignation": 80})},
            KADE: {"2025": counts(8.0, {"resignation": 2}, desirability={"undesired": 2}, first_year=1)},
            TECHNIEK: {"2025": counts(600.0, {"resignation": 30})},
        },
    }


def staying() -> Json:
    """Half are gone after three years; few people were observed in the first two months."""
    steps = [
        [1, 0.97, 0.94, 0.99, 15],
        [11, 0.80, 0.72, 0.86, 140],
        [23, 0.62, 0.55, 0.68, 120],
        [35, 0.50, 0.44, 0.56, 90],
        [47, 0.44, 0.38, 0.50, 60],
        [59, 0.40, 0.33, 0.46, 30],
        [70, 0.39, 0.32, 0.46, 4],
    ]
    resigned = [[month, round((1 - share) * 0.75, 4), 0.01, 0.6, there] for month, share, _, _, there in steps]
    dismissed = [[month, round((1 - share) * 0.25, 4), 0.0, 0.2, there] for month, share, _, _, there in steps]
    return {
        "all": {"people": 300, "leavers": 120, "steps": steps},
        "kinds": {"dismissal": dismissed, "resignation": resigned},
        "cuts": {},
    }


def staff(**changes: Any) -> Json:
    return {"observed_from": "2024-01-01", "turnover": turnover(), "by_group": {}, "staying": staying()} | changes


def a_staff_document(ids: dict[str, str] | None = None, *, release: int = 7, **changes: Any) -> Json:
    """Havenlicht with facts on its staff; ``changes`` are parts of those facts; ``ids`` renames units as there."""
    made = a_document(ids, release=release)
    facts = staff(**changes)
    facts["turnover"]["units"] = {
        (ids or {}).get(unit, unit): rows for unit, rows in facts["turnover"]["units"].items()
    }
    made["public"]["staff"] = facts
    return made
