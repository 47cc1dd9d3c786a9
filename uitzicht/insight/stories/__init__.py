"""Every page of insight: its title, what it tells as a whole, and which measures it draws on."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from uitzicht.insight.stories import (
    candour,
    experience,
    field,
    groups,
    inclusion,
    maturity,
    psychosocial,
    reasons,
    recommend,
    references,
    staying,
    turnover,
    who_left,
)
from uitzicht.insight.stories.section import Reading, Section
from uitzicht.insight.tables import Table

STAYERS, FIELD = "stayers", "field"


@dataclass(frozen=True)
class Story:
    """``measures``: what a download holds, the first one also per unit; ``by_unit``: a table of its own for units.

    ``counts_everybody``: told from public facts on staff and leavers, so not by kind of departure. ``by_group``: certified
    views hold its answers too. ``of_the_whole``: measures besides, for who sees the whole organisation.
    ``beside``: which imported figures stand beside its own, and beside which measures.
    """

    title: Promise | str
    sections: Callable[[Reading], list[Section]]
    measures: tuple[str, ...]
    by_unit: Callable[[Reading, Sequence[str]], Table | None] | None = None
    counts_everybody: bool = False
    by_group: bool = False
    of_the_whole: tuple[str, ...] = ()
    beside: tuple[str, tuple[str, ...]] | None = None


STORIES: dict[str, Story] = {
    "reasons": Story(
        _("Reasons for leaving"), reasons.sections, ("main_reason", "reasons", "force", "avoidable"), by_group=True
    ),
    "experience": Story(
        _("The five areas of work"),
        experience.sections,
        ("experience", "change", "going_well", "to_improve"),
        by_group=True,
        beside=(STAYERS, ("experience", "change")),
    ),
    "recommend": Story(
        _("Recommend"), recommend.sections, ("recommend",), by_group=True, beside=(STAYERS, ("recommend",))
    ),
    "inclusion": Story(
        _("Feeling at home"),
        inclusion.sections,
        ("inclusion",),
        by_group=True,
        of_the_whole=("inclusion_cards",),
        beside=(STAYERS, ("inclusion",)),
    ),
    "groups": Story(
        _("Groups"),
        groups.sections,
        ("comparisons", "sooner", "more_often", "other_reasons", "belonging"),
        counts_everybody=True,
    ),
    "candour": Story(
        _("Candour of the answers"), candour.sections, ("candour", "later_reason", "openness", "written", "response")
    ),
    "who-left": Story(_("Who left"), who_left.sections, ("who_left",), counts_everybody=True),
    "turnover": Story(_("Turnover"), turnover.sections, ("turnover",), turnover.by_unit, counts_everybody=True),
    "staying": Story(
        _("Length of stay"), staying.sections, ("staying", "staying_curve"), staying.by_unit, counts_everybody=True
    ),
    "field": Story(_("Beside the field"), field.sections, ("field",), beside=(FIELD, references.ANSWERS)),
    "psychosocial": Story(
        _("Psychosocial risks"), psychosocial.sections, ("experience", "change", "main_reason", "reasons")
    ),
    "maturity": Story(_("How we hold conversations"), maturity.sections, ("maturity",), counts_everybody=True),
}
