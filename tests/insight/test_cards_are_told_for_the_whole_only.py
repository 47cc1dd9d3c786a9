"""Inclusion cards: told together, for who sees the whole organisation, with a difference only where it stands up to all of them."""

from typing import Any

import pytest
from django.test import Client
from django.utils import translation

from tests.cast import Cast
from tests.insight.documents import KADE, ROOT, TECHNIEK, TERMINAL, a_document, a_release, freeze
from tests.insight.test_pages_show_what_the_reader_may_see import SignedIn
from uitzicht.insight.cells import Range
from uitzicht.insight.menu import Selection
from uitzicht.insight.published import Published
from uitzicht.insight.stories import STORIES
from uitzicht.insight.stories.cards.sides import asked, share_bounds
from uitzicht.insight.stories.section import Reading, Section
from uitzicht.insight.vocabulary import Kind, View

ITEMS = ("yes_low", "yes_middle", "yes_high", "no_low", "no_middle", "no_high")
LESS_SAFE = (14, 8, 8, 4, 10, 36)
ALIKE = (5, 5, 12, 10, 10, 20)
FEW_YES = ("<3", "<3", "4..7", 12, 20, 40)
Json = dict[str, Any]


def with_cards(
    *questions: tuple[str, str, int | str, tuple[Any, ...] | None], ids: dict[str, str] | None = None
) -> Json:
    """``questions``: (belongs, felt, base, displayed cells)."""
    made = a_document()
    for belongs, felt, base, cells in questions:
        label = f"{belongs}: {felt}"
        key = f"card.{belongs}.{felt}"
        items = {item: dict.fromkeys(("nl", "fr", "en", "de"), item.replace("_", ": ")) for item in ITEMS}
        labels = dict.fromkeys(("nl", "fr", "en", "de"), label)
        made["questions"].append(
            {"key": key, "type": "choice", "items": list(ITEMS), "measure": "inclusion_card", "area": None}
            | {"labels": labels, "item_labels": items, "sensitive": True}
        )
        made["cells"][key] = {f"{ROOT}:card": {"base": base, "items": None if cells is None else list(cells)}}
    made["groups"].append({"id": f"{ROOT}:card", "unit": ROOT, "stratum": "card", "size": 80, "bundles": ["7-0009"]})
    return _renamed(made, ids or {})


def _renamed(made: Json, ids: dict[str, str]) -> Json:
    """``a_document`` renames its own groups only."""
    if not ids:
        return made
    found = a_document(ids)
    root = ids[ROOT]
    found["questions"] = made["questions"]
    found["groups"].append({"id": f"{root}:card", "unit": root, "stratum": "card", "size": 80, "bundles": ["7-0009"]})
    for key, cells in made["cells"].items():
        if key.startswith("card."):
            found["cells"][key] = {f"{root}:card": cells[f"{ROOT}:card"]}
    return found


def told(
    document: Json, kind: Kind = Kind.ALL, *, units: frozenset[str] | None = None, unit: str = ROOT
) -> list[Section]:
    reading = Reading(Published(a_release(document)), Selection(View.ORGANISATION, (unit,), kind), "en", units)
    with translation.override("en"):
        return [one for one in STORIES["inclusion"].sections(reading) if one.key.startswith("cards")]


def test_a_difference_is_told_with_both_shares_and_its_range() -> None:
    opening, safe = told(with_cards(("origin", "safe", 80, LESS_SAFE)))
    assert opening.finding == "80 cards without a name are counted in this release."
    assert safe.finding == (
        "Who belongs to “origin” gives “safe” a 4 or 5 less often: 27% against 72% of the others"
        " (between 23 and 62 points lower)."
    )


def test_the_other_way_round_is_told_as_more_often() -> None:
    _opening, safe = told(with_cards(("origin", "safe", 80, (2, 4, 30, 20, 10, 14))))
    assert "gives “safe” a 4 or 5 more often" in safe.finding


def test_no_difference_is_not_the_same_as_equal() -> None:
    _opening, safe = told(with_cards(("origin", "safe", 62, ALIKE)))
    assert safe.finding == (
        "No difference in “safe” is shown between who belongs to a group and who does not. There may still be one."
    )


def test_what_is_shown_in_bands_is_not_compared() -> None:
    _opening, safe = told(with_cards(("origin", "safe", 80, FEW_YES)))
    assert safe.finding.startswith("Too few to compare “safe”: that takes 20 cards")
    assert safe.table is not None
    assert safe.table.rows[0].cells == ("fewer than 3", "fewer than 3", "4 to 7", "8")


def test_the_side_that_is_banded_follows_from_the_other_only_where_one_possibility_is_left() -> None:
    document = with_cards(("origin", "safe", 70, ("<3", "<3", "4..7", "<3", 20, 40)))
    of = Published(a_release(document))
    reading = Reading(of, Selection(View.ORGANISATION, (ROOT,), Kind.ALL), "en")
    (question,) = asked(reading.groups("inclusion_cards"))
    assert (question.yes.base, question.no.base) == (Range(8, 10), Range(60, 62))
    assert share_bounds(question.no, "high") == (40 / 62, 40 / 60)


def test_all_comparisons_of_the_cards_are_corrected_together() -> None:
    one = (30, 30, 12, 24, 24, 23)
    alone = told(with_cards(("origin", "safe", 143, one)))
    groups = ("disability", "orientation", "belief", "treated_differently")
    many = told(with_cards(("origin", "safe", 143, one), *((name, "safe", 62, ALIKE) for name in groups)))
    assert "less often" in alone[1].finding
    assert "No difference in “safe” is shown" in many[1].finding
    assert "5 comparisons were made on the cards" in " ".join(many[0].more)


def test_too_few_cards_are_said_with_how_many_wait() -> None:
    document = a_document()
    document["waiting"].append({"unit": ROOT, "stratum": "card", "people": 3})
    (section,) = told(document)
    assert section.finding == "Too few to say anything: 3 cards wait. Cards are counted from 10 on."
    assert "for the whole organisation only" in " ".join(section.more)
    (section,) = told(a_document())
    assert section.finding == "Too few to say anything: no cards are counted in this release."


def test_a_question_below_its_threshold_shows_nothing() -> None:
    found = told(with_cards(("origin", "safe", "<10", None), ("belief", "safe", 62, ALIKE)))
    assert [row.head for section in found if section.table for row in section.table.rows] == [
        "Belief: yes",
        "Belief: no",
    ]


@pytest.mark.parametrize("kind", [Kind.RESIGNATION, Kind.OTHER])
def test_cards_know_no_kind_of_departure(kind: Kind) -> None:
    (section,) = told(with_cards(("origin", "safe", 80, LESS_SAFE)), kind)
    assert section.table is None
    assert "Choose all departures" in section.finding


def test_who_sees_a_part_sees_no_cards() -> None:
    document = with_cards(("origin", "safe", 80, LESS_SAFE))
    assert told(document, units=frozenset({TERMINAL, KADE}), unit=TERMINAL) == []
    assert told(document, units=frozenset({ROOT, TERMINAL, KADE, TECHNIEK})) == []
    assert told(document, unit=TERMINAL) == []


@pytest.mark.parametrize("language", ["nl", "fr", "de"])
def test_cards_are_told_in_four_languages(language: str) -> None:
    document = with_cards(("origin", "safe", 80, LESS_SAFE))
    reading = Reading(Published(a_release(document)), Selection(View.ORGANISATION, (ROOT,), Kind.ALL), language)
    with translation.override(language):
        found = [one.finding for one in STORIES["inclusion"].sections(reading)]
    assert "27\u00a0%" in found[-1]
    assert "Who belongs" not in found[-1]


@pytest.mark.parametrize(("role", "sees"), [("hr_lead", True), ("guardian", True), ("leader", False)])
def test_page_and_file_show_cards_to_who_sees_the_whole(cast: Cast, signed_in: SignedIn, role: str, sees: bool) -> None:
    units = {ROOT: cast.root, TERMINAL: cast.terminal, KADE: cast.kade_noord, TECHNIEK: cast.techniek}
    ids = {key: str(unit.pk) for key, unit in units.items()}
    freeze(with_cards(("origin", "safe", 80, LESS_SAFE), ids=ids))
    reader: Client = signed_in(role)
    assert ("cards without a name" in reader.get("/insight/inclusion/").content.decode()) is sees
    assert ("card.origin.safe" in reader.get("/insight/inclusion.csv").content.decode()) is sees
