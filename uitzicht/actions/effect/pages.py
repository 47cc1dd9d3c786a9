"""An effect as a page tells it: the finding, what belongs beside it, the drawing and the table."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from django.utils.translation import gettext as _

from uitzicht.actions.effect import drawings, sentences, tables
from uitzicht.actions.effect.aims import Aim
from uitzicht.actions.effect.labels import figure_label
from uitzicht.actions.effect.vocabulary import Design, Effectiveness, EffectState, Outcome, Scale
from uitzicht.actions.effect.worth import worth
from uitzicht.actions.models import Action
from uitzicht.insight.labels import capital
from uitzicht.insight.published import Published


@dataclass(frozen=True)
class Told:
    """What is told: the outcome of an action that works, its comparison units, and the actions that share its figure."""

    found: Outcome
    aim: Aim
    now: Published
    beside: Sequence[str]
    shared: tuple[Action, ...]
    since: date
    sees_all: bool
    cost: float | None

    @property
    def shows_others(self) -> bool:
        return self.sees_all and self.found.design is not Design.ALONE

    @property
    def has_after(self) -> bool:
        return self.found.own is not None and self.found.own.after is not None

    @property
    def unit(self) -> str:
        return self.now.label(self.aim.unit) if self.aim.unit in self.now.parents else ""


def told(of: Told) -> Effectiveness:
    found, label = of.found, figure_label(of.now, of.aim)
    finding = (
        sentences.not_separable([other.title for other in of.shared])
        if of.shared
        else sentences.finding(found, of.aim, label=label, unit=of.unit, release=of.now.released.number)
    )
    caption = _("{figure}, {unit}").format(figure=capital(label), unit=of.unit)
    if of.aim.is_rate:
        chart = drawings.over_time(found, since=of.since, unit=of.unit, title=finding, others=of.shows_others)
        table = tables.over_time(found, unit=of.unit, caption=caption, others=of.shows_others)
    else:
        chart = drawings.before_and_after(found, unit=of.unit, title=finding, others=of.shows_others)
        table = tables.before_and_after(found, unit=of.unit, caption=caption, others=of.shows_others)
    return Effectiveness(
        EffectState.NOT_SEPARABLE if of.shared else found.state,
        finding,
        tuple(_beside(of)),
        found,
        tuple(of.beside) if found.design is not Design.ALONE else (),
        of.shared,
        worth(found, of.aim, of.cost) if of.sees_all and not of.shared else None,
        chart,
        drawings.caption(found.scale),
        table,
        of.now.released.number,
    )


def _beside(of: Told) -> list[str]:
    said: list[str] = []
    if of.has_after:
        names = [of.now.name(unit) for unit in of.beside]
        said += sentences.beside(of.found, names, may_name=of.sees_all)
        said += [] if of.aim.is_rate else [sentences.different_people(of.aim.release, of.since)]
    state = EffectState.NOT_SEPARABLE if of.shared else of.found.state
    between = next((one.name for one in of.found.series if one.first < of.since < one.end), "")
    return [*said, *sentences.cautions(of.found, state, stood_out=of.has_after and stood_out(of), between=between)]


def stood_out(of: Told) -> bool:
    """Whether the figure of the unit was worse than elsewhere before: then it tends to get better by itself. A part of the
    organisation without a comparison was picked out of something, too."""
    if of.aim.unit == of.now.root or of.found.own is None:
        return False
    if of.found.others is None:
        return True
    own, others = of.found.own.before.value, of.found.others.before.value
    grows = of.aim.ratio > 1 if of.found.scale in (Scale.RATE, Scale.PART) else of.aim.is_up
    return own < others if grows else own > others
