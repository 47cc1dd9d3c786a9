"""How was it to work here? What goes well, what could be better?"""

from collections.abc import Sequence

from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from uitzicht.insight import drawings, phrases, sentences, tables
from uitzicht.insight.labels import area_in_sentence
from uitzicht.insight.phrases import Phrases
from uitzicht.insight.ranking import by_mean, ranked
from uitzicht.insight.rules import is_enough, is_shown
from uitzicht.insight.stories import references
from uitzicht.insight.stories.section import Reading, Section, counted
from uitzicht.insight.vocabulary import FigureGroup

CHOICES = ("improve", "keep")


def summary(reading: Reading) -> list[Section]:
    return _satisfaction(reading)


def better(reading: Reading) -> list[Section]:
    """What could be better, from the closed answers or else from the themes."""
    return _change(reading) or _themes(reading)


def sections(reading: Reading) -> list[Section]:
    beside = references.stayers(reading, "experience", "change")
    return [*_satisfaction(reading), *beside, *_change(reading), *_themes(reading)]


def scores(key: str, groups: Sequence[FigureGroup], *, question: str, about: str, topic: str) -> Section:
    """A section on several scores from 1 to 5; also for the questions on feeling at home."""
    answered = by_mean([group for group in groups if is_shown(group)])
    finding, *more = sentences.means(groups, topic)
    if not answered:
        return Section(key, question, about, finding)
    return Section(
        key,
        question,
        about,
        finding,
        tuple(more),
        drawings.of_means(key, answered, topic),
        _("Dot: mean. Line: 95% range, taken as wide as such a mean allows. Broken line: the exact mean is not shown."),
        tables.of_means(answered, _("Mean from 1 to 5")),
    )


def _satisfaction(reading: Reading) -> list[Section]:
    groups = reading.groups("experience")
    if not groups:
        return []
    about = _("Satisfaction with the five areas of work, from 1 to 5.")
    topic = _("satisfaction by area of work")
    return [scores("experience", groups, question=_("How was it to work here?"), about=about, topic=topic)]


def _change(reading: Reading) -> list[Section]:
    groups = [group for group in reading.groups("change") if is_shown(group)]
    if not groups:
        return []
    groups.sort(key=lambda group: _part(group, CHOICES[0]), reverse=True)
    first, kept = groups[0], max(groups, key=lambda group: _part(group, CHOICES[1]))
    caption = _("Who would improve this part, and who would keep it")
    return [
        Section(
            "change",
            _("What goes well, what could be better?"),
            _("For each area: improve, or keep as it is."),
            _choice(first, CHOICES[0], phrases.would_improve()),
            (_choice(kept, CHOICES[1], phrases.would_keep()),) if is_enough(kept.base) else (),
            drawings.of_choices("change", groups, CHOICES, caption),
            _("Dot: share. Line: 95% range (Wilson). Broken line: the exact number is not shown."),
            tables.of_choices(groups, CHOICES, caption),
        )
    ]


def _themes(reading: Reading) -> list[Section]:
    parts = (
        ("going_well", _("What goes well?"), _("Themes that people spoke of with appreciation.")),
        ("to_improve", _("What could be better?"), _("Themes that people would like to see improved.")),
    )
    return [
        counted(
            measure.replace("_", "-"),
            group,
            question=question,
            about=about,
            column=pgettext("table", "Theme"),
            findings=sentences.top_reason(group, group.question_label, main=False),
        )
        for measure, question, about in parts
        for group in reading.groups(measure)
        if is_shown(group)
    ]


def _choice(group: FigureGroup, key: str, pattern: Phrases) -> str:
    label = group.question_label
    area = area_in_sentence(group.question.rpartition(".")[2], label)
    return sentences.share_of(group, key, pattern, label, topic=area)


def _part(group: FigureGroup, key: str) -> float:
    """For the order of the areas; those with too small a base come last, whatever they say."""
    if not is_enough(group.base):
        return -1
    order = [item.key for item in ranked(group)]
    share = next((item.share for item in group.items if item.key == key), None)
    return share if share is not None else (1.0 if order[:1] == [key] else 0.0)
