"""Who is missing among those who answered, and does it change the main reason?"""

from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from uitzicht.insight import drawings, sentences, words
from uitzicht.insight.cells import Exact
from uitzicht.insight.labels import capital, kind_label, tenure_label
from uitzicht.insight.measures.response import part_label
from uitzicht.insight.missing import Group, Reweighted, response_of, reweighted
from uitzicht.insight.ranking import ranked
from uitzicht.insight.rules import ENOUGH, is_enough
from uitzicht.insight.stories.section import Reading, Section
from uitzicht.insight.tables import Table, TableRow
from uitzicht.insight.vocabulary import FigureGroup, Item
from uitzicht.ui.charts import DotChart, Mark, Row, dot_chart
from uitzicht.ui.templatetags.ui import number, percent


def sections(reading: Reading) -> list[Section]:
    """For who sees the organisation as a whole; releases that do not know who answered have none."""
    if reading.units is not None or reading.unit != reading.published.root:
        return []
    groups = response_of(reading.published)
    if not groups:
        return []
    return [_response(groups, reading), *_weighted(reading)]


def _response(groups: list[Group], reading: Reading) -> Section:
    rows = [(_name(group, reading), group) for group in groups]
    return Section(
        "missing",
        _("Who is missing?"),
        _("Of everybody who left: who answered, and who did not."),
        _finding(rows, reading),
        (
            _("Groups compared: {made}. A difference counts only after correction for all of them.").format(
                made=len(groups)
            ),
            _("Who answered says nothing about what the others would have said."),
        ),
        _chart(rows),
        _("Dot: share that answered. Line: 95% range (Wilson)."),
        _table(rows),
    )


def _name(group: Group, reading: Reading) -> str:
    value = group.response.group
    name = {"kind": kind_label, "tenure": tenure_label, "unit": reading.published.name}[group.part]
    return _("{part}: {value}").format(part=part_label(group.part), value=name(value))


def _finding(rows: list[tuple[str, Group]], reading: Reading) -> str:
    public = reading.published.document["public"]
    leavers, respondents = public["leavers"], public["respondents"]
    if leavers < ENOUGH:
        return sentences.too_few(_("who is missing"), Exact(leavers))
    if respondents >= leavers:
        return _("Everybody who left answered: nobody is missing.")
    whole = respondents / leavers
    silent = [(name, group.response) for name, group in rows if group.differs and group.response.rate < whole]
    if not silent:
        return _("No group is shown to answer less often than the others. There may still be one.")
    name, one = min(silent, key=lambda row: row[1].rate)
    return _(
        "Missing more often: “{group}”. Of these {leavers} leavers {respondents} answered ({rate}%), of all leavers {whole}%."
    ).format(
        group=name,
        leavers=number(one.leavers),
        respondents=number(one.respondents),
        rate=words.points(one.rate),
        whole=words.points(whole),
    )


def _chart(rows: list[tuple[str, Group]]) -> DotChart:
    drawn = [
        Row(
            capital(name),
            (
                Mark(
                    one.response.rate,
                    one.response.interval.low,
                    one.response.interval.high,
                    percent(one.response.rate),
                    words.span(words.points(one.response.interval.low), words.points(one.response.interval.high)),
                ),
            ),
            strong=one.differs,
        )
        for name, one in rows[: drawings.MOST_ROWS]
    ]
    title = _("Share that answered, by what is known of everybody")
    return dot_chart("missing", drawn, drawings.share_scale(drawn), title=title, description=drawings.described(drawn))


def _table(rows: list[tuple[str, Group]]) -> Table:
    columns = (
        pgettext("table", "Group"),
        pgettext("table", "Left"),
        pgettext("table", "Answered"),
        pgettext("table", "Share"),
        pgettext("table", "95% range"),
        pgettext("table", "Differs from the others"),
    )
    return Table(
        _("Share that answered, by what is known of everybody"),
        columns,
        tuple(
            TableRow(
                capital(name),
                (
                    number(one.response.leavers),
                    number(one.response.respondents),
                    percent(one.response.rate),
                    words.span(words.points(one.response.interval.low), percent(one.response.interval.high)),
                    pgettext("difference", "yes") if one.differs else pgettext("difference", "not shown"),
                ),
            )
            for name, one in rows
        ),
    )


def _weighted(reading: Reading) -> list[Section]:
    """The main reason as it is and weighted, where a release shows enough to weight."""
    group = next(iter(reading.groups("main_reason")), None)
    if group is None or not is_enough(group.base):
        return []
    top = ranked(group)[0]
    found = reweighted(reading.published, top.key)
    if top.share is None or not found:
        return []
    return [
        Section(
            "weighted",
            _("Would the main reason be another one if everybody had answered?"),
            _("Each group counts for its part of everybody who left, instead of for how many of it answered."),
            _robust(top, found[0], group),
            (_caution(found[0]),),
            table=_weights(top, found, group),
        )
    ]


def _robust(top: Item, one: Reweighted, group: FigureGroup) -> str:
    values = {"reason": top.label, "raw": words.points(top.share or 0), "weighted": _share(one)}
    if one.first == top.key:
        return _("“{reason}” stays first: {weighted}% when weighted by {part}, {raw}% as answered.").format(
            part=part_label(one.part), **values
        )
    other = next(item.label for item in group.items if item.key == one.first)
    return _("“{reason}” does not stay first: weighted by {part}, “{other}” comes before it.").format(
        part=part_label(one.part), other=other, **values
    )


def _caution(one: Reweighted) -> str:
    return _(
        "Weighted answers are as certain as {n} unweighted ones. Weighting mends only what goes with these groups:"
        " who stayed silent may think otherwise than who answered."
    ).format(n=number(one.effective_n))


def _share(one: Reweighted) -> str:
    low, high = words.points(one.low), words.points(one.high)
    return low if low == high else words.span(low, high)


def _weights(top: Item, found: list[Reweighted], group: FigureGroup) -> Table:
    columns = (
        pgettext("table", "Weighted by"),
        capital(top.label),
        pgettext("table", "95% range"),
        pgettext("table", "As certain as so many answers"),
    )
    plain = TableRow(_("Not weighted"), (words.share(top), words.interval(top) or None, words.value(group.base)))
    rows = [
        TableRow(
            capital(part_label(one.part)),
            (
                f"{words.span(words.points(one.low), percent(one.high))}" if one.low < one.high else percent(one.low),
                words.span(words.points(one.interval.low), percent(one.interval.high)),
                number(one.effective_n),
            ),
        )
        for one in found
    ]
    return Table(_("The main reason named most, weighted"), columns, (plain, *rows))
