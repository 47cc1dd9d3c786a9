"""Views across units and figures by year are read as they are displayed; older documents have none."""

from typing import Any

from tests.insight.documents import ROOT, TERMINAL, a_document, a_release
from uitzicht.insight.cells import Above, Below, Exact, Range
from uitzicht.insight.published import Published
from uitzicht.insight.vocabulary import Kind

REASONS = "reasons"


def with_views() -> Published:
    document = a_document()
    document["groups"] += [period(ROOT, "resignation", "2025", 20), period(ROOT, "other", "2026", 9)]
    document["cells"][REASONS] |= {
        f"{ROOT}:resignation:2025": {"base": 19, "items": [8, "<3", "<3", 4]},
        f"{ROOT}:other:2026": {"base": 9, "items": ["<3", 4, 4, "<3"]},
    }
    document |= {
        "cuts": [cut("gender", "woman", "man", ""), cut("age", "-24", "25-34", "")],
        "view_questions": [REASONS],
        "views": [
            view("gender", "man", "resignation", 20),
            view("gender", "woman", "resignation", 28),
            view("gender", "woman", "other", 12),
        ],
        "view_cells": {
            REASONS: {
                "gender:man:resignation": {"base": 20, "items": [9, "<3", 5, 3]},
                "gender:woman:resignation": {"base": 28, "items": [11, 10, "4..7", "<3"]},
                "gender:woman:other": {"base": 12, "items": [">9", 3, "<3", 4]},
            }
        },
        "view_waiting": [
            {"cut": "gender", "stratum": "resignation", "people": 2},
            {"cut": "gender", "stratum": "other", "people": 8},
        ],
    }
    return Published(a_release(document))


def period(unit: str, stratum: str, year: str, size: int) -> dict[str, Any]:
    row = {"id": f"{unit}:{stratum}:{year}", "unit": unit, "stratum": stratum, "period": year, "size": size}
    return row | {"bundles": []}


def cut(key: str, *values: str) -> dict[str, Any]:
    return {"key": key, "labels": {"en": key}, "values": [{"key": value, "labels": {"en": value}} for value in values]}


def view(name: str, value: str, stratum: str, size: int) -> dict[str, Any]:
    row = {"id": f"{name}:{value}:{stratum}", "cut": name, "value": value, "stratum": stratum, "size": size}
    return row | {"bundles": []}


def test_the_menu_and_its_views_stand_in_order() -> None:
    of = with_views()
    assert [cut["key"] for cut in of.cuts()] == ["gender", "age"]
    assert of.views(Kind.RESIGNATION) == (("gender", "woman"), ("gender", "man"))
    assert of.views(Kind.OTHER) == (("gender", "woman"),)


def test_a_view_is_read_as_it_is_displayed() -> None:
    column = with_views().view_column(REASONS, "gender", "woman", Kind.RESIGNATION)
    assert (column.base, column.items) == (Exact(28), (Exact(11), Exact(10), Range(4, 7), Below(3)))


def test_both_kinds_together_are_the_sum_of_what_is_displayed() -> None:
    of = with_views()
    column = of.view_column(REASONS, "gender", "woman", Kind.ALL)
    assert (column.base, column.items) == (Exact(40), (Range(21, 23), Exact(13), Range(4, 9), Range(4, 6)))
    assert (of.view_size("gender", "woman", Kind.ALL), of.view_waiting("gender", Kind.ALL)) == (40, 10)


def test_a_value_without_a_view_or_a_question_that_views_do_not_publish_shows_nothing() -> None:
    of = with_views()
    nothing = [
        of.view_column(REASONS, "gender", "man", Kind.OTHER),
        of.view_column(REASONS, "age", "-24", Kind.ALL),
        of.view_column("recommend", "gender", "woman", Kind.RESIGNATION),
    ]
    assert [(column.base, column.items) for column in nothing] == [(Below(5), None)] * 3


def test_a_year_is_read_apart_from_all_years_together() -> None:
    of = with_views()
    assert of.periods(ROOT, Kind.RESIGNATION) == ("2025",)
    assert of.periods(ROOT, Kind.ALL) == ("2025", "2026")
    assert of.period_column(REASONS, ROOT, "2025", Kind.ALL).base == Exact(19)
    assert of.column(REASONS, ROOT, Kind.RESIGNATION).base == Exact(48)


def test_a_document_from_before_there_were_views_has_none() -> None:
    of = Published(a_release())
    assert (of.cuts(), of.views(Kind.ALL), of.periods(TERMINAL, Kind.ALL)) == ((), (), ())
    assert of.view_column(REASONS, "gender", "woman", Kind.ALL).items is None
    assert of.period_column(REASONS, ROOT, "2025", Kind.ALL).items is None
    assert of.column(REASONS, ROOT, Kind.OTHER).items is not None
    assert Above(9) in (of.column(REASONS, "3", Kind.RESIGNATION).items or ())
