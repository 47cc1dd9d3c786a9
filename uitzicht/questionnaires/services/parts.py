"""Parts of a draft: minutes, title, what the interviewer says, hint."""

from collections.abc import Mapping
from datetime import datetime

from django.db import transaction

from uitzicht.questionnaires.models import QuestionnaireVersion
from uitzicht.questionnaires.rules import NewerWording
from uitzicht.questionnaires.services.history import locked_draft, parts_before, record_change
from uitzicht.questionnaires.wording import typeset


@transaction.atomic
def change_part(
    version: QuestionnaireVersion,
    key: str,
    language: str,
    texts: Mapping[str, str],
    *,
    minutes: int,
    revision: int,
    by: str,
    at: datetime,
) -> bool:
    """``texts``: "title", "script" and "hint" in one language; whether anything changed. Raises NewerWording when
    ``revision`` is not what is stored."""
    draft = locked_draft(version)
    part = next(one for one in draft.parts if one["key"] == key)
    now = part.get("revision", 0)
    if now != revision:
        raise NewerWording(revision=now, current=part["texts"][language] | {"minutes": part["minutes"]})
    said = {name: typeset(texts[name].strip(), language) for name in ("title", "script", "hint")}
    changed = part | {"minutes": minutes, "texts": part["texts"] | {language: said}}
    if changed == part:
        return False
    before = parts_before(draft)
    changed["revision"] = now + 1
    draft.parts = [changed if one["key"] == key else one for one in draft.parts]
    draft.save(update_fields=["parts"])
    record_change(draft, "questionnaire.part_changed", key, before, language=language, by=by, at=at)
    return True
