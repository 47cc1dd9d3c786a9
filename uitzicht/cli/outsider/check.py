"""Is everything that was read in a release? A figure may say as much as the frozen documents say about its place, or less.

What says more, or stands nowhere, is a leak: somebody computed it from answers past the release.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from fractions import Fraction
from functools import cache

from uitzicht.cli.outsider.displays import Span, of_count, of_mean, read_count, read_mean
from uitzicht.cli.outsider.published import Column, Published
from uitzicht.cli.outsider.seen import Figure
from uitzicht.core.statistics.means import mean_interval
from uitzicht.core.statistics.shares import wilson

ROUNDED = Fraction(1, 20) + Fraction(1, 10**6)
"""A mean of two groups together is rounded once more."""
HALF_STEP, HALF_STEP_JOINED = 0.05, 0.1
AS_PRINTED = 0.00006


@dataclass(frozen=True)
class Leak:
    """What is wrong and where it stands; never what it says."""

    why: str
    place: str
    role: str
    address: str


def leaks(found: Iterable[Figure], published: Published) -> Iterator[Leak]:
    """Figures that fit no release. Figures that cannot be numbers about answers are passed over."""
    places = cache(published.places)
    for figure in found:
        if not _is_number(figure):
            continue
        columns = [
            column
            for release, unit, kind in places(figure.release, figure.unit, figure.kind)
            for question in figure.questions or published.questions_with(figure.items)
            for column in published.possible(release, unit, kind, question)
        ]
        says_nothing = _says_nothing(figure) and not any(column.base.exact for column in columns)
        if not says_nothing and not any(_fits(figure, column) for column in columns):
            yield Leak("a figure that no release holds", _place(figure), figure.role, figure.address)


def disagreements(found: Iterable[Figure]) -> Iterator[Leak]:
    """Two roles that read different figures in the same place of a file: together they know more than either."""
    first: dict[tuple[object, ...], Figure] = {}
    for figure in found:
        if not figure.raw:
            continue
        other = first.setdefault(figure.place, figure)
        if (other.text, other.base) != (figure.text, figure.base) and other.role != figure.role:
            yield Leak(f"{other.role} reads another figure here", _place(figure), figure.role, figure.address)


def _fits(figure: Figure, column: Column) -> bool:
    if figure.base and not _is_base(figure.base, column):
        return False
    if not figure.items:
        return _is_base(figure.text, column)
    return any(_item_fits(figure, column, item) for item in figure.items & column.items.keys())


def _item_fits(figure: Figure, column: Column, item: str) -> bool:
    stated = column.items[item]
    if stated is None:
        return not figure.text and not figure.share and figure.interval == ("", "")
    if (figure.share or figure.interval != ("", "")) and not _derived(figure, column, stated):
        return False
    if not figure.text:
        return True
    shown = _read(figure, column)
    if shown is None:
        return False
    if column.is_score and column.joined and shown.exact:
        return stated.exact and abs(shown.low - stated.low) <= ROUNDED
    return shown.holds(stated)


def _derived(figure: Figure, column: Column, stated: Span) -> bool:
    """Shares and ranges are made of displayed numbers, and stand beside exact ones only."""
    if not (stated.exact and column.base.exact and column.base.low > 0):
        return False
    count, n = float(stated.low), int(column.base.low)
    if figure.share and "." in figure.share:
        if abs(float(figure.share) - count / n) > AS_PRINTED:
            return False
    elif figure.share and abs(float(figure.share) - 100 * count / n) > 0.5 + AS_PRINTED:
        return False
    if figure.interval == ("", ""):
        return True
    if column.is_score:
        shown = float(figure.text)
        expected = mean_interval(shown, n, half_step=HALF_STEP_JOINED if column.joined else HALF_STEP)
    else:
        expected = wilson(round(count), n)
    low, high = map(float, figure.interval)
    return abs(low - expected.low) <= AS_PRINTED and abs(high - expected.high) <= AS_PRINTED


def _is_base(text: str, column: Column) -> bool:
    shown = of_count(text, column.base) if re.fullmatch(r"[<>\d.]+", text) else read_count(text, column.base)
    return shown is not None and shown.holds(column.base)


def _read(figure: Figure, column: Column) -> Span | None:
    if figure.raw:
        return of_mean(figure.text) if column.is_score else of_count(figure.text, column.base)
    return read_mean(figure.text) if column.is_score else read_count(figure.text, column.base)


def _says_nothing(figure: Figure) -> bool:
    """Few answers, and no figure about them: where no document gives their number either, that follows from group sizes."""
    base = figure.base if figure.items else figure.text
    nothing_beside = not figure.items or not (figure.text or figure.share)
    if nothing_beside and not base:
        return True  # a value of a cut without a view
    return nothing_beside and base.startswith(("<", "fewer than ", "0.."))


def _is_number(figure: Figure) -> bool:
    """Words beside a name are no figure."""
    anything = Span(Fraction(0), Fraction(10**9))
    return figure.raw or bool(figure.share) or any((read_count(figure.text, anything), read_mean(figure.text)))


def _place(figure: Figure) -> str:
    parts = [
        f"release {figure.release}" if figure.release else "no release named",
        figure.unit or "",
        figure.kind or "",
        "/".join(sorted(figure.questions)),
        "/".join(sorted(figure.items)) or "base",
    ]
    return ", ".join(part for part in parts if part)
