"""Who left? Public facts, so everybody counts here, also those who did not answer."""

from django.utils.translation import gettext as _

from uitzicht.insight import drawings, sentences, tables
from uitzicht.insight.labels import capital
from uitzicht.insight.stories.section import Reading, Section
from uitzicht.insight.vocabulary import FigureGroup


def sections(reading: Reading) -> list[Section]:
    questions = {
        "kind": _("Who or what ended the contract?"),
        "tenure": _("How long had they been here?"),
        "unit": _("Where did they work?"),
        "year": _("When did they leave?"),
    }
    return [_section(group, questions[group.question]) for group in reading.groups("who_left")]


def _section(group: FigureGroup, question: str) -> Section:
    key = f"who-left-{group.question}"
    return Section(
        key,
        question,
        _("Everybody who left, also who did not answer."),
        sentences.who_left(group) if group.question == "kind" else sentences.most_left(group),
        (),
        drawings.of_counts(key, group, group.items, question, ordered=False),
        _("Dot: share of everybody who left. Everybody is counted, so there is no range."),
        tables.of_counts(group, group.items, capital(group.question_label)),
    )
