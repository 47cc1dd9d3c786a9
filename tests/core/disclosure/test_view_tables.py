"""Totals of view bundles become a table of views, and the document states them."""

from typing import Any

import pytest

from tests.core.disclosure.organisations import PARENTS, QUESTIONS, REASONS
from uitzicht.core.disclosure.document import Views, document
from uitzicht.core.disclosure.protection import protect
from uitzicht.core.disclosure.tables import Answer, BundleTotals, Table, accumulate, tabulate
from uitzicht.core.disclosure.view_tables import accumulate_views, view_totals
from uitzicht.core.disclosure.views import ViewBundle
from uitzicht.core.disclosure.vocabulary import Parameters

SHEETS: list[dict[str, Answer]] = [{"reasons": ["pay"], "satisfaction.content": 4}] * 6


def closed(value: str, size: int, *, cut: str = "gender", stratum: str = "resignation") -> ViewBundle:
    return ViewBundle(cut, value, stratum, tuple(f"{cut}-{value}-{number}" for number in range(size)))


def totals(code: str, bundle: ViewBundle) -> BundleTotals:
    return view_totals(code, bundle, tabulate(SHEETS[:1] * bundle.size, [REASONS]))


def table() -> Table:
    bundles = {
        "1-v0001": closed("woman", 6),
        "1-v0002": closed("", 5),
        "1-v0003": closed("woman", 7, stratum="other"),
        "2-v0001": closed("woman", 8),
    }
    return accumulate_views([totals(code, bundle) for code, bundle in bundles.items()], [REASONS])


def test_a_view_is_the_union_of_its_view_bundles_of_all_releases() -> None:
    assert {group.id: (group.size, group.bundles) for group in table().groups} == {
        "gender::resignation": (5, ("1-v0002",)),
        "gender:woman:other": (7, ("1-v0003",)),
        "gender:woman:resignation": (14, ("1-v0001", "2-v0001")),
    }


def test_its_figures_are_the_sums() -> None:
    views = table()
    row = views.rows["gender:woman:resignation"]
    assert views.base["reasons"][row] == 14
    assert views.counts["reasons"][row].tolist() == [0, 0, 14]


def test_there_is_no_sum_over_values_or_cuts() -> None:
    bundles = {"1-v0001": closed("woman", 6), "1-v0002": closed("25-34", 6, cut="age")}
    views = accumulate_views([totals(code, bundle) for code, bundle in bundles.items()], [REASONS])
    assert [group.id for group in views.groups] == ["age:25-34:resignation", "gender:woman:resignation"]


def test_without_view_bundles_there_are_no_views() -> None:
    assert accumulate_views([], [REASONS]).groups == ()


def test_totals_that_cannot_be_are_refused() -> None:
    bundle = closed("woman", 5)
    with pytest.raises(ValueError, match="cannot be"):
        accumulate_views([view_totals("1-v0001", bundle, tabulate(SHEETS, [REASONS]))], [REASONS])


def written(**fields: Any) -> dict[str, Any]:
    main = accumulate([BundleTotals("1-0001", "4", "resignation", 6, tabulate(SHEETS, QUESTIONS))], PARENTS, QUESTIONS)
    safe = protect(main, Parameters())
    return document(safe, release=2, released_on="2026-10-01", units={}, bundles={}, **fields)


def test_a_document_states_views_beside_the_groups() -> None:
    views = Views(
        safe=protect(table(), Parameters()),
        cuts=[{"key": "gender", "labels": {}, "values": []}],
        closed={"2-v0001": closed("woman", 8)},
        waiting={("gender", "resignation"): 3},
    )
    made = written(views=views)
    assert made["view_questions"] == ["reasons"]
    assert made["view_bundles"] == [
        {"id": "2-v0001", "cut": "gender", "value": "woman", "stratum": "resignation", "size": 8}
    ]
    assert made["views"][0] == {
        "id": "gender::resignation",
        "cut": "gender",
        "value": "",
        "stratum": "resignation",
        "size": 5,
        "bundles": ["1-v0002"],
    }
    assert made["view_cells"]["reasons"]["gender:woman:resignation"] == {"base": 14, "items": ["<3", "<3", ">11"]}
    assert made["view_waiting"] == [{"cut": "gender", "stratum": "resignation", "people": 3}]


def test_a_document_without_views_has_none_of_their_fields() -> None:
    assert not [name for name in written() if name.startswith("view") or name == "cuts"]


def test_a_document_with_views_names_nobody() -> None:
    views = Views(protect(table(), Parameters()), [], {"2-v0001": closed("woman", 8)}, {})
    assert "gender-woman-" not in str(written(views=views))
