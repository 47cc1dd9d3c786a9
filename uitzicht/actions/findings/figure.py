"""The frozen figure of an action in words, from ``Action.before``: the same words as on its page of insight."""

from collections.abc import Mapping
from typing import Any

from django.utils.translation import get_language, pgettext
from django.utils.translation import gettext as _

from uitzicht.actions.findings.aims import TURNOVER
from uitzicht.core.statistics.vocabulary import Interval
from uitzicht.insight import words
from uitzicht.insight.cells import Exact, Shown, parse
from uitzicht.insight.labels import capital
from uitzicht.insight.vocabulary import Item
from uitzicht.ui.templatetags.ui import number, percent

RATES = ("turnover.", "desirability.", "kind.")


def label(before: Mapping[str, Any]) -> str:
    """What is counted, in the active language: "Main reason: workload"."""
    question, item = _labels(before)
    return capital(question if "mean" in before or question == item else f"{question}: {item}")


def sentence(finding: Mapping[str, str]) -> str:
    """The frozen finding in the active language."""
    return finding.get((get_language() or "nl")[:2]) or next(iter(finding.values()), "")


def value(measure: str, question: str, before: Mapping[str, Any]) -> str:
    """The figure with its base and its range, as they were when the finding was read."""
    item, base = _item(before), parse(before["base"])
    if item.score:
        return _mean(item, base)
    if not (isinstance(item.shown, Exact) and item.interval and item.share is not None):
        return _("{value} of {base} people").format(value=words.item_value(item), base=words.value(base))
    if measure == TURNOVER and question.startswith(RATES):
        pattern = _("{share} a year: {count} people left (between {low} and {high})")
        low, high = percent(item.interval.low, 1), percent(item.interval.high, 1)
        return pattern.format(share=percent(item.share, 1), count=number(item.shown.value), low=low, high=high)
    pattern = _("{share}: {count} of {base} people (between {low} and {high})")
    ends = {"low": percent(item.interval.low), "high": percent(item.interval.high)}
    count = words.item_value(item)
    return pattern.format(share=percent(item.share), count=count, base=words.value(base), **ends)


def _mean(item: Item, base: Shown) -> str:
    people = words.value(base)
    if item.interval is None:
        return _("{mean} on the scale from 1 to 5, {base} people answered").format(
            mean=words.item_value(item), base=people
        )
    pattern = _("{mean} on the scale from 1 to 5, {base} people answered (between {low} and {high})")
    low, high = number(item.interval.low, 1), number(item.interval.high, 1)
    return pattern.format(mean=words.item_value(item), base=people, low=low, high=high)


def _item(before: Mapping[str, Any]) -> Item:
    cell = before.get("mean", before.get("count", before.get("band")))
    interval = Interval(*before["interval"]) if before.get("interval") else None
    return Item("", "", parse(cell), score="mean" in before, share=before.get("share"), interval=interval)


def _labels(before: Mapping[str, Any]) -> tuple[str, str]:
    found = before["labels"].get((get_language() or "nl")[:2]) or next(iter(before["labels"].values()))
    return found[0], found[1]


def direction_words(direction: str) -> str:
    """ "should go up", "should go down"."""
    return {
        "up": pgettext("aim of an action", "should go up"),
        "down": pgettext("aim of an action", "should go down"),
    }[direction]
