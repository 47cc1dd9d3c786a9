"""The JSON of a figure: docs/contracts/figures.md."""

import json

import pytest

from tests.insight.documents import KADE, TECHNIEK, TERMINAL, a_document, freeze
from uitzicht.core.refusal import Refusal
from uitzicht.insight.figures import figure
from uitzicht.insight.measures import MEASURES

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _release() -> None:
    freeze()


def test_a_figure_has_the_fields_of_the_contract() -> None:
    found = figure("main_reason", where={"kind": "resignation"}).to_json()
    assert set(found) == {"release", "released_on", "parameters", "certificate", "measure", "view", "groups"}
    assert (found["release"], found["released_on"], found["view"]) == (7, "2026-03-02", "organisation")
    assert found["parameters"]["k"] == 5
    assert len(found["certificate"]) == 64
    (group,) = found["groups"]
    assert (group["group"], group["unit"], group["base"]) == ("1:resignation", "Havenlicht", 48)
    first = group["items"][0]
    assert first == {"key": "career", "label": "career", "count": 20, "share": 0.4167, "interval": [0.2885, 0.5572]}


def test_a_band_carries_no_share_and_no_interval() -> None:
    found = figure("reasons", where={"kind": "resignation", "unit": KADE}).to_json()
    items = {item["key"]: item for item in found["groups"][0]["items"]}
    assert items["career.no_growth"] == {
        "key": "career.no_growth",
        "label": "no room to grow",
        "band": ">9",
        "share": None,
        "interval": None,
    }


def test_a_mean_stands_instead_of_a_count() -> None:
    found = figure("experience", where={"kind": "resignation"}).to_json()
    item = found["groups"][0]["items"][0]
    assert item["mean"] == 3.7
    assert "count" not in item
    assert item["share"] is None
    assert 1 <= item["interval"][0] < 3.7 < item["interval"][1] <= 5


def test_a_base_below_k_hides_every_item() -> None:
    found = figure("reasons", where={"kind": "other", "unit": TECHNIEK}).to_json()
    assert found["groups"][0]["base"] == "<5"
    assert {item["band"] for item in found["groups"][0]["items"]} == {None}


def test_units_come_in_reading_order_under_the_view_units() -> None:
    found = figure("recommend", view="units").to_json()
    assert [group["unit"] for group in found["groups"]] == [
        "Havenlicht",
        "Techniek",
        "Terminal",
        "Terminal / Kade Noord",
    ]


def test_every_measure_can_be_written_as_json() -> None:
    for name in MEASURES:
        assert json.loads(json.dumps(figure(name).to_json()))["measure"] == name


def test_labels_come_in_the_language_asked_for() -> None:
    assert figure("main_reason", language="nl").to_json()["groups"][0]["items"][0]["label"] == "loopbaan"


def test_a_unit_may_be_named_by_its_path() -> None:
    by_path = figure("recommend", where={"unit": "terminal/kade noord"})
    assert by_path.groups == figure("recommend", where={"unit": KADE}).groups


def test_who_left_counts_everybody_without_intervals() -> None:
    found = figure("who_left", where={"unit": TERMINAL}).to_json()
    kinds = next(group for group in found["groups"] if group["question"] == "kind")
    assert kinds["base"] == 40
    assert kinds["items"] == [
        {"key": "resignation", "label": "resignation", "count": 40, "share": 1.0, "interval": None}
    ]


@pytest.mark.parametrize(
    ("view", "where"),
    [
        ("crosses", {}),
        ("organisation", {"kind": "dismissal"}),
        ("organisation", {"gender": "woman"}),
        ("organisation", {"unit": "Nowhere"}),
    ],
)
def test_what_is_not_on_the_menu_is_refused(view: str, where: dict[str, str]) -> None:
    with pytest.raises(Refusal) as refused:
        figure("reasons", view=view, where=where)
    assert refused.value.code == "insight.view_not_on_menu"


def test_who_left_is_not_on_the_menu_by_kind() -> None:
    with pytest.raises(Refusal, match="menu"):
        figure("who_left", where={"kind": "resignation"})


def test_a_reader_of_one_unit_sees_it_and_what_lies_below() -> None:
    own = frozenset({TERMINAL, KADE})
    assert [group.unit for group in figure("recommend", units=own).groups] == [TERMINAL]
    assert [group.unit for group in figure("recommend", view="units", units=own).groups] == [TERMINAL, KADE]


@pytest.mark.parametrize("unit", ["1", TECHNIEK, "Techniek", "Havenlicht"])
def test_a_unit_of_somebody_else_is_refused_as_if_it_did_not_exist(unit: str) -> None:
    with pytest.raises(Refusal) as refused:
        figure("recommend", where={"unit": unit}, units=frozenset({TERMINAL, KADE}))
    assert refused.value.code == "insight.view_not_on_menu"


def test_an_unknown_measure_and_an_unknown_release_are_refused() -> None:
    with pytest.raises(Refusal) as refused:
        figure("salary")
    assert refused.value.code == "insight.unknown_measure"
    with pytest.raises(Refusal) as refused:
        figure("reasons", release=99)
    assert refused.value.code == "insight.no_release"


def test_an_earlier_release_keeps_its_own_figures() -> None:
    later = a_document(release=8)
    later["cells"]["main_reason"]["1:resignation"]["items"][0] = 30
    freeze(later)
    assert (
        figure("main_reason", release=7, where={"kind": "resignation"}).to_json()["groups"][0]["items"][0]["count"]
        == 20
    )
    assert figure("main_reason", where={"kind": "resignation"}).to_json()["groups"][0]["items"][0]["count"] == 30
