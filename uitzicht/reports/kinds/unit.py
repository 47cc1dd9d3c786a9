"""For the leader of one unit: what its size allows, and plainly what is not shown and why."""

from collections.abc import Iterator

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from uitzicht.insight.published import Published
from uitzicht.insight.rules import ENOUGH
from uitzicht.insight.stories import STORIES
from uitzicht.insight.stories.section import Reading
from uitzicht.insight.vocabulary import Kind
from uitzicht.reports.definition import Part, Report, ReportKind, Text
from uitzicht.reports.numbers import numbers
from uitzicht.reports.telling import Asked, about_release, closing, day_of, figures, has_figures, lede, part, present

ELSEWHERE = ("groups", "field", "psychosocial", "maturity")
"""Stories about the organisation as a whole; they have reports of their own."""


def report(asked: Asked) -> Report:
    """Whoever asks for it reads what its leader may read: nothing of the organisation as a whole."""
    of, unit = asked.published, asked.unit
    asked = _as_its_leader(asked)
    reading = asked.reading(unit)
    told = present(part(name, reading) for name in STORIES if name not in ELSEWHERE)
    parts = present(_shown(one) for one in told)
    return Report(
        kind=ReportKind.UNIT,
        title=_("Why people left {organisation}").format(organisation=of.label(unit)),
        subtitle=_("Report for its manager, {date}").format(date=day_of(of)),
        lede=lede(reading),
        parts=parts,
        texts=(Text(_("What is not shown, and why"), tuple(_not_shown(reading, told))),),
        closing=closing(of),
        figures=figures(parts, [reading]),
        numbers=numbers(reading),
        **about_release(asked),  # type: ignore[arg-type]
    )


def _as_its_leader(asked: Asked) -> Asked:
    of = asked.published
    below = frozenset(unit for unit in of.ordered if of.is_under(unit, asked.unit))
    return Asked(asked.release, asked.language, below, asked.unit, asked.brand)


def _shown(one: Part) -> Part | None:
    sections = tuple(section for section in one.sections if has_figures(section))
    return Part(one.key, one.title, sections, one.measures) if sections else None


def _not_shown(reading: Reading, told: tuple[Part, ...]) -> Iterator[str]:
    of, unit = reading.published, reading.unit
    inside = of.size(unit, Kind.ALL)
    yield _(
        "A figure about answers always covers at least {k} people. The smaller the unit, the coarser the figures: that"
        " protects each person who answered, also the one who was content."
    ).format(k=of.k)
    if inside:
        yield ngettext(
            "Of this unit, the answers of {count} person stand in this release.",
            "Of this unit, the answers of {count} people stand in this release.",
            inside,
        ).format(count=inside)
    if inside < ENOUGH:
        yield _("That is fewer than {enough}: enough to see a figure, too few to conclude from it.").format(
            enough=ENOUGH
        )
    for one in told:
        for section in one.sections:
            if not has_figures(section):
                yield f"{one.title}. {section.finding}"
    yield from _elsewhere(of, unit, {one.key for one in told})
    yield _("HR reads the same figures about answers in this unit, and no others.")


def _elsewhere(of: Published, unit: str, told: set[str]) -> Iterator[str]:
    if unit == of.root:
        return
    without = [str(story.title) for name, story in STORIES.items() if name not in told and name not in ELSEWHERE]
    if without:
        yield _("Nothing can be said here about: {topics}. Nobody in this unit answered it, or too few did.").format(
            topics=", ".join(without)
        )
    yield _(
        "Comparisons of groups, such as younger and older people, and of the organisation with the field exist for the"
        " organisation as a whole only: in one unit such groups are too small."
    )
