"""Did an action help: from releases only, beside units where nothing was done. See docs/methods/effects.md."""

from collections.abc import Collection, Sequence
from dataclasses import replace
from datetime import date

from uitzicht.actions.effect import answers, queries, rates, sentences
from uitzicht.actions.effect.aims import Aim, aim_of, is_followed
from uitzicht.actions.effect.pages import Told, told
from uitzicht.actions.effect.units import comparison, shared
from uitzicht.actions.effect.vocabulary import Effectiveness, EffectState, Outcome
from uitzicht.actions.effect.worth import worth
from uitzicht.actions.models import Action
from uitzicht.insight.earlier.since import since as in_since
from uitzicht.insight.published import Published


def measured(action: Action, *, on: date, units: Collection[str] | None = ()) -> Effectiveness:
    """What the newest release of ``on`` or before says about the effect, in the active language.

    ``units``: ids in the document that the reader may see, None for all (``insight.queries.visible_units``). Who sees a part
    gets the comparison without its names and figures, and no cost. Reads releases and actions, changes nothing.
    """
    aim, now, then = aim_of(action), queries.newest(on=on), queries.of_finding(action)
    if (
        now is None
        or then is None
        or aim.unit not in then.parents
        or not (is_followed(aim, then) and is_followed(aim, now))
    ):
        return Effectiveness(EffectState.NO_FIGURE, sentences.no_figure())
    cost = None if action.cost is None else float(action.cost)
    if aim.effective_on is None or aim.effective_on > on:
        found = _outcome(then, now, aim, (), on)
        value = worth(found, aim, cost) if units is None else None
        return Effectiveness(EffectState.NOT_BEGUN, sentences.not_begun(), worth=value, release=now.released.number)
    at_work = queries.at_work(action)
    aims = [other for _action, other in at_work]
    beside = comparison(now, aim, aims)
    found = _outcome(then, now, aim, beside, aim.effective_on)
    if found.expected_on:
        found = replace(found, expected_on=max(found.expected_on, on))
    begun = found.series[0].first if found.series else None
    reading = Told(
        found,
        aim,
        now,
        beside=beside,
        shared=tuple(at_work[place][0] for place in shared(now, aim, aims, observed_from=begun)),
        since=aim.effective_on,
        sees_all=units is None,
        cost=cost,
    )
    return told(reading)


def _outcome(then: Published, now: Published, aim: Aim, beside: Sequence[str], since: date) -> Outcome:
    if aim.is_rate:
        return rates.outcome(now, aim, beside, since=since)
    return answers.outcome(then, in_since(now, then), aim, beside, since=since)
