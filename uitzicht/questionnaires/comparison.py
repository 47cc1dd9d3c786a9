"""What one version changes against another, for whoever publishes it."""

from collections.abc import Iterator
from dataclasses import dataclass

from django.utils.translation import gettext_lazy as _

from uitzicht.questionnaires.content import Item, Part, Version
from uitzicht.questionnaires.wording import LANGUAGES


@dataclass(frozen=True, slots=True)
class Difference:
    """One thing that is otherwise. ``before`` and ``after``: texts, empty when there is nothing to show; ``gone``: the
    item is no longer there."""

    what: object
    item: str = ""
    part: str = ""
    language: str = ""
    before: str = ""
    after: str = ""
    gone: bool = False


def differences(before: Version, after: Version) -> list[Difference]:
    """In the order of the conversation: parts, then questions that came, went, moved or are worded otherwise."""
    old = {part.key: part for part in before.parts}
    return [one for part in after.parts if part.key in old for one in _in_part(old[part.key], part)]


def _in_part(before: Part, after: Part) -> Iterator[Difference]:
    if before.minutes != after.minutes:
        yield Difference(_("minutes"), part=after.key, before=str(before.minutes), after=str(after.minutes))
    names = ((before.title, after.title, _("title")), (before.script, after.script, _("what the interviewer says")))
    for old, new, what in (*names, (before.hint, after.hint, _("hint"))):
        for language in LANGUAGES:
            if old[language] != new[language]:
                yield Difference(what, "", after.key, language, old[language], new[language])
    yield from _items(before, after)


def _items(before: Part, after: Part) -> Iterator[Difference]:
    old, new = ({item.key: item for item in part.items} for part in (before, after))
    for key in (key for key in old if key not in new):
        yield Difference(_("no longer asked"), key, after.key, gone=True)
    for key, item in new.items():
        if key not in old:
            yield Difference(_("new question"), key, after.key)
        else:
            yield from _in_item(old[key], item)
    if [key for key in old if key in new] != [key for key in new if key in old]:
        yield Difference(_("another order"), part=after.key)


def _in_item(before: Item, after: Item) -> Iterator[Difference]:
    for language in LANGUAGES:
        old, new = _said(before, language), _said(after, language)
        if old != new:
            yield Difference(_("other words"), after.key, after.part, language, old, new)
    if before.not_asked != after.not_asked:
        yield Difference(_("asked of others"), after.key, after.part)


def _said(item: Item, language: str) -> str:
    """Everything that the item says in a language, a line for each text."""
    lines = [item.question[language], *item.probes[language]]
    lines += [labels[language] for labels in item.answer.labels.values()]
    for audience in sorted(item.variants):
        variant = item.variants[audience]
        lines += [variant.question[language], *variant.probes[language]]
    return "\n".join(lines)
