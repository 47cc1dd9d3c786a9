"""The lines of cost, what belongs to each, and published figures to start from."""

from collections.abc import Mapping
from dataclasses import dataclass

from django.db import models
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy


class CostKey(models.TextChoices):
    """Direct and hidden lines, and one for who can only estimate the exit as a whole."""

    SEPARATION = "separation", pgettext_lazy("line of cost", "separation")
    RECRUITMENT = "recruitment", pgettext_lazy("line of cost", "recruitment")
    SELECTION = "selection", pgettext_lazy("line of cost", "selection")
    ONBOARDING = "onboarding", pgettext_lazy("line of cost", "onboarding and training")
    VACANCY_COVER = "vacancy_cover", pgettext_lazy("line of cost", "vacancy cover")
    LOST_KNOWLEDGE = "lost_knowledge", pgettext_lazy("line of cost", "lost knowledge")
    PRODUCTIVITY_LOSS = "productivity_loss", pgettext_lazy("line of cost", "temporary loss of productivity")
    PRODUCTION_ERRORS = "production_errors", pgettext_lazy("line of cost", "production errors")
    WARRANTY_RECALL = "warranty_recall", pgettext_lazy("line of cost", "warranty and recall")
    REPUTATION = "reputation", pgettext_lazy("line of cost", "reputation")
    WHOLE = "whole", pgettext_lazy("line of cost", "the whole exit in one amount")


DIRECT = (
    CostKey.SEPARATION,
    CostKey.RECRUITMENT,
    CostKey.SELECTION,
    CostKey.ONBOARDING,
    CostKey.VACANCY_COVER,
)
HIDDEN = (
    CostKey.LOST_KNOWLEDGE,
    CostKey.PRODUCTIVITY_LOSS,
    CostKey.PRODUCTION_ERRORS,
    CostKey.WARRANTY_RECALL,
    CostKey.REPUTATION,
)
SEPARATE = DIRECT + HIDDEN

HINTS: Mapping[str, Promise | str] = {
    CostKey.SEPARATION: _("Hours for notice, papers, the conversation and the hand-over; leave paid out; legal advice."),
    CostKey.RECRUITMENT: _("Advertisements, agencies, rewards for bringing somebody in; hours to write and place the vacancy."),
    CostKey.SELECTION: _("Hours to read letters and talk with candidates, on both sides of the table; tests."),
    CostKey.ONBOARDING: _("Courses, hours of who shows the work, and hours in which the new colleague only learns."),
    CostKey.VACANCY_COVER: _("Agency workers and overtime while nobody holds the post, less the pay that is saved."),
    CostKey.LOST_KNOWLEDGE: _("Time to find out again what only this person knew; customers and contacts that go along."),
    CostKey.PRODUCTIVITY_LOSS: _("Work left undone in the last weeks, in the team meanwhile, and until the successor is up to speed."),
    CostKey.PRODUCTION_ERRORS: _("Scrap, corrections and complaints above what is usual while people are new."),
    CostKey.WARRANTY_RECALL: _("Repairs, refunds and recalls of what was made or delivered by inexperienced hands."),
    CostKey.REPUTATION: _("Candidates, customers or partners lost because people hear that colleagues leave."),
    CostKey.WHOLE: _("Only while the lines are not known: everything above together. It never counts beside another line."),
}  # fmt: skip


class Work(models.TextChoices):
    """Kinds of work that Gallup tells apart."""

    FRONTLINE = "frontline", _("front-line work")
    TECHNICAL = "technical", _("technical or specialist work")
    LEADING = "leading", _("leading others")


@dataclass(frozen=True, slots=True)
class Published:
    """A published share of one yearly salary (1 = the whole). ``work``: for which kind, "" for all."""

    source: str
    share: float
    work: str = ""


BOUSHEY = Published("Boushey & Glynn 2012", 0.21)
WORK_INSTITUTE = Published("Work Institute", 0.33)
GALLUP = (
    Published("Gallup 2024", 0.40, Work.FRONTLINE),
    Published("Gallup 2024", 0.80, Work.TECHNICAL),
    Published("Gallup 2024", 2.00, Work.LEADING),
)
PUBLISHED = (BOUSHEY, WORK_INSTITUTE, *GALLUP)
