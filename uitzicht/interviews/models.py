"""The conversation. What was said is encrypted; only its interviewer opens it, and every opening is audited."""

import uuid

from django.db import models
from django.db.models import Q, TextChoices
from django.utils.translation import pgettext_lazy

from uitzicht.departures.models import Departure
from uitzicht.people.models import User
from uitzicht.privacy.classification import Sensitivity
from uitzicht.questionnaires.models import QuestionnaireVersion


class InterviewStatus(TextChoices):
    OPEN = "open", pgettext_lazy("conversation", "open")
    FINISHED = "finished", pgettext_lazy("conversation", "finished")
    CODED = "coded", pgettext_lazy("conversation", "processed")
    ERASED = "erased", pgettext_lazy("conversation", "erased")


class Interview(models.Model):
    """One conversation of one interviewer.

    ``wrapped_key``: the data key of this sheet, wrapped by the vault; deleting it shreds everything below.
    ``parts``: {part: {"state": ""|"touched"|"covered"|"skipped", "seconds": int}} - times, never content.
    ``sealed_reasons``: JSON list of {"reason": code, "force": "push"|"pull"|"personal"}, first is the main one.
    ``sealed_summary``: the text read back to the leaver.
    ``notes_erased_on``: notes and summary are gone since. ``erased_on``: everything is, and the key; see ``retention``.
    """

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    departure = models.OneToOneField(Departure, on_delete=models.CASCADE, related_name="interview")
    interviewer = models.ForeignKey(User, on_delete=models.PROTECT, related_name="interviews")
    version = models.ForeignKey(QuestionnaireVersion, on_delete=models.PROTECT, related_name="interviews")
    language = models.CharField(max_length=2)
    status = models.CharField(
        max_length=8, choices=InterviewStatus.choices, default=InterviewStatus.OPEN, db_index=True
    )
    wrapped_key = models.BinaryField()
    parts = models.JSONField(default=dict)
    sealed_reasons = models.BinaryField(null=True)
    sealed_summary = models.BinaryField(null=True)
    reasons_revision = models.PositiveIntegerField(default=0)
    summary_revision = models.PositiveIntegerField(default=0)
    prepared_at = models.DateTimeField(null=True, blank=True)
    started_at = models.DateTimeField(null=True, blank=True)
    finished_at = models.DateTimeField(null=True, blank=True)
    coded_at = models.DateTimeField(null=True, blank=True)
    notes_erased_on = models.DateField(null=True, blank=True)
    erased_on = models.DateField(null=True, blank=True)

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(status__in=("open", "erased")) | Q(finished_at__isnull=False),
                name="interview_finished_at_a_moment",
            ),
            models.CheckConstraint(
                condition=Q(status="erased", erased_on__isnull=False, notes_erased_on__isnull=False)
                | ~Q(status="erased") & Q(erased_on=None),
                name="interview_erased_on_a_day",
            ),
        ]

    def __str__(self) -> str:
        return str(self.id)


class Answer(models.Model):
    """What was answered to one item: ``sealed`` is JSON {"notes": str, "score": int|None, "choice": str|None}.
    ``revision`` grows with every save; a save made from an older revision is refused, never merged silently."""

    interview = models.ForeignKey(Interview, on_delete=models.CASCADE, related_name="answers")
    item_key = models.CharField(max_length=60)
    sealed = models.BinaryField()
    revision = models.PositiveIntegerField(default=1)

    class Meta:
        constraints = [models.UniqueConstraint(fields=("interview", "item_key"), name="answer_once_per_item")]

    def __str__(self) -> str:
        return f"{self.interview_id} {self.item_key}"


_P, _C = Sensitivity.PERSONAL, Sensitivity.CONFIDENTIAL
PRIVACY = {
    "Interview": dict.fromkeys(
        (
            "id",
            "departure",
            "interviewer",
            "version",
            "language",
            "status",
            "parts",
            "reasons_revision",
            "summary_revision",
            "prepared_at",
            "started_at",
            "finished_at",
            "coded_at",
            "notes_erased_on",
            "erased_on",
        ),
        _P,
    )
    | {"wrapped_key": Sensitivity.SECRET, "sealed_reasons": _C, "sealed_summary": _C},
    "Answer": {"id": _P, "interview": _P, "item_key": _P, "revision": _P, "sealed": _C},
}
