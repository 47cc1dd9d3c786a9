"""Do leavers say the same when nothing depends on it any more?"""

from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from uitzicht.insight import phrases, sentences, tables, words
from uitzicht.insight.candour import SAME, above_chance, shifts
from uitzicht.insight.differences import Difference
from uitzicht.insight.rules import is_enough, is_shown
from uitzicht.insight.stories import missing
from uitzicht.insight.stories.experience import scores
from uitzicht.insight.stories.section import Reading, Section, counted
from uitzicht.insight.vocabulary import FigureGroup, Kind
from uitzicht.ui.templatetags.ui import number


def sections(reading: Reading) -> list[Section]:
    if reading.selection.kind is not Kind.ALL:
        return [_all_kinds_only()]
    found = [*_then_and_later(reading), *_shifts(reading), *_openness(reading), *_written(reading)]
    return [*(found or [_not_yet()]), *missing.sections(reading)]


def _all_kinds_only() -> Section:
    finding = _("The follow-up is asked of all departures together. Choose all departures to see it.")
    return Section("candour", _question(), "", finding)


def _not_yet() -> Section:
    finding = _("Not known yet: no answers to a follow-up stand in this release.")
    about = _(
        "Months after leaving, those who agreed are asked again. Only then does it show how far answers at leaving were coloured."
    )
    return Section("candour", _question(), about, finding)


def _question() -> str:
    return _("Do people name the same main reason later?")


def _then_and_later(reading: Reading) -> list[Section]:
    before, after = _one(reading, "main_reason"), _one(reading, "later_reason")
    about = _("Of those who answered the follow-up months later: the same main reason as when leaving, or another one.")
    found = []
    for group in reading.groups("candour"):
        findings = [sentences.share_of(group, SAME, phrases.same_reason(), group.question_label)]
        chance = above_chance(group, before, after) if before and after and is_enough(group.base) else None
        if chance is not None:
            pattern = _("Above what chance alone would give, that is a kappa between {low} and {high}.")
            findings.append(pattern.format(low=number(chance.low, 2), high=number(chance.high, 2)))
        found.append(
            counted(
                "candour",
                group,
                question=_question(),
                about=about,
                column=pgettext("table", "Answer"),
                findings=findings,
                ordered=False,
            )
        )
    return found


def _shifts(reading: Reading) -> list[Section]:
    before, after = _one(reading, "main_reason"), _one(reading, "later_reason")
    if before is None or after is None or not (is_shown(before) and is_shown(after)):
        return []
    rows = shifts(before, after)
    return [
        Section(
            "shift",
            _("Which reasons come up more, or less, seen from later?"),
            _(
                "Shares of all who answered when leaving, and of all who answered later. Not the same people one by one."
            ),
            _finding(rows, before, after),
            table=_table(rows),
        )
    ]


def _finding(rows: list[Difference], before: FigureGroup, after: FigureGroup) -> str:
    if not is_enough(after.base):
        return sentences.too_few(after.question_label, after.base)
    certain = next((row for row in rows if row.certain), None)
    if certain is None or certain.interval is None:
        return _("No reason is shown to come up more or less often later. There may still be a difference.")
    pattern = (
        _(
            "“{reason}” is named more often later: {then}% when leaving, {later}% months after (difference {low} to {high} points)."
        )
        if certain.interval.low > 0
        else _(
            "“{reason}” is named less often later: {then}% when leaving, {later}% months after (difference {low} to {high} points)."
        )
    )
    return pattern.format(
        reason=certain.label,
        then=words.share_span(certain.before, before.base),
        later=words.share_span(certain.after, after.base),
        **words.ends(certain.interval),
    )


def _table(rows: list[Difference]) -> tables.Table:
    columns = (
        pgettext("table", "Reason"),
        pgettext("table", "When leaving"),
        pgettext("table", "Months later"),
        pgettext("table", "Difference, 95% range in points"),
    )
    return tables.Table(
        _("Main reason when leaving and months later"),
        columns,
        tuple(
            tables.TableRow(
                row.label[:1].upper() + row.label[1:],
                (
                    words.share(row.before) or words.item_value(row.before),
                    words.share(row.after) or words.item_value(row.after),
                    words.span(**words.ends(row.interval)) if row.interval else None,
                ),
            )
            for row in rows
        ),
    )


def _openness(reading: Reading) -> list[Section]:
    groups = [group for group in reading.groups("openness") if is_shown(group)]
    if not groups:
        return []
    about = _("Asked months later: from 1, not at all, to 5, completely.")
    topic = _("how openly people could speak")
    return [scores("openness", groups, question=_("Could they speak openly when leaving?"), about=about, topic=topic)]


def _written(reading: Reading) -> list[Section]:
    return [
        counted(
            "written",
            group,
            question=_("Is what was noted what was written?"),
            about=_("Of those who wrote alone and also spoke: the same main reason in both, or another one."),
            column=pgettext("table", "Answer"),
            findings=[sentences.share_of(group, SAME, phrases.same_reason_twice(), group.question_label)],
            ordered=False,
        )
        for group in reading.groups("written")
        if is_shown(group)
    ]


def _one(reading: Reading, measure: str) -> FigureGroup | None:
    return next(iter(reading.groups(measure)), None)
