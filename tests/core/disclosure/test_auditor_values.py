"""Figures that add up against each other are opened at their exact place; a wide sibling closes them again."""

from tests.core.disclosure.published import CHOICE, SCORE, TICK, Published, choices, scores, ticks
from uitzicht.core.disclosure.auditor import Opening, audit

FAMILY = {"1": None, "2": "1", "3": "1", "4": "1"}
WHY = "value: somebody in the bundle has no counter-world"


def _ticked(levels: dict[tuple[str, str, str], int] | None = None) -> Published:
    """Unit 2: nobody ticked, shown as "<3"; its parent minus its siblings says so all the same: 10 - 5 - 5."""
    published = Published(FAMILY, [TICK])
    published.release([("2", ticks(0, 6)), ("3", ticks(5, 4)), ("4", ticks(5, 5))], levels=levels)
    return published


def test_a_parent_minus_its_siblings_undoes_a_band() -> None:
    published = _ticked()
    assert published.documents[0]["cells"]["reasons"]["2:resignation"]["items"] == ["<3"]
    assert audit(*published.evidence()).openings == (Opening(1, "2:resignation", "1-0001", "reasons", "pay", WHY),)


def test_a_wide_sibling_closes_it() -> None:
    published = _ticked({("3:resignation", "reasons", "pay"): 1})
    verdict = audit(*published.evidence())
    assert verdict.green, verdict.openings
    assert verdict.linear_programmes > 0


def test_a_wide_parent_closes_it() -> None:
    assert audit(*_ticked({("1:resignation", "reasons", "pay"): 2}).evidence()).green


def test_an_organisation_without_a_sibling_has_nothing_to_subtract() -> None:
    published = Published({"1": None, "2": "1"}, [TICK])
    published.release([("2", ticks(0, 6))])
    assert audit(*published.evidence()).green


def test_scores_of_a_parent_and_a_sibling_undo_a_band() -> None:
    low, middle = scores(1, 1, 1, 1, 1, 1), scores(3, 3, 3, 3, 3, 3)
    published = Published({"1": None, "2": "1", "3": "1"}, [SCORE])
    published.release([("2", low), ("3", middle)])
    assert {one.bundle for one in audit(*published.evidence()).openings} == {"1-0001"}
    apart = Published({"1": None, "2": "1"}, [SCORE])
    apart.release([("2", low)])
    assert audit(*apart.evidence()).green


def test_choices_of_a_parent_and_a_sibling_undo_a_band() -> None:
    published = Published({"1": None, "2": "1", "3": "1"}, [CHOICE])
    published.release([("2", choices(pay=6)), ("3", choices(pay=4, career=4, family=4))])
    opened = audit(*published.evidence()).openings
    assert {(one.bundle, one.item) for one in opened} == {("1-0001", "pay"), ("1-0001", "career"), ("1-0001", "family")}


def test_only_the_questions_asked_are_attacked() -> None:
    published = Published({"1": None, "2": "1", "3": "1"}, [TICK, SCORE])
    published.release([("2", ticks(0, 6)), ("3", ticks(4, 5))])
    assert not audit(*published.evidence(), questions=["reasons"]).green
    assert audit(*published.evidence(), questions=["content"]).green


def test_strata_do_not_help_each_other() -> None:
    published = Published({"1": None, "2": "1", "3": "1"}, [TICK])
    published.release([("2", ticks(0, 6)), ("3", ticks(4, 5))], stratum="resignation")
    published.release([("2", ticks(3, 6)), ("3", ticks(3, 6))], stratum="other")
    assert {one.bundle for one in audit(*published.evidence()).openings} == {"1-0001"}


def test_progress_is_told() -> None:
    told: list[tuple[str, int, int]] = []
    audit(
        *_ticked({("3:resignation", "reasons", "pay"): 1}).evidence(),
        progress=lambda step, done, of: told.append((step, done, of)),
    )
    assert told[0] == ("counter-worlds", 1, 1)
    assert told[-1][0] == "linear programmes"
