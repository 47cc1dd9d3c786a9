"""One question to the released figures, from a page, the command line or a report."""

from collections.abc import Collection, Mapping

from django.utils import translation
from django.utils.translation import gettext_lazy as _

from uitzicht.core.refusal import Refusal
from uitzicht.insight.measures import MEASURES
from uitzicht.insight.menu import Selection, select
from uitzicht.insight.published import Published, published
from uitzicht.insight.vocabulary import Figure
from uitzicht.release import queries
from uitzicht.release.queries import Released


def figure(
    measure: str,
    *,
    view: str = "organisation",
    release: int | None = None,
    where: Mapping[str, str] | None = None,
    language: str = "en",
    units: Collection[str] | None = None,
) -> Figure:
    """A measure of a release (None: the latest), for a reader who may see ``units`` (document ids; None: all).

    where: ``kind`` (resignation, other, all) and ``unit`` (id or path). Refusal for a measure, release or combination
    that does not exist: insight.unknown_measure, insight.no_release, insight.view_not_on_menu.
    """
    name = measure_name(measure)
    of = published(the_release(release))
    return drawn(name, of, select(of, view, where or {}, units), language)


def drawn(measure: str, of: Published, selection: Selection, language: str) -> Figure:
    """The figure of a selection that the menu allowed."""
    with translation.override(language):
        groups = MEASURES[measure](of, selection, language)
    return Figure(
        measure=measure,
        view=selection.view,
        release=of.released.number,
        released_on=of.released.released_on,
        parameters=of.document["parameters"],
        certificate=of.released.certificate,
        groups=groups,
    )


def measure_name(measure: str) -> str:
    name = measure.replace("-", "_")
    if name not in MEASURES:
        message = _(
            "There is no measure {measure}. Only what a release protects can be asked for. Choose from: {measures}."
        )
        raise Refusal("insight.unknown_measure", message, measure=measure, measures=", ".join(MEASURES))
    return name


def the_release(number: int | None) -> Released:
    found = queries.latest() if number is None else queries.released(number)
    if found is None:
        message = _(
            "There is no such release. Figures about answers come from releases only. Choose another, or make a release first."
        )
        raise Refusal("insight.no_release", message)
    return found
