"""Publishing a version, and retiring one."""

from datetime import datetime

from django.db import transaction

from uitzicht.privacy import audit
from uitzicht.questionnaires import content, queries, rules
from uitzicht.questionnaires.missing import missing_in, undecided_in
from uitzicht.questionnaires.models import QuestionnaireVersion
from uitzicht.questionnaires.services.storing import parts_as_stored, write_items
from uitzicht.questionnaires.vocabulary import Status


@transaction.atomic
def publish_version(version: content.Version, *, by: str, at: datetime) -> QuestionnaireVersion:
    """Publish a version that ships. The same content again changes nothing; other content under the same number is
    refused (`questionnaire.version_published`); a draft under that number gets the next free one."""
    there = QuestionnaireVersion.objects.select_for_update().filter(number=version.number).first()
    if there is not None and there.status != Status.DRAFT:
        rules.ensure_unchanged(
            version.number, published=there.digest, offered=version.digest, next_number=queries.next_number()
        )
        return there
    if there is not None:
        there.number = queries.next_number()
        there.save(update_fields=["number"])
    published = QuestionnaireVersion.objects.create(
        number=version.number,
        parts=parts_as_stored(version),
        digest=version.digest,
        published_by=by,
        published_at=at,
    )
    write_items(published, version.items)
    _record(published, by=by, at=at)
    return published


@transaction.atomic
def publish_draft(version: QuestionnaireVersion, *, by: str, at: datetime) -> QuestionnaireVersion:
    """Publish a draft that lacks nothing; from then on it never changes, and new conversations use it."""
    draft = QuestionnaireVersion.objects.select_for_update().get(pk=version.pk)
    rules.ensure_draft(draft.number, draft.status, next_number=queries.next_number())
    content_now = queries.content_of(draft)
    missing = len(missing_in(content_now)) + len(undecided_in(queries.rows_of(draft)))
    rules.ensure_complete(missing, draft.number)
    draft.digest, draft.published_by, draft.published_at = content_now.digest, by, at
    draft.save(update_fields=["digest", "published_by", "published_at"])
    _record(draft, by=by, at=at)
    return draft


@transaction.atomic
def retire_version(version: QuestionnaireVersion, *, by: str, at: datetime) -> QuestionnaireVersion:
    """No new conversation uses it; those that did keep it and go on. The only version in use cannot be retired."""
    in_use = list(queries.in_use().select_for_update())  # locks them all: two people retire the last two one by one
    retired = QuestionnaireVersion.objects.get(pk=version.pk)
    rules.ensure_may_become(retired.status, Status.RETIRED, retired.number)
    rules.ensure_another_in_use(len(in_use) - 1, retired.number)
    retired.retired_by, retired.retired_at = by, at
    retired.save(update_fields=["retired_by", "retired_at"])
    audit.record("questionnaire.retired", by=by, at=at, subject=f"questionnaire {retired}")
    return retired


def _record(published: QuestionnaireVersion, *, by: str, at: datetime) -> None:
    detail = {"digest": published.digest}
    audit.record("questionnaire.published", by=by, at=at, subject=f"questionnaire {published}", detail=detail)
