"""What is answered: kept as a draft that only its own link opens, then sealed for the release job."""

import json
from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import TypedDict

from django.db import transaction
from django.utils import timezone

from uitzicht.departures.links import token_hash
from uitzicht.followups import queries
from uitzicht.followups.models import FollowUp
from uitzicht.followups.questions import REASONS, Part
from uitzicht.followups.rules import Answer, ensure_same_link, ensure_seen, ensure_something
from uitzicht.interviews.rules import Reason, ensure_known, ensure_ranking
from uitzicht.privacy import audit, vault
from uitzicht.privacy.clocks import months_after
from uitzicht.privacy.models import SheetSource
from uitzicht.privacy.policies import policy_in_force
from uitzicht.privacy.sheets import seal_sheet
from uitzicht.questionnaires.codebook import load_codebook
from uitzicht.questionnaires.queries import current_version


class Draft(TypedDict):
    """``part``: the number of the screen to resume at, from 1."""

    answers: dict[str, Answer]
    reasons: list[Reason]
    part: int


def draft_of(follow_up: FollowUp, *, secret: str) -> Draft:
    """What was answered so far. ``secret``: of the link."""
    if follow_up.sealed_draft is None:
        return {"answers": {}, "reasons": [], "part": 1}
    return json.loads(vault.unseal(bytes(follow_up.sealed_draft), key=_key(secret), context=_context(follow_up)))


@transaction.atomic
def save_part(
    follow_up: FollowUp,
    part: Part,
    answers: Mapping[str, Answer],
    reasons: Sequence[Reason],
    *,
    secret: str,
    resume_at: int,
    at: datetime,
) -> None:
    """Keep one screen as it was sent: what is not answered there is not answered any more. No line in the audit trail:
    it would tell when somebody writes."""
    ensure_ranking(reasons)
    ensure_known(reasons, load_codebook())
    kept = _locked(follow_up, secret, at)
    draft = draft_of(kept, secret=secret)
    others = {key: answer for key, answer in draft["answers"].items() if key not in part.keys}
    draft = {
        "answers": others | dict(answers),
        "reasons": list(reasons) if REASONS in part.keys else draft["reasons"],
        "part": resume_at,
    }
    kept.sealed_draft = vault.seal(json.dumps(draft), key=_key(secret), context=_context(kept))
    kept.revision += 1
    kept.save(update_fields=["sealed_draft", "revision"])


@transaction.atomic
def hand_in(follow_up: FollowUp, *, secret: str, revision: int, by: str, at: datetime) -> None:
    """Seal the draft of that ``revision`` for the release job and destroy it. The line in the audit trail names nobody."""
    kept = _locked(follow_up, secret, at)
    ensure_seen(revision, kept.revision)
    draft = draft_of(kept, secret=secret)
    ensure_something(draft["answers"], draft["reasons"])
    on, version = timezone.localdate(at), current_version()
    content = {
        "departure": str(kept.departure_id),
        "version": version.number if version else None,
        "answers": draft["answers"],
        "reasons": draft["reasons"],
        "themes": {},
    }
    kept_until = months_after(on, policy_in_force().retention_answers_months)
    seal_sheet(content, source=SheetSource.FOLLOW_UP, kept_until=kept_until)
    kept.answered_on, kept.token_hash, kept.sealed_draft, kept.revision = on, "", None, 0
    kept.save(update_fields=["answered_on", "token_hash", "sealed_draft", "revision"])
    audit.record("follow_up.handed_in", by=by, at=at)


def _locked(follow_up: FollowUp, secret: str, at: datetime) -> FollowUp:
    """The row as it is now, if the same link still opens it."""
    found = queries.open_on(timezone.localdate(at)).filter(pk=follow_up.pk, token_hash=token_hash(secret))
    kept = found.select_for_update(of=("self",)).first()
    ensure_same_link(kept)
    assert kept is not None
    return kept


def _key(secret: str) -> bytes:
    return vault.key_from(secret, purpose="follow-up")


def _context(follow_up: FollowUp) -> str:
    return f"follow_up:{follow_up.pk}"
