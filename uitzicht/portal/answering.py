"""Answering alone. Every save names the revision it was made from: what was written on another device is never written
over. Saving leaves no line in the audit trail, for it happens every few seconds."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any

from django.utils.translation import gettext_lazy as _

from uitzicht.core.refusal import Refusal
from uitzicht.departures.models import PersonalLink
from uitzicht.interviews.queries import item_shapes
from uitzicht.interviews.rules import ItemShape, NewerText, Reason, ensure_asked, ensure_known, ensure_ranking
from uitzicht.portal.asked import version_of
from uitzicht.portal.drafts import held_draft
from uitzicht.portal.rules import ensure_offered, ensure_themes
from uitzicht.portal.writing import NO_ANSWER, REASONS, OwnAnswer, Theme, Writing
from uitzicht.questionnaires.codebook import load_codebook
from uitzicht.questionnaires.models import QuestionnaireVersion


def save_answer(
    link: PersonalLink, secret: str, item: str, given: OwnAnswer, *, revision: int, by: str, at: datetime
) -> int:
    """Keep one answer made from ``revision`` (0: the first time) and return its new revision. Raises ``NewerText``."""
    with held_draft(link, secret) as writing:
        shapes = item_shapes(_begun(writing))
        ensure_asked(item, shapes)
        ensure_offered(item, given, shapes[item])
        before = writing["answers"].get(item, NO_ANSWER)
        saved = _next_revision(writing, item, revision, before=before, after=given)
        writing["answers"][item] = given
        writing["seen"] = item
        if not given["notes"].strip():
            writing["themes"].pop(item, None)
    return saved


def save_reasons(
    link: PersonalLink, secret: str, reasons: Sequence[Reason], *, revision: int, by: str, at: datetime
) -> int:
    """Keep the reasons, the main one first, and return the new revision. Raises ``NewerText``."""
    ranked: list[Reason] = [{"reason": one["reason"], "force": one["force"]} for one in reasons]
    ensure_ranking(ranked)
    ensure_known(ranked, load_codebook())
    with held_draft(link, secret) as writing:
        _begun(writing)
        saved = _next_revision(writing, REASONS, revision, before=writing["reasons"], after=ranked)
        writing["reasons"] = ranked
    return saved


def save_themes(
    link: PersonalLink, secret: str, item: str, themes: Sequence[Theme] | None, *, by: str, at: datetime
) -> None:
    """What the leaver decides their own words are about; None leaves them without a decision."""
    with held_draft(link, secret) as writing:
        if not writing["answers"].get(item, NO_ANSWER)["notes"].strip():
            message = _("There are no words on this question any more, so there is nothing to give themes to. Go back.")
            raise Refusal("portal.nothing_to_code", message)
        if themes is None:
            writing["themes"].pop(item, None)
            return
        ensure_themes(themes, load_codebook())
        writing["themes"][item] = [{"theme": one["theme"], "sentiment": one["sentiment"]} for one in themes]


def answer_of(shape: ItemShape | None, notes: str, chosen: str) -> OwnAnswer:
    """The answer that the sent values stand for; ``chosen`` "" is no answer to a closed question."""
    if shape is None or not shape.choices:
        return {"notes": notes, "score": None, "choice": None}
    if shape.kind in ("score", "scale"):
        return {"notes": "", "score": int(chosen) if chosen.isdecimal() else None, "choice": None}
    return {"notes": "", "score": None, "choice": chosen or None}


def _begun(writing: Writing) -> QuestionnaireVersion:
    version = version_of(writing)
    if version is None:
        message = _(
            "There are no questions yet: no questionnaire is published. Come back later; your link keeps working."
        )
        raise Refusal("portal.no_questionnaire", message)
    writing["version"] = version.number
    return version


def _next_revision(writing: Writing, key: str, revision: int, *, before: Any, after: Any) -> int:
    stored = writing["revisions"].get(key, 0)
    if before == after and stored:
        return stored  # sent twice, or written the same on two devices
    if revision != stored:
        raise NewerText(revision=stored, current=before)
    writing["revisions"][key] = stored + 1
    return stored + 1
