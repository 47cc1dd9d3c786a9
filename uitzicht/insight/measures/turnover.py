"""Turnover: leavers per person-year, from the public facts on staff of a release. Formulas: docs/methods/turnover.md.

Everybody is counted. The ranges treat who left as one draw of a process that could have gone otherwise by chance.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from babel.dates import format_date
from django.utils.translation import get_language, pgettext
from django.utils.translation import gettext as _

from uitzicht.core.statistics.rates import DAYS_IN_A_YEAR, Rate, decomposed, rate, stability
from uitzicht.core.statistics.shares import wilson
from uitzicht.insight.cells import Exact
from uitzicht.insight.labels import kind_label
from uitzicht.insight.measures.who_left import KINDS
from uitzicht.insight.menu import Selection, not_on_menu
from uitzicht.insight.published import Published
from uitzicht.insight.vocabulary import FigureGroup, Item, Kind

ALL = "all"
PARTS: Mapping[str, tuple[str, ...]] = {
    "voluntary": ("resignation",),
    "involuntary": ("dismissal",),
    "other": ("mutual_agreement", "end_of_fixed_term", "retirement", "death", "other"),
    "unknown": ("",),
}
DESIRABILITY: Mapping[str, str] = {"undesired": "undesired", "desired": "desired", "undecided": ""}
Counts = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Period:
    """A calendar year, or the part of one that was observed: from ``first`` up to, not including, ``end``."""

    name: str
    first: date
    end: date

    @property
    def is_full(self) -> bool:
        return (self.first.month, self.first.day, self.end.month, self.end.day) == (1, 1, 1, 1)

    @property
    def years(self) -> float:
        return (self.end - self.first).days / DAYS_IN_A_YEAR


def turnover(published: Published, selection: Selection, _language: str) -> tuple[FigureGroup, ...]:
    """For each unit and year: turnover by part and by kind, by desirability, leavers in their first year, stability, and who
    came back.

    The base of turnover is person-years and a share is leavers per person-year, so part years compare with whole ones.
    Refusal for one kind of departure only: this measure takes all of them apart.
    """
    if selection.kind is not Kind.ALL:
        raise not_on_menu()
    return tuple(
        group for unit in selection.units for period in periods(published) for group in _groups(published, unit, period)
    )


def periods(published: Published) -> tuple[Period, ...]:
    """Years that the staff list tells about, oldest first; () where a release has no facts on staff."""
    rows = _staff(published).get("turnover", {}).get("periods", ())
    return tuple(Period(name, date.fromisoformat(first), date.fromisoformat(end)) for name, first, end in rows)


def observed_from(published: Published) -> date | None:
    """The first day from which people who left are known."""
    since = _staff(published).get("observed_from")
    return date.fromisoformat(since) if since else None


def by_part(published: Published, unit: str, period: Period) -> FigureGroup | None:
    """Turnover of all leavers and of each part; None where nobody worked in that unit then."""
    counts = counted(published, unit, period)
    if counts is None:
        return None
    parts = {part: sum(counts["kinds"].get(kind, 0) for kind in kinds) for part, kinds in PARTS.items()}
    if not parts["unknown"]:
        del parts["unknown"]
    found = {ALL: rate(sum(parts.values()), counts["person_years"]), **decomposed(parts, counts["person_years"])}
    label = _("turnover in {period}").format(period=period_label(period))
    return _rates(published, unit, f"turnover.{period.name}", label, found, part_labels())


def counted(published: Published, unit: str, period: Period) -> Counts | None:
    """The counts of one unit and one year, as the release has them; None where nobody worked there then."""
    row: Counts | None = _staff(published).get("turnover", {}).get("units", {}).get(unit, {}).get(period.name)
    return row if row and row["person_years"] > 0 else None


def part_labels() -> dict[str, str]:
    return {
        ALL: pgettext("turnover", "all departures"),
        "voluntary": pgettext("turnover", "voluntary"),
        "involuntary": pgettext("turnover", "involuntary"),
        "other": pgettext("turnover", "other departures"),
        "unknown": pgettext("turnover", "not registered how"),
    }


def desirability_labels() -> dict[str, str]:
    return {
        "undesired": pgettext("departures", "undesired"),
        "desired": pgettext("departures", "desired"),
        "undecided": pgettext("departures", "not decided"),
    }


def period_label(period: Period) -> str:
    """ "2025", or which part of it: "2026 until 1 March" (the last day that counts)."""
    starts_late = (period.first.month, period.first.day) != (1, 1)
    ends_early = (period.end.month, period.end.day) != (1, 1)
    first, last = _day(period.first), _day(date.fromordinal(period.end.toordinal() - 1))
    if starts_late and ends_early:
        return _("{year}, {first} to {last}").format(year=period.name, first=first, last=last)
    if starts_late:
        return _("{year} from {first}").format(year=period.name, first=first)
    return _("{year} until {last}").format(year=period.name, last=last) if ends_early else period.name


def _groups(published: Published, unit: str, period: Period) -> Iterator[FigureGroup]:
    total, counts = by_part(published, unit, period), counted(published, unit, period)
    if total is None or counts is None:
        return
    yield total
    yield from _returned(published, unit, period, counts)
    leavers = sum(counts["kinds"].values())
    if not leavers:
        yield from _stayed(published, unit, period, counts)
        return
    yield _kinds(published, unit, period, counts)
    if leavers >= published.k:  # what HR thought of one departure is no figure for a manager
        yield _wanted(published, unit, period, counts)
    yield _first_year(published, unit, period, counts, leavers)
    yield from _stayed(published, unit, period, counts)


def _returned(published: Published, unit: str, period: Period, counts: Counts) -> Iterator[FigureGroup]:
    """Nothing in a release from before this was counted."""
    if "returned" in counts:
        label = _("colleagues who came back in {period}").format(period=period_label(period))
        item = Item("returned", _("came back"), Exact(counts["returned"]))
        yield _group(published, unit, f"returned.{period.name}", label, counts["person_years"], [item])


def _kinds(published: Published, unit: str, period: Period, counts: Counts) -> FigureGroup:
    labels = {kind: kind_label(kind) for kind in KINDS} | {"": part_labels()["unknown"]}
    found = {kind: counts["kinds"][kind] for kind in labels if counts["kinds"].get(kind)}
    label = _("turnover in {period}, by kind of departure").format(period=period_label(period))
    rates = decomposed(found, counts["person_years"])
    return _rates(published, unit, f"kind.{period.name}", label, rates, labels)


def _wanted(published: Published, unit: str, period: Period, counts: Counts) -> FigureGroup:
    found = {key: counts["desirability"].get(value, 0) for key, value in DESIRABILITY.items()}
    label = _("turnover in {period}, desired or not").format(period=period_label(period))
    rates = decomposed(found, counts["person_years"])
    return _rates(published, unit, f"desirability.{period.name}", label, rates, desirability_labels())


def _first_year(published: Published, unit: str, period: Period, counts: Counts, leavers: int) -> FigureGroup:
    count = counts["first_year"]
    label = _("leavers in {period}, first year").format(period=period_label(period))
    interval = wilson(count, leavers)
    item = Item("first_year", _("left within a year"), Exact(count), share=count / leavers, interval=interval)
    return _group(published, unit, f"first_year.{period.name}", label, leavers, [item])


def _stayed(published: Published, unit: str, period: Period, counts: Counts) -> Iterator[FigureGroup]:
    """Whole years only: who stays for a month says nothing beside who stays for a year."""
    there = counts["at_start"]
    if not (period.is_full and there):
        return
    share, interval = stability(counts["still_here"], there)
    label = _("stability in {period}").format(period=period_label(period))
    item = Item("still_here", _("still here at the end"), Exact(counts["still_here"]), share=share, interval=interval)
    yield _group(published, unit, f"stability.{period.name}", label, there, [item])


def _rates(
    published: Published, unit: str, question: str, label: str, rates: Mapping[str, Rate], labels: Mapping[str, str]
) -> FigureGroup:
    items = [
        Item(key or "unknown", labels[key], Exact(found.events), share=found.value, interval=found.interval)
        for key, found in rates.items()
    ]
    exposure = next(iter(rates.values())).exposure
    return _group(published, unit, question, label, exposure, items)


def _group(published: Published, unit: str, question: str, label: str, base: float, items: list[Item]) -> FigureGroup:
    return FigureGroup(unit, published.label(unit), Kind.ALL, question, label, Exact(base), tuple(items))


def _staff(published: Published) -> Mapping[str, Any]:
    staff: Mapping[str, Any] = published.document.get("public", {}).get("staff", {})
    return staff


def _day(on: date) -> str:
    language = (get_language() or "nl")[:2]
    pattern = {"de": "d. MMMM"}.get(language, "d MMMM")
    if language == "fr" and on.day == 1:
        pattern = "d'er' MMMM"
    return str(format_date(on, pattern, locale=language))
