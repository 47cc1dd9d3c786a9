"""Somebody who left, stays in touch and confirmed it by the link in their mail."""

import re
from datetime import date, datetime, timedelta

from django.core import mail
from django.test import Client
from django.utils import timezone

from tests.departures.cases import register
from uitzicht.alumni import queries, services
from uitzicht.alumni.models import Member, Newsletter, Opening, Referral
from uitzicht.alumni.vocabulary import Interest
from uitzicht.departures.models import Departure
from uitzicht.people.models import Person

BY = "Noor <noor@havenlicht.example>"
ADDRESS = "sofie.thuis@post.example"
ROUND = "http://127.0.0.1:8000"


def on(day: date) -> datetime:
    """In the night before that day."""
    return timezone.make_aware(datetime(day.year, day.month, day.day, 2))


def left(person: Person, *, days: int = 40, **changes: object) -> Departure:
    """Whose contract ended so many days ago; negative: it still runs."""
    ends_on = timezone.localdate() - timedelta(days=days)
    notified = ends_on - timedelta(days=60)
    return register(person, at=on(notified), notified_on=notified, ends_on=ends_on, **changes)


def joined(departure: Departure, *, email: str = ADDRESS, at: datetime | None = None) -> Member:
    """Agreed, and asked by mail whether the address is theirs."""
    at = at or timezone.now()
    member = services.join(departure, email=email, by="leaver", at=at)
    services.ask_to_confirm(member, at=at)
    return member


def confirmed(
    departure: Departure, *interests: str, email: str = ADDRESS, at: datetime | None = None, **said: str
) -> Member:
    at = at or timezone.now()
    joined(departure, email=email, at=at)
    link = queries.link_behind(token_in_last_mail(), on=timezone.localdate(at))
    assert link is not None
    services.confirm(link, by="alumnus", at=at)
    details = {"phone": "", "profile": "", "would_recommend": "", "would_return": ""}
    details |= {"language": departure.person.language} | said
    member = Member.objects.get(departure=departure)
    services.change_details(member, interests=interests, **details, by="alumnus", at=at)
    member.refresh_from_db()
    return member


def link_in_last_mail() -> str:
    """The address without the server."""
    return re.search(rf"{ROUND}(/alumni/me/[^/\s]+/)\s", str(mail.outbox[-1].body))[1]  # type: ignore[index]


def stop_link_in_last_mail() -> str:
    return re.search(rf"{ROUND}(/alumni/me/\S+/stop/)", str(mail.outbox[-1].body))[1]  # type: ignore[index]


def token_in_last_mail() -> str:
    return link_in_last_mail().split("/")[3]


def own_page(link: str) -> Client:
    """A browser whose door is open."""
    browser = Client()
    assert browser.post(link)["Location"] == "/alumni/me/"
    return browser


def one_of_each(person: Person) -> tuple[Opening, Newsletter, Referral]:
    """An opening, a newsletter that was not sent, and a referral by ``person``; for pages of one of them."""
    at, today = timezone.now(), timezone.localdate()
    opening = services.set_opening(
        None, title="Kraanman", text="", link="", unit=None, from_on=today, until_on=None, by=BY, at=at
    )
    texts = {"nl": {"subject": "Nieuws", "text": "Hallo"}}
    newsletter = services.write_newsletter(None, interest=Interest.NEWS, texts=texts, by=BY, at=at)
    referral = services.set_referral(None, on=today, by_person=person, unit=None, hired_on=None, by=BY, at=at)
    return opening, newsletter, referral


def sent_letter(
    texts: dict[str, dict[str, str]], *, by: str, at: datetime, interest: str = Interest.TELLING
) -> Newsletter:
    """Written, and sent to everybody who is to get it."""
    newsletter = services.write_newsletter(None, interest=Interest(interest), texts=texts, by=by, at=at)
    services.send(newsletter, by=by, at=at)
    return newsletter
