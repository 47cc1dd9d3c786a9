"""Whatever people do, in any order, over any number of releases: nobody is opened and nothing published changes.

The state machine of the pure core; ``make attack`` lets it run at length.
"""

from types import SimpleNamespace
from typing import Any

import pytest
from hypothesis import Phase, settings
from hypothesis import strategies as st
from hypothesis.stateful import (
    RuleBasedStateMachine,
    initialize,
    invariant,
    precondition,
    rule,
    run_state_machine_as_test,
)

from tests.core.disclosure.organisations import STRATA
from tests.wall import company
from tests.wall.company import CONTENT, MAIN, REASONS, Company
from tests.wall.profiles import SOAKING, pace
from uitzicht.core.disclosure.protection import protect

TICKED = st.lists(st.sampled_from(REASONS.items), unique=True)
CHOSEN, SCORED = st.sampled_from(MAIN.items), st.integers(1, 5)
CONVERSATION = st.fixed_dictionaries({REASONS.key: TICKED, MAIN.key: CHOSEN, CONTENT.key: SCORED})
ALONE = st.fixed_dictionaries({}, optional={REASONS.key: TICKED, MAIN.key: CHOSEN, CONTENT.key: SCORED})
SHEET = st.one_of(CONVERSATION, ALONE)
ALIKE: tuple[dict[str, Any], ...] = (
    {REASONS.key: ["pay"], MAIN.key: "pay", CONTENT.key: 1},
    {REASONS.key: [], MAIN.key: "career", CONTENT.key: 5},
)
MOST_RELEASES = 20 if SOAKING else 4  # each attacks all before it again
PACE = pace(examples=12, steps=20, soaking=(400, 50))
MUTANT = settings(PACE, phases=[Phase.generate], print_blob=False, report_multiple_bugs=False)


class Life(RuleBasedStateMachine):
    """Rules are the verbs of ``Company``; each draws for whom, where and what."""

    def __init__(self) -> None:
        super().__init__()
        self.company = Company()

    @initialize(sheets=st.lists(SHEET, min_size=5, max_size=12), unit=st.sampled_from(["4", "6"]))
    def begin(self, sheets: list[Any], unit: str) -> None:
        self.leave(unit, STRATA[0], sheets)
        self.company.releases()

    @rule(data=st.data(), stratum=st.sampled_from(STRATA), sheets=st.lists(SHEET, min_size=1, max_size=7))
    def leave_and_answer(self, data: st.DataObject, stratum: str, sheets: list[Any]) -> None:
        self.leave(data.draw(st.sampled_from(self.company.units)), stratum, sheets)

    @rule(data=st.data(), people=st.integers(4, 6), sheet=st.sampled_from(ALIKE))
    def leave_and_answer_alike(self, data: st.DataObject, people: int, sheet: Any) -> None:
        """The worst for everybody in it: a team that says the same."""
        self.leave(data.draw(st.sampled_from(self.company.units)), STRATA[0], [sheet] * people)

    @precondition(lambda self: self.company.back_again())
    @rule(data=st.data(), sheet=SHEET)
    def come_back_and_leave(self, data: st.DataObject, sheet: Any) -> None:
        person = data.draw(st.sampled_from(self.company.back_again()))
        self.company.leaves(data.draw(st.sampled_from(self.company.units)), STRATA[0], sheet, person=person)

    @precondition(lambda self: self.company.handles)
    @rule(data=st.data(), sheet=SHEET)
    def correct(self, data: st.DataObject, sheet: Any) -> None:
        self.company.corrects(data.draw(st.sampled_from(self.company.handles)), sheet)

    @precondition(lambda self: self.company.handles)
    @rule(data=st.data())
    def erase(self, data: st.DataObject) -> None:
        self.company.erases(data.draw(st.sampled_from(self.company.handles)))

    @rule(data=st.data())
    def reorganise(self, data: st.DataObject) -> None:
        units = st.sampled_from(self.company.units)
        self.company.moves(data.draw(units), data.draw(units))

    @precondition(lambda self: len(self.company.units) < 9)
    @rule(data=st.data())
    def open_unit(self, data: st.DataObject) -> None:
        self.company.opens(data.draw(st.sampled_from(self.company.units)))

    @rule(k=st.integers(5, 8), sensitive=st.integers(5, 12))
    def demand(self, k: int, sensitive: int) -> None:
        self.company.demands(k, sensitive)

    @precondition(lambda self: len(self.company.documents) < MOST_RELEASES)
    @rule()
    def release(self) -> None:
        self.company.releases()

    @precondition(lambda self: len(self.company.documents) < MOST_RELEASES)
    @rule(data=st.data(), sheets=st.lists(SHEET, min_size=5, max_size=9), stratum=st.sampled_from(STRATA))
    def leave_and_release(self, data: st.DataObject, sheets: list[Any], stratum: str) -> None:
        """A quarter in which a team is large enough; otherwise lives would be spent waiting."""
        self.leave(data.draw(st.sampled_from(self.company.units)), stratum, sheets)
        self.company.releases()

    def leave(self, unit: str, stratum: str, sheets: list[Any]) -> None:
        for sheet in sheets:
            self.company.leaves(unit, stratum, sheet)

    @invariant()
    def nobody_is_opened(self) -> None:
        assert not list(self.company.faults())


def test_any_life_of_a_company_keeps_everybody_hidden() -> None:
    run_state_machine_as_test(Life, settings=PACE)


def test_without_the_repair_a_life_is_found_that_opens_somebody(monkeypatch: pytest.MonkeyPatch) -> None:
    """The twin that shows that the machine can fail."""

    def unrepaired(table: Any, parameters: Any, compose: Any, audit: Any) -> Any:
        return SimpleNamespace(document=compose(protect(table, parameters)))

    monkeypatch.setattr(company, "protect_until_closed", unrepaired)
    with pytest.raises(AssertionError, match="open: value"):
        run_state_machine_as_test(Life, settings=MUTANT)


def test_where_bundles_are_opened_again_a_life_is_found_in_two(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(Company, "_wait", lambda self, people: None)
    with pytest.raises(AssertionError, match="waits and is in a bundle"):
        run_state_machine_as_test(Life, settings=MUTANT)
