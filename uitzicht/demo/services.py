"""Walking in: as somebody of the cast, or by the personal link of an invented leaver."""

from datetime import datetime
from uuid import UUID

from django.contrib.auth import login
from django.db import transaction
from django.http import HttpRequest
from django.utils import timezone

from uitzicht.demo import queries
from uitzicht.demo.filling.own_pages import fresh_link, write
from uitzicht.demo.generator.speech import sentences
from uitzicht.demo.models import WayIn
from uitzicht.demo.vocabulary import LATER
from uitzicht.departures.links import link_behind, token_hash
from uitzicht.departures.models import PersonalLink
from uitzicht.followups.links import PATH, new_token
from uitzicht.followups.queries import follow_up_behind
from uitzicht.people.models import User
from uitzicht.people.vocabulary import Role
from uitzicht.portal.drafts import held_draft
from uitzicht.portal.handing_in import handed_in_on
from uitzicht.portal.writing import NO_ANSWER, OwnAnswer
from uitzicht.privacy import audit
from uitzicht.questionnaires.queries import current_version

BY = "demo"
BACKEND = "allauth.account.auth_backends.AuthenticationBackend"


def enter(request: HttpRequest, user: User, *, at: datetime) -> None:
    """Sign the visitor in as somebody of the cast."""
    login(request, user, backend=BACKEND)
    audit.record("demo.entered", by=user.signature, at=at, subject=f"user:{user.pk}")


@transaction.atomic
def link_of(door: str, *, at: datetime) -> str | None:
    """The path of the personal link behind a door: the same for every visitor as long as it opens. None when nobody is
    left for it."""
    way = queries.way_in(door)
    if way is None or not _opens(way, at):
        way = _later(door, at) if door == LATER else _own_pages(door, at)
    if way is None:
        return None
    audit.record("demo.entered", by=BY, at=at, subject=f"departure:{way.departure_id}")
    return f"{PATH if door == LATER else '/my/'}{way.secret}/"


def _opens(way: WayIn, at: datetime) -> bool:
    behind = follow_up_behind if way.door == LATER else link_behind
    return behind(way.secret, on=timezone.localdate(at)) is not None


def _own_pages(door: str, at: datetime) -> WayIn | None:
    departure = queries.leaver(door)
    if departure is None:
        return None
    link, secret = fresh_link(departure, at)
    if door == Role.LEAVER and handed_in_on(departure) is None:
        _begin(link, secret)
    return _kept(door, departure.pk, secret)


def _later(door: str, at: datetime) -> WayIn | None:
    """The hash of the mailed link is all that is known, so the follow-up gets a new one, as from a reminder."""
    follow_up = queries.asked_again(timezone.localdate(at))
    if follow_up is None:
        return None
    secret = new_token()
    follow_up.token_hash = token_hash(secret)
    follow_up.save(update_fields=["token_hash"])
    return _kept(door, follow_up.departure_id, secret)


def _kept(door: str, departure: UUID, secret: str) -> WayIn:
    return WayIn.objects.update_or_create(door=door, defaults={"departure_id": departure, "secret": secret})[0]


def _begin(link: PersonalLink, secret: str) -> None:
    """A few answers, so that there is something to go on with."""
    version, begun = current_version(), sentences(link.departure.person.language)["begun"]
    assert version is not None
    scores: dict[str, OwnAnswer] = {item: NO_ANSWER | {"score": score} for item, score in begun["scores"].items()}
    words: dict[str, OwnAnswer] = {item: NO_ANSWER | {"notes": text} for item, text in begun["words"].items()}
    with held_draft(link, secret) as writing:
        write(writing, version, scores | words)
