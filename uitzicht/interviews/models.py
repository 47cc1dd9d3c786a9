"""The conversation. What was said is encrypted; only its interviewer opens it, and every opening is audited."""

import uuid
from datetime import date

from django.db import models
from django.db.models import Q, TextChoices
from django.utils.translation import pgettext_lazy

from uitzicht.departures.models import Departure
from uitzicht.interviews.summary_rules import SummaryState, state_of
from uitzicht.people.models import User
from uitzicht.privacy.classification import Sensitivity
from uitzicht.questionnaires.models import QuestionnaireVersion


class InterviewStatus(TextChoices):
    OPEN = "open", pgettext_lazy("conversation", "open")
    FINISHED = "finished", pgettext_lazy("conversation", "finished")
    CODED = "coded", pgettext_lazy("conversation", "processed")
    ERASED = "erased", pgettext_lazy("conversation", "erased")


class ConfirmedWhere(TextChoices):
    TABLE = "table", pgettext_lazy("summary", "at the table")
    PAGES = "pages", pgettext_lazy("summary", "on the leaver's own pages")


class Interview(models.Model):
    """One conversation of one interviewer.

    ``wrapped_key``: the data key of this sheet, wrapped by the vault; deleting it shreds everything below.
    ``parts``: {part: {"state": ""|"touched"|"covered"|"skipped", "seconds": int}} - times, never content.
    ``sealed_reasons``: JSON list of {"reason": code, "force": "push"|"pull"|"personal"}, first is the main one.
    ``sealed_summary``: the text read back to the leaver. ``summary_sent_at``: since when the leaver can read it on their own
    pages; ``summary_confirmed_at`` and ``_where`` ("table" or "pages"): the leaver agreed. ``sealed_correction``: what the
    leaver would say otherwise; it stands beside the summary, never over it.
    ``sealed_preparation``: {item key: answer} that the leaver let the interviewer read beforehand.
    ``summary_reminded_at``: when the leaver was reminded of this sending. ``coding_reminders``: how many reminders the
    interviewer got to give themes.
    ``on_paper``: the talk was held without the workspace and entered afterwards, so its times say nothing.
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
    sealed_correction = models.BinaryField(null=True)
    sealed_preparation = models.BinaryField(null=True)
    summary_sent_at = models.DateTimeField(null=True, blank=True)
    summary_confirmed_at = models.DateTimeField(null=True, blank=True)
    summary_confirmed_where = models.CharField(max_length=5, choices=ConfirmedWhere.choices, blank=True)
    summary_reminded_at = models.DateTimeField(null=True, blank=True)
    coding_reminders = models.PositiveSmallIntegerField(default=0)
    on_paper = models.BooleanField(default=False)
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
            models.CheckConstraint(
                condition=Q(summary_confirmed_at=None, summary_confirmed_where="")
                | Q(summary_confirmed_at__isnull=False) & ~Q(summary_confirmed_where=""),
                name="interview_summary_confirmed_somewhere",
            ),
        ]

    def __str__(self) -> str:
        return str(self.id)

    @property
    def summary_given(self) -> bool:
        """The leaver has the summary: sent to their pages, or confirmed together. From then on its text stays, until it is
        erased."""
        reached = self.summary_sent_at is not None or self.summary_confirmed_at is not None
        return reached and self.sealed_summary is not None

    def summary_state(self, on: date) -> SummaryState:
        """Where the summary stands, for its interviewer."""
        return state_of(
            written=self.sealed_summary is not None,
            erased=self.notes_erased_on is not None,
            sent_at=self.summary_sent_at,
            corrected=self.sealed_correction is not None,
            confirmed_at=self.summary_confirmed_at,
            on=on,
        )

    def summary_state_for_hr(self, on: date) -> SummaryState:
        """The same for HR, who do not learn that the leaver had something to correct."""
        return state_of(
            written=True,
            erased=self.notes_erased_on is not None,
            sent_at=self.summary_sent_at,
            corrected=False,
            confirmed_at=self.summary_confirmed_at,
            on=on,
        )


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


class SummaryShare(models.Model):
    """A reader to whom the leaver gave the confirmed summary, by name, until it is taken back."""

    interview = models.ForeignKey(Interview, on_delete=models.CASCADE, related_name="shares")
    reader = models.ForeignKey(User, on_delete=models.CASCADE, related_name="shared_summaries")
    given_at = models.DateTimeField()
    revoked_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=("interview", "reader"), condition=Q(revoked_at=None), name="summary_share_stands_once"
            )
        ]

    def __str__(self) -> str:
        return f"{self.interview_id} for {self.reader_id}"


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
            "summary_sent_at",
            "summary_confirmed_at",
            "summary_confirmed_where",
            "summary_reminded_at",
            "coding_reminders",
            "on_paper",
        ),
        _P,
    )
    | {"wrapped_key": Sensitivity.SECRET, "sealed_reasons": _C, "sealed_summary": _C}
    | {"sealed_correction": _C, "sealed_preparation": _C},
    "SummaryShare": dict.fromkeys(("id", "interview", "reader", "given_at", "revoked_at"), _P),
    "Answer": {"id": _P, "interview": _P, "item_key": _P, "revision": _P, "sealed": _C},
}
