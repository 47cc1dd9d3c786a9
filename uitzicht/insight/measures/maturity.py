"""How conversations are held here: public counts of the release, for the self-check. No score: docs/methods/maturity.md."""

from collections.abc import Iterator, Mapping
from datetime import date
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from uitzicht.insight.cells import Exact
from uitzicht.insight.menu import Selection, not_on_menu
from uitzicht.insight.published import Published
from uitzicht.insight.vocabulary import FigureGroup, Item, Kind

Practice = Mapping[str, Any]
REASONS = ("main_reason", "reasons")
MOMENTS = ("earlier", "week", "later", "last_day")


def maturity(published: Published, selection: Selection, _language: str) -> tuple[FigureGroup, ...]:
    """One group for each practice that can be counted, of the organisation as a whole; () for a reader of units only.
    The base is who could have been part of it; everybody is counted, so there are no intervals."""
    if selection.kind is not Kind.ALL:
        raise not_on_menu()
    return tuple(_groups(published)) if published.root in selection.units else ()


def practice(published: Published) -> Practice:
    """The facts on practice; {} in a release from before there were any."""
    found: Practice = published.document.get("public", {}).get("practice", {})
    return found


def twelve_months(facts: Practice) -> tuple[date, date]:
    """The first day of the facts, and the day after the last."""
    return date.fromisoformat(facts["since"]), date.fromisoformat(facts["until"])


def certified(published: Published) -> list[Mapping[str, Any]]:
    """Cuts of the menu by which answers are shown."""
    shown = {cut for cut, _value in published.views(Kind.ALL)}
    return [cut for cut in published.cuts() if cut["key"] in shown]


def _groups(published: Published) -> Iterator[FigureGroup]:
    facts = practice(published)
    if facts:
        yield from _counted(published, facts)
    yield from _reasons(published)
    cuts = published.cuts()
    if cuts:
        label = _("attributes by which reasons are shown")
        items = {"certified": (_("shown by group"), len(certified(published)))}
        yield _group(published, "groups", label, len(cuts), items)


def _counted(published: Published, facts: Practice) -> Iterator[FigureGroup]:
    held, later = facts["held"], facts["follow_up"]
    offered = {
        "offered": (_("offered a conversation"), facts["offered"]),
        "declined": (_("no conversation wanted"), facts["declined"]),
        "held": (_("had a conversation"), held),
        "alone": (_("wrote alone"), facts["alone"]),
    }
    yield _group(published, "offered", _("people who left and could be asked"), facts["leavers"], offered)
    when = {moment: (label, facts["when"][moment]) for moment, label in moment_labels().items()}
    yield _group(published, "planned", _("when the conversation was held"), held, when)
    by_rule = {
        "independent": (_("by somebody without a tie"), facts["independent"]),
        "structured": (_("with the questionnaire"), facts["structured"]),
        "inclusion": (_("with the questions on feeling at home"), facts["inclusion_asked"]),
        "coded": (_("processed"), facts["coded"]),
    }
    yield _group(published, "held", _("how the conversation was held"), held, by_rule)
    answered = {"answered": (_("answered"), later["answered"])}
    yield _group(published, "follow_up", _("asked again months later"), later["asked"], answered)


def moment_labels() -> dict[str, str]:
    return {
        "earlier": pgettext("moment of the conversation", "more than 10 days before the last day worked"),
        "week": pgettext("moment of the conversation", "4 to 10 days before"),
        "later": pgettext("moment of the conversation", "1 to 3 days before"),
        "last_day": pgettext("moment of the conversation", "on the last day worked or after it"),
    }


def reasons_known(published: Published) -> tuple[int, int] | None:
    """People in the release whose reason is known, and people in the release; None where the first is not displayed."""
    columns = [published.column(key, published.root, Kind.ALL) for key in REASONS if key in published.questions]
    bases = [int(column.base.value) for column in columns if isinstance(column.base, Exact)]
    people = published.size(published.root, Kind.ALL)
    return (max(bases), people) if bases and people else None


def _reasons(published: Published) -> Iterator[FigureGroup]:
    known = reasons_known(published)
    if known:
        items = {"registered": (_("with a reason"), known[0])}
        yield _group(published, "reasons", _("people in the figures of this release"), known[1], items)


def _group(
    published: Published, question: str, label: str, base: int, items: Mapping[str, tuple[str, int]]
) -> FigureGroup:
    unit = published.root
    found = tuple(
        Item(key, text, Exact(count), share=count / base if base else None) for key, (text, count) in items.items()
    )
    return FigureGroup(unit, published.label(unit), Kind.ALL, f"maturity.{question}", label, Exact(base), found)
