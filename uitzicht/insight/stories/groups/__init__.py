"""Do some groups leave sooner, more often, or for other reasons? Did they feel safe, at home, valued?

All comparisons are made whatever cut the reader looks at, and corrected together: looking longer finds nothing more.
"""

from collections.abc import Sequence

from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from uitzicht.insight.groups.comparison import About, Comparison, compared, findings, made, together
from uitzicht.insight.groups.cuts import Cut, cuts
from uitzicht.insight.groups.leaving import leaving
from uitzicht.insight.labels import capital
from uitzicht.insight.published import Published
from uitzicht.insight.stories.groups import answers, sentences
from uitzicht.insight.stories.groups.resigning import more_often, sooner
from uitzicht.insight.stories.section import Reading, Section
from uitzicht.insight.tables import Table, TableRow
from uitzicht.insight.vocabulary import Kind

MOST_TOLD = 3  # findings in words at the top; the table has all of them


def sections(reading: Reading) -> list[Section]:
    of = reading.published
    if reading.units is not None or of.root not in reading.selection.units:
        return [_section(_("Groups are compared for the whole organisation only."), _about_whole())]
    if reading.selection.kind is Kind.OTHER:
        return [_section(_("Groups are compared among those who resigned only."), _about_resigned())]
    menu = cuts(of, reading.language)
    comparisons = compared(of)
    if not comparisons:
        return [_section(_("Not known yet: this release holds no groups that may be compared."), _about_nothing())]
    chosen = next((cut for cut in menu if cut.key == reading.selection.by), menu[0])
    mine = [one for one in comparisons if one.cut == chosen.key]
    return [
        _overview(of, menu, comparisons),
        *sooner(of, chosen, mine),
        *more_often(of, chosen, mine),
        *answers.reasons(of, chosen, mine, reading.language),
        *answers.belonging(of, chosen, mine, reading.language),
    ]


def _overview(of: Published, menu: Sequence[Cut], comparisons: tuple[Comparison, ...]) -> Section:
    found, asked = findings(comparisons), made(comparisons)
    told = sorted(found, key=lambda one: one.q or 0)[:MOST_TOLD]
    more = [_told(of, one, {cut.key: cut for cut in menu}[one.cut]) for one in told]
    return Section(
        "groups",
        _("Do some groups leave differently?"),
        _("Of the whole organisation: everybody who resigned, and their answers where groups can be shown."),
        sentences.counted(asked, len(found)),
        (*more, *sentences.cautions(asked, len(found))),
        table=_table(menu, comparisons),
    )


def _told(of: Published, one: Comparison, cut: Cut) -> str:
    """One finding in few words: its own section has the figures."""
    if one.about is About.MORE_OFTEN:
        return sentences.more_often(next(row for row in leaving(of, cut) if row.value == one.value), cut)
    pattern = pgettext("groups", "{cut}: {question} Difference shown.")
    return pattern.format(cut=capital(cut.label), question=sentences.question_of(one.about))


def _table(menu: Sequence[Cut], comparisons: tuple[Comparison, ...]) -> Table:
    columns = (pgettext("table", "Group"), *(_column(about) for about in About))
    rows = [
        TableRow(
            capital(cut.label),
            tuple(sentences.result_label(together(comparisons, about, cut.key)) for about in About),
        )
        for cut in menu
    ]
    return Table(_("All comparisons of this release"), columns, tuple(rows))


def _column(about: About) -> str:
    return {
        About.SOONER: pgettext("table", "Sooner"),
        About.MORE_OFTEN: pgettext("table", "More often"),
        About.REASONS: pgettext("table", "Other reasons"),
        About.INCLUSION: pgettext("table", "Safe, at home, valued"),
    }[about]


def _section(finding: str, about: str) -> Section:
    return Section("groups", _("Do some groups leave differently?"), about, finding)


def _about_whole() -> str:
    return _("In a single unit groups would be so small that they point to people.")


def _about_resigned() -> str:
    return _("Who resigned chose to leave. Other kinds of departure differ between groups for reasons of their own.")


def _about_nothing() -> str:
    return _(
        "Groups come from the staff list: gender, age, working time and contract. Import it with the people who left,"
        " register departures, and make a release: the next one compares them."
    )
