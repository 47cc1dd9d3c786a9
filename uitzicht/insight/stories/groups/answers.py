"""Do groups leave for other reasons, and did they feel safe, at home, valued? Of those who resigned, from certified views."""

from collections.abc import Sequence

from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from uitzicht.insight import words
from uitzicht.insight.cells import Exact
from uitzicht.insight.groups.answers import KIND
from uitzicht.insight.groups.comparison import SCORES, About, Comparison, Result
from uitzicht.insight.groups.cuts import Cut, is_certified
from uitzicht.insight.labels import capital
from uitzicht.insight.measures.answers import by_group
from uitzicht.insight.published import Published
from uitzicht.insight.ranking import ranked
from uitzicht.insight.rules import is_enough, is_shown
from uitzicht.insight.stories.groups import sentences
from uitzicht.insight.stories.groups.drawings import means, shares
from uitzicht.insight.stories.section import Section
from uitzicht.insight.tables import Table, TableRow
from uitzicht.insight.vocabulary import FigureGroup, Item

Groups = Sequence[FigureGroup]


def reasons(of: Published, cut: Cut, comparisons: Sequence[Comparison], language: str) -> list[Section]:
    """One section for each question on reasons that views publish."""
    asked = [one for one in comparisons if one.about is About.REASONS]
    return [_reason(of, cut, one, language, is_first=place == 0) for place, one in enumerate(asked)]


def belonging(of: Published, cut: Cut, comparisons: Sequence[Comparison], language: str) -> list[Section]:
    """Safe, at home, valued: all three in one section, the most certain difference first."""
    asked = [one for one in comparisons if one.about is About.INCLUSION]
    if not asked:
        return []
    asked.sort(key=lambda one: (list(Result).index(one.result), one.q or 0, -(one.effect or 0)))
    groups = [group for group in by_group(of, (SCORES,), cut.key, KIND, language) if is_shown(group)]
    said = [_belongs(one, _of_question(groups, one.question), cut, of, language) for one in asked]
    question = sentences.question_of(About.INCLUSION)
    about = _("From 1, not at all, to 5, completely. Of those who resigned.")
    more = (*said[1:], *waiting(of, cut))
    if not groups:
        return [Section("inclusion-by-group", question, about, said[0], more)]
    drawn = _of_question(groups, asked[0].question)
    return [
        Section(
            "inclusion-by-group",
            question,
            about,
            said[0],
            more,
            means("inclusion-by-group", drawn, cut) if drawn else None,
            _(
                "Dot: mean. Line: 95% range, taken as wide as such a mean allows. Broken line: the exact mean is not shown."
            ),
            _means_table(groups, cut),
        )
    ]


def waiting(of: Published, cut: Cut) -> list[str]:
    """Which groups are not shown, and how many people that is."""
    hidden = [label for value, label in cut.values.items() if value and not is_certified(of, cut.key, value, KIND)]
    return sentences.in_no_view(of.view_waiting(cut.key, KIND), hidden, of.k)


def _reason(of: Published, cut: Cut, one: Comparison, language: str, *, is_first: bool) -> Section:
    groups = [group for group in by_group(of, (one.question,), cut.key, KIND, language) if is_shown(group)]
    topic = _topic(of, one.question, language)
    key = f"by-group-{one.question.replace('_', '-')}"
    question = sentences.question_of(About.REASONS) if is_first else _("Pushed, pulled or personal?")
    about = _("Of those who resigned, from certified views: groups that can be shown without pointing to anybody.")
    apart = _farthest(groups) if one.p is not None else None
    more = [*waiting(of, cut)] if is_first else []
    if apart and one.result is Result.DIFFERENT:
        answer, ends = apart
        named = [(_value(group, cut), _item(group, answer)) for group in ends]
        more.insert(0, sentences.shares_apart(_item(ends[0], answer).label, named, one.effect or 0))
    if not groups:
        return Section(key, question, about, sentences.answers(one, topic), tuple(more))
    return Section(
        key,
        question,
        about,
        sentences.answers(one, topic),
        tuple(more),
        shares(key, groups, apart[0], cut, capital(topic)) if apart else None,
        _("The answer that groups give most unequally. Dot: share. Line: 95% range (Wilson)."),
        _shares_table(groups, cut, topic),
    )


def _belongs(one: Comparison, groups: Groups, cut: Cut, of: Published, language: str) -> str:
    topic = _topic(of, one.question, language)
    enough = [group for group in groups if is_enough(group.base) and isinstance(group.items[0].shown, Exact)]
    if one.result is not Result.DIFFERENT or len(enough) < 2:
        return sentences.answers(one, topic)
    enough.sort(key=lambda group: group.items[0].interval.low if group.items[0].interval else 0)
    return sentences.means_apart(topic, [(_value(group, cut), group.items[0]) for group in (enough[0], enough[-1])])


def _farthest(groups: Groups) -> tuple[str, tuple[FigureGroup, FigureGroup]] | None:
    """The answer whose share differs most between two groups, among those exact in all groups large enough."""
    enough = [group for group in groups if is_enough(group.base)]
    found = []
    for item in enough[0].items if enough else ():
        ordered = sorted(enough, key=lambda group: _item(group, item.key).share or 0)
        if all(_item(group, item.key).share is not None for group in enough):
            most, least = ordered[-1], ordered[0]
            gap = (_item(most, item.key).share or 0) - (_item(least, item.key).share or 0)
            found.append((gap, item.key, (most, least)))
    return max(found, key=lambda one: one[0])[1:] if found else None


def _shares_table(groups: Groups, cut: Cut, topic: str) -> Table:
    """One row for each answer, one column for each group, its base in the title of the column."""
    columns = [f"{capital(_value(group, cut))} ({words.value(group.base)})" for group in groups]
    caption = _("{topic}, by {cut}; in brackets: who answered").format(topic=capital(topic), cut=cut.label)
    rows = [
        TableRow(capital(item.label), tuple(_cell(_item(group, item.key), group) for group in groups))
        for item in ranked(groups[0])
    ]
    return Table(caption, (pgettext("table", "Answer"), *columns), tuple(rows))


def _means_table(groups: Groups, cut: Cut) -> Table:
    """One row for each group, and for each question its mean with its range and its base."""
    questions = {group.question: group.question_label for group in groups}
    found = {(group.unit, group.question): group for group in groups}
    columns = [capital(cut.label)]
    for label in questions.values():
        columns += [capital(label), pgettext("table", "95% range"), pgettext("table", "Answers")]
    rows = [
        TableRow(
            capital(cut.values[unit.partition(":")[2]]),
            tuple(text for question in questions for text in _mean_cells(found.get((unit, question)))),
        )
        for unit in dict.fromkeys(group.unit for group in groups)
    ]
    return Table(_("Mean from 1 to 5, by group"), tuple(columns), tuple(rows))


def _mean_cells(group: FigureGroup | None) -> tuple[str | None, ...]:
    if group is None:
        return (None, None, None)
    item = group.items[0]
    return words.item_value(item), words.interval(item) or None, words.value(group.base)


def _cell(item: Item, group: FigureGroup) -> str:
    """A share only where the base is enough to read one."""
    if item.share is None or not is_enough(group.base):
        return words.item_value(item)
    return f"{words.item_value(item)} ({words.share(item)})"


def _of_question(groups: Groups, question: str) -> list[FigureGroup]:
    return [group for group in groups if group.question == question]


def _item(group: FigureGroup, key: str) -> Item:
    return next(item for item in group.items if item.key == key)


def _value(group: FigureGroup, cut: Cut) -> str:
    return cut.values[group.unit.partition(":")[2]]


def _topic(of: Published, question: str, language: str) -> str:
    return str(of.questions[question]["labels"].get(language) or question)
