"""The privacy settings in force, and the one way to change them."""

from datetime import datetime
from typing import Any

from django.db import transaction
from django.utils.translation import gettext_lazy as _

from uitzicht.core.refusal import Refusal
from uitzicht.privacy import audit
from uitzicht.privacy.models import K_FLOOR, Policy

SETTINGS = (
    "k",
    "k_sensitive",
    "patience",
    "months_between_releases",
    "retention_notes_months",
    "retention_answers_months",
    "portal_days",
    "follow_up_months",
    "inclusion_card",
    "second_approval",
    "guardian_contact",
    "confidant_contact",
)


def policy_in_force() -> Policy:
    """The newest row, or the defaults where nobody decided anything yet (an unsaved row)."""
    return Policy.objects.first() or Policy()


def ensure_threshold(k: int) -> None:
    """k is at least 5; see docs/methods/disclosure.md."""
    if k < K_FLOOR:
        raise Refusal(
            "settings.threshold_below_floor",
            _(
                "The threshold cannot go below {floor}. In smaller groups answers are too easily traced. Choose {floor} or more; it applies from the next release."
            ),
            floor=K_FLOOR,
        )


def ensure_periods_agree(notes_months: int, answers_months: int) -> None:
    """Erasing the answers destroys the key of the conversation, and with it the notes."""
    if notes_months > answers_months:
        raise Refusal(
            "settings.notes_outlive_answers",
            _(
                "Notes cannot be kept longer than answers: erasing the answers destroys everything that was said. "
                "Shorten the period of the notes."
            ),
        )


@transaction.atomic
def decide_policy(*, by: str, at: datetime, reason: str, **changes: Any) -> Policy:
    """A new row with ``changes`` (names of ``SETTINGS``) over the row in force; holds for later releases only."""
    if not reason.strip():
        raise Refusal(
            "settings.reason_missing",
            _("Say why this setting changes. The reason enters the audit trail, beside your name."),
        )
    before = policy_in_force()
    values = {name: getattr(before, name) for name in SETTINGS} | changes
    ensure_threshold(values["k"])
    if values["k_sensitive"] < values["k"]:
        raise Refusal(
            "settings.sensitive_below_threshold",
            _("The threshold for sensitive figures cannot be lower than the general one ({k})."),
            k=values["k"],
        )
    ensure_periods_agree(values["retention_notes_months"], values["retention_answers_months"])
    policy = Policy.objects.create(**values, reason=reason.strip(), decided_by=by, decided_at=at)
    changed = {
        name: [getattr(before, name), values[name]] for name in SETTINGS if getattr(before, name) != values[name]
    }
    audit.record(
        "settings.changed",
        by=by,
        at=at,
        subject=f"policy:{policy.pk}",
        detail={"changed": changed, "reason": reason.strip()},
    )
    return policy
