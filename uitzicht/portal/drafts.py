"""What a leaver writes before handing it in: sealed with a key that follows from the secret in the personal link.

The server keeps only a hash of that secret. So between two visits nobody can read a draft, and a page behind another link
of the same leaver cannot either.
"""

import json
from collections.abc import Iterator
from contextlib import contextmanager
from uuid import UUID

from django.db import transaction
from django.utils.translation import gettext_lazy as _

from uitzicht.core.refusal import Refusal
from uitzicht.departures.models import Departure, PersonalLink
from uitzicht.portal.models import Draft, HandedIn
from uitzicht.portal.writing import Writing, blank, joined
from uitzicht.privacy import vault


def read_draft(link: PersonalLink, secret: str) -> Writing:
    """What was written behind this link so far; blank when nothing was. One query."""
    draft = Draft.objects.filter(link=link).first()
    return _opened(draft, link, secret) if draft else blank()


@contextmanager
def held_draft(link: PersonalLink, secret: str) -> Iterator[Writing]:
    """The draft, for one change at a time: what the block makes of it is sealed again when the block ends. Refuses
    after handing in."""
    with transaction.atomic():
        draft, _made = Draft.objects.select_for_update().get_or_create(link=link)
        ensure_not_handed_in(link.departure)
        writing = _opened(draft, link, secret)
        yield writing
        _keep(draft, link, secret, writing)


@transaction.atomic
def carry_over(old_secret: str, old_link: PersonalLink, new_secret: str, new_link: PersonalLink) -> None:
    """Somebody who began behind one link goes on behind a newer one of theirs: what they wrote comes along, and so does the
    right to erase what they handed in. Of links of two people nothing is carried."""
    if old_link.pk == new_link.pk or old_link.departure_id != new_link.departure_id:
        return
    old = Draft.objects.select_for_update().filter(link=old_link).first()
    if old is None:
        return
    new, _made = Draft.objects.select_for_update().get_or_create(link=new_link)
    if old.sealed is not None:
        _keep(new, new_link, new_secret, joined(_opened(new, new_link, new_secret), _opened(old, old_link, old_secret)))
        old.sealed = None
        old.save(update_fields=["sealed"])
    if old.sealed_handle is not None and new.sealed_handle is None:
        keep_handle(new_link, new_secret, _handle(old, old_link, old_secret))


def begun_elsewhere(link: PersonalLink) -> PersonalLink | None:
    """Another link of this leaver behind which something was written that this one cannot open; the newest."""
    others = Draft.objects.filter(link__departure=link.departure_id, sealed__isnull=False).exclude(link=link)
    draft = others.select_related("link").order_by("-link__made_at").first()
    return draft.link if draft else None


def keep_handle(link: PersonalLink, secret: str, handle: UUID) -> None:
    """Remember which sealed sheet it became, readable behind this link only, and destroy the draft."""
    sealed = vault.seal(str(handle), key=_key(secret), context=f"handle:{link.pk}")
    Draft.objects.filter(link=link).update(sealed=None, sealed_handle=sealed)


def handle_behind(link: PersonalLink, secret: str) -> UUID | None:
    """The sheet that was handed in behind this link; None when it was another one, or none."""
    draft = Draft.objects.filter(link=link, sealed_handle__isnull=False).first()
    return _handle(draft, link, secret) if draft else None


def drop_drafts(departure: Departure, *, besides: PersonalLink | None = None) -> int:
    """Destroy the drafts of a leaver, and what they know of a sealed sheet; returns how many."""
    drafts = Draft.objects.filter(link__departure=departure)
    count, _rows = (drafts.exclude(link=besides) if besides else drafts).delete()
    return count


def ensure_not_handed_in(departure: Departure) -> None:
    """What is sealed cannot be opened to go on writing."""
    if HandedIn.objects.filter(departure=departure).exists():
        message = _(
            "You have handed in your answers already. They are sealed, so no page can open them to change something. "
            "You can have them erased; then you may begin again."
        )
        raise Refusal("portal.handed_in", message)


def device_key(secret: str) -> bytes:
    """The key with which the pages behind this link keep unsaved text on their device."""
    return vault.key_from(secret, purpose="device")


def _keep(draft: Draft, link: PersonalLink, secret: str, writing: Writing) -> None:
    draft.sealed = vault.seal(json.dumps(writing, ensure_ascii=False), key=_key(secret), context=_context(link))
    draft.revision += 1
    draft.save(update_fields=["sealed", "revision"])


def _opened(draft: Draft, link: PersonalLink, secret: str) -> Writing:
    if draft.sealed is None:
        return blank()
    opened: Writing = json.loads(vault.unseal(bytes(draft.sealed), key=_key(secret), context=_context(link)))
    return opened


def _handle(draft: Draft, link: PersonalLink, secret: str) -> UUID:
    assert draft.sealed_handle is not None
    return UUID(vault.unseal(bytes(draft.sealed_handle), key=_key(secret), context=f"handle:{link.pk}"))


def _key(secret: str) -> bytes:
    return vault.key_from(secret, purpose="draft")


def _context(link: PersonalLink) -> str:
    return f"draft:{link.pk}"
