"""An effect in words: the finding with its interval, and what the design does and does not carry. Active language."""

from collections.abc import Sequence
from datetime import date

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from uitzicht.actions.effect.aims import Aim
from uitzicht.actions.effect.labels import amount, lower_or_higher, month, value
from uitzicht.actions.effect.vocabulary import OUTCOMES, Design, EffectState, Outcome, Scale, Why
from uitzicht.core.statistics.vocabulary import Interval
from uitzicht.insight.labels import capital
from uitzicht.insight.rules import ENOUGH
from uitzicht.insight.words import long_date
from uitzicht.ui.templatetags.ui import number, percent

MOST_NAMED = 5


def not_begun() -> str:
    return _("Nothing is measured yet: the action does not work yet.")


def no_figure() -> str:
    return _("The effect cannot be followed: releases do not tell this figure by unit and over time.")


def not_separable(titles: Sequence[str]) -> str:
    pattern = ngettext(
        "The effect cannot be told apart from that of another action on the same figure: {titles}.",
        "The effect cannot be told apart from that of other actions on the same figure: {titles}.",
        len(titles),
    )
    return pattern.format(titles=", ".join(_("“{title}”").format(title=title) for title in titles))


def finding(found: Outcome, aim: Aim, *, label: str, unit: str, release: int) -> str:
    """The one sentence about the figures of an action that works."""
    if found.state is EffectState.CANNOT_TELL:
        return _cannot_tell(found, aim, release)
    if found.state is EffectState.TOO_EARLY:
        return _too_early(found, aim)
    if found.state is EffectState.NOT_SHOWN:
        return _not_shown(found, label, unit)
    return _moved(found, label, unit)


def beside(found: Outcome, names: Sequence[str], *, may_name: bool) -> list[str]:
    """What the change stands beside. ``may_name``: the reader sees these units."""
    if found.design is Design.ALONE:
        return [_("There is no unit to compare with, so nothing rules out that it changed everywhere.")]
    pattern = ngettext(
        "Compared with {n} unit of the same level where nothing was done about this figure{names}.",
        "Compared with {n} units of the same level where nothing was done about this figure{names}.",
        len(names),
    )
    said = [
        pattern.format(n=number(len(names)), names=_named(names) if may_name else ""),
        _("That rules out what changed everywhere alike, not what changed only here at the same time."),
    ]
    if found.design is Design.SERIES:
        said.append(_("A trend that it had already is taken off (interrupted time series)."))
    else:
        said.append(_("A trend that it had already, beside those units, would look the same."))
    return said


def cautions(found: Outcome, state: EffectState, *, stood_out: bool, between: str) -> list[str]:
    """What a careful analyst adds. ``between``: the period that counts on neither side, "" for none."""
    said = []
    if state is EffectState.OPPOSITE:
        said.append(_("The figure went the other way. That does not show that the action brought it about."))
    if state is EffectState.NOT_SHOWN and found.is_ratio:
        said.append(_("There were enough departures to show a halving or a doubling. A smaller effect may be there."))
    if between:
        said.append(
            _("{period} counts on neither side: the action began to work in the course of it.").format(period=between)
        )
    if stood_out:
        said.append(
            _(
                "This unit was chosen while its figure stood out. Such a figure tends to move back to the middle by itself,"
                " so part of a change was to be expected."
            )
        )
    if state in OUTCOMES:
        said.append(
            _(
                "Every release looks again, and whoever keeps looking finds something in the end: confirm the first outcome."
            )
        )
    return said


def different_people(release: int, since: date) -> str:
    """For answers: who stands on which side."""
    pattern = _("Different people: everybody up to release {number} beside who left from {date} on.")
    return pattern.format(number=number(release), date=long_date(since))


def _cannot_tell(found: Outcome, aim: Aim, release: int) -> str:
    match found.why:
        case Why.FEW_BEFORE if aim.is_rate:
            count = found.own.before.count or 0 if found.own else 0
            pattern = ngettext(
                "Whether it helped cannot be told: with {count} departure before, no number afterwards could show even a halving.",
                "Whether it helped cannot be told: with {count} departures before, no number afterwards could show even a halving.",
                count,
            )
            return pattern.format(count=number(count))
        case Why.FEW_BEFORE:
            pattern = _("Whether it helped cannot be told: before, fewer than {enough} people answered.")
            return pattern.format(enough=ENOUGH)
        case Why.NO_YEARS:
            return _(
                "Whether it helped cannot be told here: years of their own are published only for the organisation and the"
                " units right under it."
            )
        case Why.UNIT_GONE:
            pattern = _("Whether it helped cannot be told: the unit does not stand in release {number}.")
            return pattern.format(number=number(release))
        case Why.NO_STAFF:
            pattern = _("Whether it helped cannot be told: release {number} has no facts on the staff of this unit.")
            return pattern.format(number=number(release))
    return _(
        "Whether it helped cannot be told: this figure is not shown exactly, and a range is never made into a number."
    )


def _too_early(found: Outcome, aim: Aim) -> str:
    needed = found.needed or 1
    if not aim.is_rate:
        pattern = ngettext(
            "Too early to tell: {needed} more answer is needed from people who left since.",
            "Too early to tell: {needed} more answers are needed from people who left since.",
            needed,
        )
    elif aim.ratio > 1:
        pattern = ngettext(
            "Too early to tell: {needed} more departure, at the pace of before, before a doubling would show.",
            "Too early to tell: {needed} more departures, at the pace of before, before a doubling would show.",
            needed,
        )
    else:
        pattern = ngettext(
            "Too early to tell: {needed} more departure, at the pace of before, before a halving would show.",
            "Too early to tell: {needed} more departures, at the pace of before, before a halving would show.",
            needed,
        )
    said = pattern.format(needed=number(needed))
    if found.expected_on:
        return f"{said} {_('That is about {month}.').format(month=month(found.expected_on))}"
    return f"{said} {_('At this pace that takes more than ten years.')}" if aim.is_rate else said


def _not_shown(found: Outcome, label: str, unit: str) -> str:
    interval = found.interval or Interval(0, 0)
    pattern = (
        _("No effect is shown on {figure} in {unit}: anything from {low} to {high} fits.")
        if found.design is Design.ALONE
        else _("No effect is shown on {figure} in {unit}: beside comparable units, anything from {low} to {high} fits.")
    )
    low, high = lower_or_higher(interval.low, found.scale), lower_or_higher(interval.high, found.scale)
    return pattern.format(figure=label, unit=unit, low=low, high=high)


def _moved(found: Outcome, label: str, unit: str) -> str:
    interval = found.interval or Interval(0, 0)
    change = found.change or 0.0
    low, high = sorted(abs(end - (1 if found.is_ratio else 0)) for end in (interval.low, interval.high))
    values = {
        "figure": capital(label),
        "unit": unit,
        "change": lower_or_higher(change, found.scale),
        "low": percent(low) if found.is_ratio else _plain(low, found.scale),
        "high": percent(high) if found.is_ratio else amount(high, found.scale),
    }
    if found.is_ratio:
        pattern = (
            _("{figure} in {unit} is {change} than before (between {low} and {high}).")
            if found.design is Design.ALONE
            else _(
                "{figure} in {unit} is {change} than if it had gone as in comparable units (between {low} and {high})."
            )
        )
        return pattern.format(**values)
    before, after = (found.own.before, found.own.after) if found.own else (None, None)
    values |= {
        "before": value(before, found.scale) if before else "",
        "after": value(after, found.scale) if after else "",
    }
    pattern = (
        _("{figure} in {unit} went from {before} to {after}: {change} (between {low} and {high}).")
        if found.design is Design.ALONE
        else _(
            "{figure} in {unit} went from {before} to {after}: beside comparable units {change} (between {low} and {high})."
        )
    )
    return pattern.format(**values)


def _plain(size: float, scale: Scale) -> str:
    return number(size, 1) if scale is Scale.MEAN else number(100 * size)


def _named(names: Sequence[str]) -> str:
    shown = ", ".join(names[:MOST_NAMED])
    more = len(names) - MOST_NAMED
    if more > 0:
        shown = _("{names} and {n} more").format(names=shown, n=number(more))
    return f" ({shown})"
