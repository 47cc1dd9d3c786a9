"""Actions: from a finding of a release to an owner, steps and a day, with every decision written down."""

from typing import ClassVar

from django.db import models
from django.db.models import Q

from uitzicht.actions.vocabulary import FINISHED, Direction, Happened, State
from uitzicht.insight.vocabulary import Kind
from uitzicht.people.models import User
from uitzicht.people.vocabulary import Language
from uitzicht.privacy.classification import Sensitivity

KINDS = [(kind.value, kind.value) for kind in Kind]


class Action(models.Model):
    """What is done about one finding, to move one figure of one unit.

    The finding is frozen as it was read: ``release``, ``certificate``, ``story`` (key of ``insight.stories.STORIES``),
    ``section`` (key of the section), ``finding_kind`` (of departures) and ``finding`` (language -> sentence). The figure
    it aims at: ``measure``, ``question`` and ``item`` (keys of insight's ``FigureGroup`` and ``Item``), ``unit`` (id in
    the document), ``kind``. ``before``: that figure in that release, ``{"base": people, person-years or band, "band":
    text or null, "count" or "mean": number, "share", "interval", "unit": label, "labels": {language: [question, item]}}``.
    ``effective_on``: from when the action works.
    """

    title = models.CharField(max_length=200)
    release = models.PositiveIntegerField()
    certificate = models.CharField(max_length=64)
    story = models.CharField(max_length=40)
    section = models.CharField(max_length=60)
    finding_kind = models.CharField(max_length=12, choices=KINDS)
    finding = models.JSONField()
    measure = models.CharField(max_length=40)
    question = models.CharField(max_length=120)
    item = models.CharField(max_length=120)
    unit = models.CharField(max_length=40)
    kind = models.CharField(max_length=12, choices=KINDS)
    before = models.JSONField()
    direction = models.CharField(max_length=4, choices=Direction.choices)
    owner = models.ForeignKey(User, on_delete=models.PROTECT, related_name="actions")
    due_on = models.DateField()
    state = models.CharField(max_length=16, choices=State.choices, default=State.PROPOSED)
    cost = models.DecimalField(max_digits=10, decimal_places=2, null=True, blank=True, help_text="euros")
    created_by = models.CharField(max_length=200)
    created_at = models.DateTimeField()
    effective_on = models.DateField(null=True, blank=True)
    reminded_at = models.DateTimeField(null=True, blank=True)
    overdue_told_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering = ("due_on", "pk")
        indexes: ClassVar = [models.Index(fields=("state", "due_on"), name="action_by_state_and_day")]
        constraints: ClassVar = [
            models.CheckConstraint(
                condition=~Q(state__in=FINISHED) | Q(effective_on__isnull=False), name="action_done_works_from_a_day"
            ),
            models.CheckConstraint(condition=Q(cost=None) | Q(cost__gte=0), name="action_cost_not_negative"),
        ]

    def __str__(self) -> str:
        return self.title


class Step(models.Model):
    """A part of an action that somebody can tick off."""

    action = models.ForeignKey(Action, on_delete=models.CASCADE, related_name="steps")
    text = models.CharField(max_length=200)
    due_on = models.DateField(null=True, blank=True)
    done_on = models.DateField(null=True, blank=True)
    done_by = models.CharField(max_length=200, blank=True)

    class Meta:
        ordering = ("pk",)
        constraints: ClassVar = [
            models.CheckConstraint(
                condition=Q(done_on=None, done_by="") | (Q(done_on__isnull=False) & ~Q(done_by="")),
                name="action_step_done_by_somebody",
            ),
        ]

    def __str__(self) -> str:
        return self.text


class Entry(models.Model):
    """A line of the decision log. Rows never change. ``before``, ``after``: states, equal when nothing moved; ``about``:
    the new owner of a hand-over; ``note``: what somebody wrote with it."""

    action = models.ForeignKey(Action, on_delete=models.CASCADE, related_name="entries")
    at = models.DateTimeField()
    by = models.CharField(max_length=200)
    happened = models.CharField(max_length=12, choices=Happened.choices)
    before = models.CharField(max_length=16, choices=State.choices)
    after = models.CharField(max_length=16, choices=State.choices)
    about = models.CharField(max_length=200, blank=True)
    note = models.CharField(max_length=1000, blank=True)

    class Meta:
        ordering = ("-pk",)

    def __str__(self) -> str:
        return f"{self.action_id}: {self.happened}"


class Telling(models.Model):
    """ "You said, we did" about one finished action. Published: on a page that is read without an account."""

    action = models.OneToOneField(Action, on_delete=models.CASCADE, related_name="telling")
    published_at = models.DateTimeField(null=True, blank=True)
    published_by = models.CharField(max_length=200, blank=True)

    class Meta:
        ordering = ("-published_at", "-pk")
        constraints: ClassVar = [
            models.CheckConstraint(
                condition=Q(published_at=None, published_by="") | (Q(published_at__isnull=False) & ~Q(published_by="")),
                name="telling_published_by_somebody",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.action_id}: telling"


class TellingText(models.Model):
    """What is told in one language, as somebody kept it. ``said``: the finding, never more precise than its release."""

    telling = models.ForeignKey(Telling, on_delete=models.CASCADE, related_name="texts")
    language = models.CharField(max_length=2, choices=Language.choices)
    said = models.TextField()
    did = models.TextField()
    brought = models.TextField()
    edited_at = models.DateTimeField()
    edited_by = models.CharField(max_length=200)

    class Meta:
        ordering = ("pk",)
        constraints: ClassVar = [
            models.UniqueConstraint(fields=("telling", "language"), name="telling_one_text_a_language"),
        ]

    def __str__(self) -> str:
        return f"{self.telling_id}: {self.language}"


_O, _P, _R = Sensitivity.ORGANISATION, Sensitivity.PERSONAL, Sensitivity.RELEASED
PRIVACY = {
    "Action": {
        "id": _O,
        "title": _O,
        "release": _R,
        "certificate": _R,
        "story": _R,
        "section": _R,
        "finding_kind": _R,
        "finding": _R,
        "measure": _R,
        "question": _R,
        "item": _R,
        "unit": _R,
        "kind": _R,
        "before": _R,
        "direction": _O,
        "owner": _P,
        "due_on": _O,
        "state": _O,
        "cost": _O,
        "created_by": _P,
        "created_at": _O,
        "effective_on": _O,
        "reminded_at": _O,
        "overdue_told_at": _O,
    },
    "Step": {"id": _O, "action": _O, "text": _O, "due_on": _O, "done_on": _O, "done_by": _P},
    "Entry": {
        "id": _O,
        "action": _O,
        "at": _O,
        "by": _P,
        "happened": _O,
        "before": _O,
        "after": _O,
        "about": _P,
        "note": _O,
    },
    "Telling": {"id": _O, "action": _O, "published_at": _O, "published_by": _P},
    "TellingText": {
        "id": _O,
        "telling": _O,
        "language": _O,
        "said": _R,
        "did": _O,
        "brought": _R,
        "edited_at": _O,
        "edited_by": _P,
    },
}
