"""What leavers do on their own pages: answer alone, hand in, agree to something."""

from datetime import datetime
from typing import cast

from django.utils import timezone

from uitzicht.demo.filling.alumni import stay_in_touch
from uitzicht.demo.filling.days import Course, moment
from uitzicht.demo.filling.world import World
from uitzicht.demo.generator.alone import Alone
from uitzicht.demo.generator.organisation import Exit
from uitzicht.departures.links import LEAVER, link_behind, make_link
from uitzicht.departures.models import Departure, PersonalLink
from uitzicht.departures.vocabulary import Purpose
from uitzicht.interviews.queries import item_shapes
from uitzicht.interviews.rules import Reason, ensure_asked, ensure_known, ensure_ranking
from uitzicht.portal import handing_in, rules, services
from uitzicht.portal.drafts import held_draft
from uitzicht.portal.writing import REASONS, OwnAnswer, Theme, Writing
from uitzicht.questionnaires.codebook import load_codebook
from uitzicht.questionnaires.models import QuestionnaireVersion
from uitzicht.questionnaires.queries import current_version


def own_course(exit_: Exit, world: World) -> Course:
    """An evening at home: what somebody writes alone, and what they agree to."""
    if exit_.agreed_on is None or not (exit_.alone or exit_.own.consents):
        return
    yield (at := moment(exit_.agreed_on, 20, int(exit_.leaver.employee.number[1:]) % 60))
    departure = world.departure_of(exit_)
    if departure is None:
        return
    if exit_.alone is not None:
        _hand_in(departure, exit_.alone, at)
    for purpose in exit_.own.consents:
        agree(departure, Purpose(purpose), at=at)


def fresh_link(departure: Departure, at: datetime) -> tuple[PersonalLink, str]:
    """A new personal link, and the secret in it."""
    secret = make_link(departure, at=at).rstrip("/").rpartition("/")[2]
    link = link_behind(secret, on=timezone.localdate(at))
    assert link is not None
    return link, secret


def agree(departure: Departure, purpose: Purpose, *, at: datetime) -> None:
    """To one thing; who is asked again later gives a private address where none is known."""
    person = departure.person
    typed = "" if person.private_email else person.work_email.partition("@")[0] + "@post.example"
    if purpose is Purpose.ALUMNI:
        stay_in_touch(departure, typed or person.private_email, at=at)
        return
    services.settle_consent(departure, purpose=purpose, given=True, email=typed, by=LEAVER, at=at)


def write(writing: Writing, version: QuestionnaireVersion, answers: dict[str, OwnAnswer]) -> None:
    """Answers into a draft, a whole draft at a time; each is judged as the page that saves one judges it."""
    shapes = item_shapes(version)
    for item, given in answers.items():
        ensure_asked(item, shapes)
        rules.ensure_offered(item, given, shapes[item])
    writing["version"] = version.number
    writing["answers"] |= answers
    writing["revisions"] |= dict.fromkeys(answers, 1)
    writing["seen"] = next(reversed(answers.keys()))


def _hand_in(departure: Departure, alone: Alone, at: datetime) -> None:
    version = current_version()
    assert version is not None
    link, secret = fresh_link(departure, at)
    services.open_pages(link, secret, before="", by=LEAVER, at=at)
    with held_draft(link, secret) as writing:
        write(writing, version, cast("dict[str, OwnAnswer]", alone.answers))
        _give_reasons(writing, cast("list[Reason]", alone.reasons))
        _give_themes(writing, cast("dict[str, list[Theme]]", alone.themes))
        seen = handing_in.fingerprint(writing)
    shared = alone.shared if handing_in.who_prepares(link.departure) else ()
    handing_in.hand_in(link, secret, shared=shared, seen=seen, confirmed=True, by=LEAVER, at=at)


def _give_reasons(writing: Writing, reasons: list[Reason]) -> None:
    ensure_ranking(reasons)
    ensure_known(reasons, load_codebook())
    writing["reasons"], writing["revisions"][REASONS] = reasons, 1


def _give_themes(writing: Writing, themes: dict[str, list[Theme]]) -> None:
    for marks in themes.values():
        rules.ensure_themes(marks, load_codebook())
    writing["themes"] = themes
