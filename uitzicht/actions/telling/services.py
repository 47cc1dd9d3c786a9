"""A text is kept, published, withdrawn."""

from datetime import datetime

from django.db import transaction
from django.utils import timezone

from uitzicht.actions.models import Action, Telling, TellingText
from uitzicht.actions.telling import rules
from uitzicht.actions.telling.drafts import draft
from uitzicht.privacy import audit


@transaction.atomic
def keep_text(
    action: Action, *, language: str, said: str, did: str, brought: str, by: str, at: datetime
) -> TellingText:
    """One language. Refusal for a figure that stands neither in the finding nor in its effect. While it is published,
    what is kept is read at once."""
    rules.ensure_finished(action.state)
    telling, _made = Telling.objects.get_or_create(action=action)
    before = TellingText.objects.filter(telling=telling, language=language).first()
    proposed = draft(action, language, on=timezone.localdate(at))
    rules.ensure_no_new_figures(said, [proposed.said, *([before.said] if before else [])])
    rules.ensure_no_new_figures(brought, [proposed.brought, *([before.brought] if before else [])])
    values = {"said": said, "did": did, "brought": brought, "edited_at": at, "edited_by": by}
    text, _made = TellingText.objects.update_or_create(telling=telling, language=language, defaults=values)
    audit.record("telling.edited", by=by, at=at, subject=f"action:{action.pk}", detail={"language": language})
    return text


@transaction.atomic
def publish(action: Action, *, by: str, at: datetime) -> Telling:
    """On the page that everybody with its address reads. Published again: nothing changes."""
    rules.ensure_finished(action.state)
    telling, _made = Telling.objects.get_or_create(action=action)
    languages = sorted(telling.texts.values_list("language", flat=True))
    rules.ensure_something_kept(languages)
    if telling.published_at is None:
        telling.published_at, telling.published_by = at, by
        telling.save(update_fields=["published_at", "published_by"])
        detail = {"languages": languages}
        audit.record("telling.published", by=by, at=at, subject=f"action:{action.pk}", detail=detail)
    return telling


@transaction.atomic
def withdraw(action: Action, *, by: str, at: datetime) -> None:
    """Off the page; the texts stay for whoever edits them."""
    telling = Telling.objects.filter(action=action, published_at__isnull=False).first()
    if telling is None:
        return
    telling.published_at, telling.published_by = None, ""
    telling.save(update_fields=["published_at", "published_by"])
    audit.record("telling.withdrawn", by=by, at=at, subject=f"action:{action.pk}")
