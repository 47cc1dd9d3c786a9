"""The figures that an action from a finding can aim at: those of the section itself, and turnover."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from django.utils import translation

from uitzicht.actions.findings.place import LANGUAGES, Place
from uitzicht.actions.rules import usual_direction
from uitzicht.actions.vocabulary import Direction
from uitzicht.insight.cells import Hidden
from uitzicht.insight.figures import drawn
from uitzicht.insight.labels import capital
from uitzicht.insight.measures.turnover import periods
from uitzicht.insight.menu import Selection
from uitzicht.insight.ranking import by_mean, ranked
from uitzicht.insight.stories import STORIES
from uitzicht.insight.stories.section import Reading
from uitzicht.insight.stories.turnover.years import Years
from uitzicht.insight.vocabulary import FigureGroup, Item, Kind, View

ANSWERS = frozenset(
    {"main_reason", "reasons", "force", "avoidable", "experience", "change", "going_well", "to_improve", "recommend"}
    | {"inclusion", "candour", "later_reason", "openness", "written"}
)
TURNOVER = "turnover"
OF_A_SECTION: Mapping[str, tuple[str, ...]] = {
    "main-reason": ("main_reason",),
    "reasons": ("reasons",),
    "force": ("force",),
    "avoidable": ("avoidable",),
    "experience": ("experience",),
    "change": ("change",),
    "going-well": ("going_well",),
    "to-improve": ("to_improve",),
    "areas": ("experience", "change"),
    "indicator": (),
}
"""Measures that a section draws on, where its page has others too."""
TOLD = ("improve", "high", "yes")
"""Answers that the sentence of a page is about, where the answers have an order of their own."""
RATES = ("turnover", "desirability", "first_year", "stability")
NO_AIM = frozenset({"unknown", "undecided"})
FIRST_OF_A_SECTION = {"desirability": "desirability", "first-year": "first_year", "stability": "stability"}


@dataclass(frozen=True, slots=True)
class Aim:
    """A figure of one group of people, as insight shows it."""

    measure: str
    group: FigureGroup
    item: Item

    @property
    def key(self) -> str:
        return "|".join((self.measure, self.group.question, self.item.key))

    @property
    def label(self) -> str:
        """ "Main reason: workload", or the label of a mean alone."""
        whole = self.group.question_label
        return capital(whole if self.item.score else f"{whole}: {self.item.label}")

    @property
    def direction(self) -> Direction:
        return usual_direction(self.group.question, self.item.key)


def aims(place: Place, reading: Reading) -> list[Aim]:
    """What can be aimed at, the figure that the finding is most about first. Only what the release shows."""
    with translation.override(reading.language):
        own = [aim for measure in _measures(place) for aim in _answers(reading, measure)]
        rates = list(_rates(reading))
    if place.story == TURNOVER or place.section == "indicator":
        first = FIRST_OF_A_SECTION.get(place.section, "turnover")
        rates.sort(key=lambda aim: not aim.group.question.startswith(f"{first}."))
    return [*own, *rates]


def chosen(place: Place, reading: Reading, key: str) -> Aim | None:
    return next((aim for aim in aims(place, reading) if aim.key == key), None)


def frozen(aim: Aim, labels: Mapping[str, tuple[str, str]]) -> dict[str, Any]:
    """``Action.before``: the figure as the release shows it, with ``labels`` by language."""
    cell, group = aim.item.to_json(), aim.group.to_json()
    kept = {name: value for name, value in cell.items() if name not in ("key", "label", "p", "q")}
    return {"base": group["base"], "unit": group["unit"], **kept, "labels": {k: list(v) for k, v in labels.items()}}


def labels(place: Place, reading: Reading, key: str) -> dict[str, tuple[str, str]]:
    """Language -> (question, item) of one aim."""
    found: dict[str, tuple[str, str]] = {}
    for language in LANGUAGES:
        there = Reading(reading.published, reading.selection, language, reading.units)
        aim = chosen(place, there, key)
        if aim:
            found[language] = (aim.group.question_label, aim.item.label)
    return found


def _measures(place: Place) -> tuple[str, ...]:
    named = OF_A_SECTION.get(place.section)
    return tuple(m for m in STORIES[place.story].measures if m in ANSWERS and (named is None or m in named))


def _answers(reading: Reading, measure: str) -> list[Aim]:
    """What weighs most first: the lowest mean, the answer that the page tells of, the answer named most."""
    groups = list(reading.groups(measure))
    if all(item.score for group in groups for item in group.items):
        groups = by_mean(groups)[::-1]
    found = [Aim(measure, group, item) for group in groups for item in ranked(group) if item.key != "none"]
    shown = [aim for aim in found if not isinstance(aim.item.shown, Hidden)]
    return sorted(shown, key=lambda aim: aim.item.key not in TOLD)


def _rates(reading: Reading) -> Iterator[Aim]:
    """Turnover of the unit in the year that its page is about; it takes the kinds of departure apart itself."""
    selection = Selection(View.ORGANISATION, (reading.unit,), Kind.ALL)
    groups = {group.question: group for group in drawn(TURNOVER, reading.published, selection, reading.language).groups}
    named = [(period, groups.get(f"turnover.{period.name}")) for period in periods(reading.published)]
    years = Years(tuple((period, group) for period, group in named if group is not None))
    for rate in RATES if years.found else ():
        group = groups.get(f"{rate}.{years.now[0].name}")
        if group is not None:
            yield from (Aim(TURNOVER, group, item) for item in group.items if item.key not in NO_AIM)
