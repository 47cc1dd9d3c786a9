"""What other organisations do, as context with its source: never a score."""

from collections.abc import Sequence

from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from uitzicht.insight import words
from uitzicht.insight.field.benchmarks import elsewhere
from uitzicht.insight.measures.field import said_in
from uitzicht.insight.measures.maturity import Practice, certified, reasons_known
from uitzicht.insight.published import Published
from uitzicht.insight.stories.section import Section
from uitzicht.insight.tables import Table, TableRow
from uitzicht.ui.charts import DotChart, Mark, Row, Scale, dot_chart
from uitzicht.ui.templatetags.ui import percent


def what_others_do(of: Published, facts: Practice) -> Section:
    found = elsewhere()
    labels = {
        "reasons": _("Registers reasons for leaving"),
        "inclusion": _("Asks whether people felt safe, at home and valued"),
        "groups": _("Keeps the reasons of different groups"),
    }
    here = {
        "reasons": reasons_known(of) is not None,
        "inclusion": bool(facts.get("inclusion_asked")) if facts else None,
        "groups": bool(certified(of)),
    }
    shares = [(labels[key], share, here[key]) for key, share in found.shares.items()]
    finding = _(
        "In the Netherlands {reasons}% of organisations register reasons, {inclusion}% ask about inclusion"
        " and {groups}% keep the reasons of groups."
    ).format(**{key: words.points(share) for key, share in found.shares.items()})
    question = _("What do other organisations do?")
    columns = (
        pgettext("table", "Practice"),
        pgettext("table", "Organisations in the Netherlands"),
        pgettext("table", "Here"),
    )
    rows = [TableRow(label, (percent(share), _yes_or_no(done))) for label, share, done in shares]
    return Section(
        "elsewhere",
        question,
        _("Source: {source}.").format(source=found.source),
        finding,
        (said_in(found.warning), _("This is context, not a score.")),
        _chart(question, [(label, share) for label, share, _done in shares]),
        _("Dot: share of the organisations asked. Their number does not stand in our source, so there is no range."),
        Table(question, columns, tuple(rows)),
    )


def _chart(title: str, shares: Sequence[tuple[str, float]]) -> DotChart:
    rows = [Row(label, (Mark(share, None, None, percent(share)),)) for label, share in shares]
    description = "; ".join(f"{label}: {percent(share)}" for label, share in shares)
    scale = Scale(0, 1, tuple((step / 4, percent(step / 4)) for step in range(5)))
    return dot_chart("elsewhere", rows, scale, title=title, description=f"{description}.")


def _yes_or_no(done: bool | None) -> str | None:
    if done is None:
        return None
    return pgettext("practice", "yes") if done else pgettext("practice", "not yet")
