"""The words of the conversation."""

from django.db.models import TextChoices
from django.utils.translation import pgettext_lazy


class PartState(TextChoices):
    """How far a part of the conversation is. Skipped is a decision of the two at the table; it is never the same as
    not yet."""

    NOT_YET = "", pgettext_lazy("part of the conversation", "not yet")
    TOUCHED = "touched", pgettext_lazy("part of the conversation", "touched")
    COVERED = "covered", pgettext_lazy("part of the conversation", "covered")
    SKIPPED = "skipped", pgettext_lazy("part of the conversation", "skipped")


class Force(TextChoices):
    """Which way a reason works, in the eyes of the leaver."""

    PUSH = "push", pgettext_lazy("force of a reason", "push")
    PULL = "pull", pgettext_lazy("force of a reason", "pull")
    PERSONAL = "personal", pgettext_lazy("force of a reason", "personal")


class Step(TextChoices):
    """Where a conversation stands for its interviewer, in the order of the work."""

    TO_PREPARE = "to_prepare", pgettext_lazy("conversation", "to prepare")
    PLANNED = "planned", pgettext_lazy("conversation", "planned")
    OPEN = "open", pgettext_lazy("conversation", "under way")
    TO_CODE = "to_code", pgettext_lazy("conversation", "to process")
    DONE = "done", pgettext_lazy("conversation", "done")
    ERASED = "erased", pgettext_lazy("conversation", "erased")


MAX_REASONS = 3
