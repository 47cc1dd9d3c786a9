"""What leavers of the house did on their own pages, so that each of these pages has something to show."""

import re
from datetime import date, datetime, timedelta
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from tests.cast import Cast
    from uitzicht.departures.models import Departure
    from uitzicht.interviews.models import Interview

EARLIER = timedelta(days=70)
WORDS = "Elke week een ander rooster; de planning was zwaar, de ploeg was fijn."


def main(cast: "Cast", *, at: datetime) -> dict[str, str]:
    """``wrote``, ``sealed``, ``told``, ``sharing``: personal links of leavers who wrote something, handed in, have a summary
    to confirm, and let HR read the summary ``shared``; ``later``: the link of a follow-up. ``read_beforehand``: the
    departure of who handed in; ``corrected``: the conversation of who has to confirm."""
    return _wrote(cast, at) | _sealed(cast, at) | _told(cast, at) | _shared(cast, at) | _later(cast, at)


def _wrote(cast: "Cast", at: datetime) -> dict[str, str]:
    from tests import survey, world
    from tests.portal.alone import behind_a_new_link, score, words

    departure = world.leaving(cast.another_person(first_name="Nele"), on=at.date() + timedelta(days=51), at=at)
    world.planned(departure, cast.interviewer, at=at)
    alone = behind_a_new_link(departure)
    for item, given in {"content.variety": words(WORDS), "content.satisfaction": score(4)}.items():
        alone.answer(item, given)
    alone.reason(*survey.codes()[:2])
    return {"wrote": _address(alone.secret)}


def _sealed(cast: "Cast", at: datetime) -> dict[str, str]:
    from tests import world
    from tests.portal.alone import behind_a_new_link, words
    from uitzicht.departures.links import LEAVER
    from uitzicht.portal.handing_in import fingerprint, hand_in

    departure = world.leaving(cast.another_person(first_name="Ward"), on=at.date() + timedelta(days=58), at=at)
    world.planned(departure, cast.interviewer, at=at)
    alone = behind_a_new_link(departure)
    alone.answer("content.variety", words(WORDS))
    seen = fingerprint(alone.draft)
    hand_in(alone.link, alone.secret, shared=["content"], seen=seen, confirmed=True, by=LEAVER, at=at)
    return {"sealed": _address(alone.secret), "read_beforehand": str(departure.pk)}


def _told(cast: "Cast", at: datetime) -> dict[str, str]:
    from tests.world import BY
    from uitzicht.departures.links import LEAVER, make_link
    from uitzicht.interviews import services as interviews

    interview = _finished(cast, "Mira", at.date() + timedelta(days=65), at)
    interviews.send_summary(interview, by=BY, at=at)
    interviews.correct_summary(interview, "De ploeg was fijn, dat stond er niet in.", by=LEAVER, at=at)
    return {"told": make_link(interview.departure, at=at), "corrected": str(interview.pk)}


def _shared(cast: "Cast", at: datetime) -> dict[str, str]:
    """Of somebody whose last day worked has passed."""
    from uitzicht.departures.links import LEAVER, make_link
    from uitzicht.interviews import services as interviews

    then = at - EARLIER
    interview = _finished(cast, "Aron", then.date() + timedelta(days=65), then)
    interviews.confirm_at_table(interview, by=LEAVER, at=then)
    interviews.share_summary(interview, [cast.hr_lead, cast.prevention], by=LEAVER, at=then)
    return {"sharing": make_link(interview.departure, at=at), "shared": str(interview.pk)}


def _later(cast: "Cast", at: datetime) -> dict[str, str]:
    from django.core import mail

    from tests import world
    from uitzicht.departures.consents import give_consent
    from uitzicht.departures.links import LEAVER
    from uitzicht.departures.vocabulary import Purpose
    from uitzicht.followups.services import plan_follow_ups, send_due
    from uitzicht.privacy.clocks import months_after

    ended = months_after(at.date() - timedelta(days=3), -6)
    then = at - (at.date() - ended)
    person = cast.another_person(first_name="Ines", private_email="ines@example.org")
    departure = world.leaving(person, on=ended, at=then - EARLIER)
    give_consent(departure, Purpose.FOLLOW_UP, by=LEAVER, at=then)
    plan_follow_ups(by=world.BY, at=at)
    send_due(by=world.BY, at=at)
    found = re.search(r"\S+/later/[\w-]+/(?=\s)", str(mail.outbox[-1].body))
    assert found is not None
    return {"later": found.group()}


def _finished(cast: "Cast", first_name: str, on: date, at: datetime) -> "Interview":
    from tests import world
    from uitzicht.interviews import services as interviews

    departure: Departure = world.leaving(cast.another_person(first_name=first_name), on=on, at=at)
    interview = interviews.open_interview(world.planned(departure, cast.interviewer, at=at), by=world.BY, at=at)
    interviews.save_summary(interview, WORDS, revision=0, by=world.BY, at=at)
    interviews.finish_interview(interview, by=world.BY, at=at)
    interview.refresh_from_db()
    return interview


def _address(secret: str) -> str:
    from django.conf import settings

    return f"{settings.UITZICHT.base_url}/my/{secret}/"
