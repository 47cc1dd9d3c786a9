"""A hand-made release with certified views and facts on staff: women resign twice as often as men, for other reasons."""

from typing import Any

from tests.insight.documents import ROOT, a_document, a_release
from uitzicht.insight.menu import Selection
from uitzicht.insight.published import Published
from uitzicht.insight.stories.section import Reading
from uitzicht.insight.vocabulary import Kind, View

Json = dict[str, Any]
MEASURED = ("main_reason", "force", "inclusion.safe")


def a_compared_document(ids: dict[str, str] | None = None, **staff: Any) -> Json:
    """Gender is certified but for "other"; of age nobody is; years of service have no facts on staff."""
    made = a_document(ids)
    force = {"push": "push", "pull": "pull", "personal": "personal"}
    made["questions"].append(
        {
            "key": "force",
            "type": "choice",
            "items": list(force),
            "measure": "reasons",
            "area": None,
            "labels": {"nl": "weg of naar", "en": "push, pull or personal"},
            "item_labels": {key: {"nl": key, "en": key} for key in force},
        }
    )
    return made | {
        "cuts": [
            cut("gender", woman="woman", man="man", other="other", unknown="not known"),
            cut("age", **{"-24": "24 or younger", "25-34": "25 to 34", "unknown": "not known"}),
            cut("tenure", **{"0-1": "less than one year", "unknown": "not known"}),
        ],
        "view_questions": [*MEASURED, "satisfaction.content"],
        "views": [
            view("gender", "woman", "resignation", 60),
            view("gender", "man", "resignation", 50),
            view("gender", "man", "other", 30),
        ],
        "view_cells": view_cells(),
        "view_waiting": [
            {"cut": "gender", "stratum": "resignation", "people": 3},
            {"cut": "age", "stratum": "resignation", "people": 113},
        ],
        "public": made["public"] | {"staff": staff_facts(**staff)},
    }


def view_cells() -> dict[str, dict[str, Json]]:
    cells = {
        "main_reason": ([60, 30, 12, 18], [50, 8, 30, 12], [30, 10, 10, 10]),
        "force": ([60, 20, 20, 20], [50, 17, 17, 16], [30, 10, 10, 10]),
        "inclusion.safe": ([60, 2.0], [50, 4.2], [30, 3.0]),
        "satisfaction.content": ([60, 3.4], [50, 3.5], [30, ">4.7667"]),
    }
    places = ("gender:woman:resignation", "gender:man:resignation", "gender:man:other")
    return {
        question: {place: cell(*row) for place, row in zip(places, rows, strict=True)}
        for question, rows in cells.items()
    }


def staff_facts(*, women: int = 60, men: int = 30, p: float = 0.0004, curves: bool = True) -> Json:
    """``women`` and ``men``: how many resigned in 300 person-years each."""
    genders = {"woman": group(300, women), "man": group(300, men), "other": group(4, 0), "": group(20, 3)}
    values = {"woman": curve(200, women, 0.5), "man": curve(200, men, 0.8)} if curves else {}
    test = {"log_rank": {"chi2": 12.5, "df": 1, "p": p}} if curves else {}
    return {
        "observed_from": "2023-01-01",
        "turnover": {"periods": [], "units": {}},
        "by_group": {"gender": genders, "age": {"-24": group(50, 2), "25-34": group(50, 3)}},
        "staying": {"all": {}, "kinds": {}, "cuts": {"gender": {"values": values, **test}, "age": {"values": {}}}},
    }


def group(years: float, resignations: int) -> Json:
    return {"person_years": years, "leavers": resignations + 2, "resignations": resignations}


def curve(people: int, leavers: int, last: float) -> Json:
    steps = [[5, 0.95, 0.9, 0.98, 150], [20, 0.8, 0.7, 0.85, 90], [50, last, last - 0.1, last + 0.1, 40]]
    return {"people": people, "leavers": leavers, "steps": [*steps, [70, last - 0.1, last - 0.25, last + 0.05, 12]]}


def cut(key: str, **values: str) -> Json:
    rows = [{"key": "" if value == "unknown" else value, "labels": both(label)} for value, label in values.items()]
    return {"key": key, "labels": both(key), "values": rows}


def both(label: str) -> Json:
    return dict.fromkeys(("nl", "fr", "en", "de"), label)


def view(name: str, value: str, stratum: str, size: int) -> Json:
    row = {"id": f"{name}:{value}:{stratum}", "cut": name, "value": value, "stratum": stratum, "size": size}
    return row | {"bundles": []}


def cell(base: Any, *items: Any) -> Json:
    return {"base": base, "items": list(items)}


def published_with(document: Json) -> Published:
    return Published(a_release(document))


def reading_of(of: Published, *, by: str = "", kind: Kind = Kind.ALL, language: str = "en") -> Reading:
    view = View.GROUPS if by else View.ORGANISATION
    return Reading(of, Selection(view, (ROOT,), kind, by), language)
