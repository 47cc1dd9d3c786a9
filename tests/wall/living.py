"""``python -m tests.wall.living fill|ask|card``: an installation on disk in which people spoke, wrote and asked to erase.

``fill``: an import of before, eight conversations (two of them wait), five who wrote alone, one of whom asked to have it
erased, and two inclusion cards. ``ask``: one whose sheet counts in a release asks as well. ``card``: a third card.
Prints JSON: which bytes hold a sheet or a card, its data key in the clear, and how a sheet stands in the table.
"""

import json
import os
import sys
from pathlib import Path
from typing import Any

from uitzicht.cli.console import configured
from uitzicht.cli.setup import make_keys

SPOKEN, WRITTEN, NAMED = "zilverreiger-6201", "roerdomp-6202", "Purperreigersma"
WORDS = (SPOKEN, WRITTEN)
DAY = "2026-02-28"  # of the release; everybody here has left by then
Pieces = dict[str, str]


def fill() -> dict[str, Any]:
    from django.core.management import call_command

    from tests import cast as the_cast
    from tests.release.leavers import DAY as RELEASED_ON
    from tests.release.leavers import left_before, noon, spoke
    from tests.world import BY
    from uitzicht.privacy.policies import decide_policy
    from uitzicht.questionnaires import content
    from uitzicht.questionnaires.services import publish_version

    assert RELEASED_ON.isoformat() == DAY
    call_command("migrate", verbosity=0, interactive=False)
    cast = the_cast.assemble()
    publish_version(content.load(1), by=BY, at=noon(RELEASED_ON))
    decide_policy(by=BY, at=noon(RELEASED_ON), reason="after consultation", inclusion_card=True)
    cast.leaver.first_name = NAMED
    cast.leaver.save()
    left_before(24, 3)
    spoke(cast, 6, notes=SPOKEN)
    spoke(cast, 2, kind="retirement", notes=SPOKEN)
    wrote = _wrote_alone(cast, 5)
    pieces = {key: _sheet_of(key) for key in wrote}
    _asks(wrote[0])
    for felt in (1, 5):
        _gives_a_card(cast, felt)
    return {"asked": pieces[wrote[0]], "released": pieces[wrote[1]], "departure": wrote[1], "cards": _cards()}


def _wrote_alone(cast: Any, people: int) -> list[str]:
    from datetime import timedelta

    from tests.release.alone import KEPT_UNTIL, content
    from tests.release.leavers import LEFT, noon
    from tests.survey import codes
    from tests.world import leaving
    from uitzicht.portal.models import HandedIn
    from uitzicht.privacy.models import SheetSource
    from uitzicht.privacy.sheets import seal_sheet

    at = noon(LEFT - timedelta(days=25))
    persons = [cast.leaver, *(cast.another_person() for _ in range(people - 1))]
    departures = [leaving(person, on=LEFT, at=at) for person in persons]
    said = {"content.variety": {"notes": WRITTEN, "score": None, "choice": None}}
    for number, departure in enumerate(departures):
        sheet = content(departure, score=1 + number % 5, reason=codes()[number % 3], **said)
        seal_sheet(sheet, source=SheetSource.OWN, kept_until=KEPT_UNTIL)
        HandedIn.objects.create(departure=departure, on=LEFT - timedelta(days=3))
    return [str(departure.pk) for departure in departures]


def _sheet_of(departure: str) -> Pieces:
    """The row of this leaver's sheet, found as the release job finds it."""
    from nacl.public import SealedBox

    from uitzicht.privacy.release_key import open_sheets, private_key

    sheet = next(sheet for sheet, said in open_sheets("own") if said["departure"] == departure)
    key = SealedBox(private_key()).decrypt(bytes(sheet.wrapped_key))
    return {
        "id": sheet.pk.hex,
        "sealed": bytes(sheet.sealed).hex(),
        "wrapped": bytes(sheet.wrapped_key).hex(),
        "key": key.hex(),
    }


def _asks(departure: str) -> None:
    from tests.release.leavers import LEFT
    from uitzicht.portal.models import ErasureRequest, HandedIn

    ErasureRequest.objects.create(departure_id=departure, asked_on=LEFT)
    HandedIn.objects.filter(departure=departure).delete()


def _gives_a_card(cast: Any, felt: int) -> None:
    from tests.release.leavers import LEFT, noon
    from tests.world import leaving
    from uitzicht.portal.card import give_card

    leaver = leaving(cast.another_person(), on=LEFT, at=noon(LEFT.replace(day=1)))
    give_card(leaver, {"belongs": {"belief": "yes"}, "felt": {"safe": felt}, "main_reason": "values_inclusion"})


def _cards() -> list[Pieces]:
    from nacl.public import SealedBox

    from uitzicht.portal.models import InclusionCard
    from uitzicht.privacy.release_key import private_key

    box = SealedBox(private_key())
    return [
        {
            "id": card.pk.hex,
            "sealed": bytes(card.sealed).hex(),
            "wrapped": bytes(card.wrapped_key).hex(),
            "key": box.decrypt(bytes(card.wrapped_key)).hex(),
        }
        for card in InclusionCard.objects.all()
    ]


def ask(departure: str) -> None:
    _asks(departure)


def card() -> list[Pieces]:
    """One more leaver gives a card; the pile as it lies then."""
    from tests.release.leavers import LEFT, noon
    from tests.world import leaving
    from uitzicht.people.models import Person
    from uitzicht.portal.card import give_card

    colleague = Person.objects.get(employee_number="1004")
    leaver = leaving(colleague, on=LEFT, at=noon(LEFT.replace(day=1)))
    give_card(leaver, {"belongs": {}, "felt": {"safe": 3}, "main_reason": ""})
    return _cards()


if __name__ == "__main__":
    step, *rest = sys.argv[1:]
    make_keys(Path(os.environ["UITZICHT_HOME"]))
    configured(migrated=False)
    from django.conf import settings

    settings.PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]  # nobody signs in here
    print(json.dumps({"fill": fill, "ask": ask, "card": card}[step](*rest)))
