"""Sofie answers alone: her departure with a conversation ahead, and the browser that her personal link opened."""

from dataclasses import dataclass, field
from typing import Any

from django.http import HttpResponse
from django.test import Client
from django.utils import timezone

from uitzicht.departures.links import LEAVER, link_behind, make_link
from uitzicht.departures.models import Departure, PersonalLink
from uitzicht.portal import answering
from uitzicht.portal.drafts import read_draft
from uitzicht.portal.writing import OwnAnswer, Writing
from uitzicht.privacy.models import SealedSheet
from uitzicht.privacy.release_key import open_sheets

CANARY = "Kanarie-4471: de planning, mijn chef en het loon."


def words(notes: str) -> OwnAnswer:
    return {"notes": notes, "score": None, "choice": None}


def score(points: int) -> OwnAnswer:
    return {"notes": "", "score": points, "choice": None}


def choice(key: str) -> OwnAnswer:
    return {"notes": "", "score": None, "choice": key}


@dataclass
class Alone:
    """What stands behind one personal link."""

    departure: Departure
    secret: str
    link: PersonalLink
    browser: Client = field(default_factory=lambda: Client(headers={"Accept-Language": "en"}))

    def __post_init__(self) -> None:
        self.browser.cookies["my"] = self.secret
        self.browser.cookies["my_language"] = "en"

    @property
    def draft(self) -> Writing:
        return read_draft(self.link, self.secret)

    def answer(self, item: str, given: OwnAnswer, *, revision: int = 0) -> int:
        return answering.save_answer(
            self.link, self.secret, item, given, revision=revision, by=LEAVER, at=timezone.now()
        )

    def reason(self, *codes: str) -> int:
        ranked = [{"reason": code, "force": "push"} for code in codes]
        return answering.save_reasons(self.link, self.secret, ranked, revision=0, by=LEAVER, at=timezone.now())

    def get(self, address: str, **data: Any) -> HttpResponse:
        return self.browser.get(address, data)

    def post(self, address: str, **data: Any) -> HttpResponse:
        return self.browser.post(address, data)

    def save(self, **data: Any) -> HttpResponse:
        return self.browser.post("/my/questions/save/", data, headers={"Accept": "application/json"})

    def hand_in(self, **choices: Any) -> HttpResponse:
        page = self.get("/my/questions/hand-in/")
        sent = {"seen": page.context["seen"], "confirmed": "on"} | choices
        return self.post("/my/questions/hand-in/", **sent)


def behind_a_new_link(departure: Departure) -> Alone:
    secret = make_link(departure, at=timezone.now()).rstrip("/").rpartition("/")[2]
    link = link_behind(secret, on=timezone.localdate())
    assert link is not None
    return Alone(departure, secret, link)


def sealed() -> list[dict[str, Any]]:
    """What the release job reads."""
    return [content for _sheet, content in open_sheets(SealedSheet.objects.first().source)] if any_sealed() else []


def any_sealed() -> bool:
    return SealedSheet.objects.exists()
