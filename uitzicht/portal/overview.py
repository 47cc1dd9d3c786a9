"""What a leaver can do on their own pages, where each of it stands, and what is next."""

from dataclasses import dataclass
from datetime import datetime

from django.utils import timezone
from django.utils.translation import gettext, pgettext

from uitzicht.departures.consents import consents_of
from uitzicht.departures.models import Departure, PersonalLink
from uitzicht.departures.queries import appointment_of
from uitzicht.departures.rules import READ
from uitzicht.departures.vocabulary import Stage
from uitzicht.interviews.models import Interview
from uitzicht.interviews.queries import interview_of
from uitzicht.offboarding.farewell.queries import farewell_of, references_of
from uitzicht.planning.queries import wish_of
from uitzicht.portal.handing_in import handed_in_on
from uitzicht.portal.models import CardGiven, Draft
from uitzicht.privacy.policies import policy_in_force
from uitzicht.ui.templatetags.ui import clock, day

OPEN, BEGUN, DONE = "", "half", "full"


@dataclass(frozen=True, slots=True)
class Step:
    """``route``: the name of its page; ``mark``: OPEN, BEGUN or DONE, None for what has no state; ``line``: where it
    stands, in one sentence; ``asks``: what the page would ask, "" when nothing is asked."""

    route: str
    title: str
    line: str
    mark: str | None = None
    asks: str = ""


def steps_of(link: PersonalLink, *, at: datetime) -> list[Step]:
    """In the order of the journey and the language in force. A constant number of statements."""
    departure = link.departure
    steps = [
        Step("my_promise", gettext("What we promise you"), gettext("Who reads what, in which form and until when.")),
        _appointment(departure, at),
        _questions(link),
        _card(departure),
        _summary(interview_of(departure)),
        _last_day(departure, at),
        _reference(departure),
        _consents(departure),
    ]
    return [step for step in steps if step is not None]


def next_of(steps: list[Step]) -> Step | None:
    """What waits for the leaver, the summary before everything else; None when nothing does."""
    waiting = [step for step in steps if step.asks]
    return min(waiting, key=lambda step: step.route != "my_summary", default=None)


def _appointment(departure: Departure, at: datetime) -> Step:
    title = pgettext("own pages", "The conversation")
    appointment, stage = appointment_of(departure), Stage(departure.stage)
    if stage in READ:
        return Step("my_appointment", title, gettext("It has taken place. Thank you."), DONE)
    if wish_of(departure) is not None:
        return Step("my_appointment", title, gettext("HR has your request and answers by mail."), BEGUN)
    if stage is Stage.DECLINED:
        return Step("my_appointment", title, gettext("You would rather have none. That is fine."), DONE)
    if appointment is None:
        return Step("my_appointment", title, gettext("There is no appointment yet."), OPEN)
    line = gettext("{day} at {time}, with {name}.").format(
        day=day(appointment.starts_at), time=clock(appointment.starts_at), name=appointment.interviewer.name
    )
    line = line[:1].upper() + line[1:]
    if appointment.accepted_at is not None or appointment.starts_at <= at:
        return Step("my_appointment", title, line, DONE)
    return Step("my_appointment", title, line, OPEN, gettext("Does this appointment suit you?"))


def _questions(link: PersonalLink) -> Step:
    title = gettext("The questions, in writing")
    handed_in = handed_in_on(link.departure)
    if handed_in is not None:
        line = gettext("Handed in and sealed on {day}. Nobody can read it back.").format(day=day(handed_in))
        return Step("my_questions", title, line, DONE)
    if Draft.objects.filter(link=link, sealed__isnull=False).exists():
        line = gettext("You have begun. What you wrote is kept.")
        return Step("my_questions", title, line, BEGUN, gettext("Go on where you stopped?"))
    line = gettext("At your own pace, on this device. You may skip every question.")
    return Step("my_questions", title, line, OPEN, gettext("Would you like to write something down?"))


def _card(departure: Departure) -> Step | None:
    """Where the organisation has it, and until it is given: whether it was given is all that is known."""
    if not policy_in_force().inclusion_card or CardGiven.objects.filter(departure=departure).exists():
        return None
    line = gettext("Who you are and how you felt here, tied to nobody. Only if you want to.")
    return Step("my_card", gettext("A card apart from everything"), line, OPEN)


def _summary(interview: Interview | None) -> Step | None:
    title = gettext("Summary of your conversation")
    if interview is not None and interview.notes_erased_on is not None:
        return Step("my_summary", title, gettext("It has been erased."), DONE)
    if interview is None or not interview.summary_given:
        return None
    if interview.summary_confirmed_at is not None:
        line = gettext("Confirmed on {day}.").format(day=day(interview.summary_confirmed_at))
        return Step("my_summary", title, line, DONE)
    line = gettext("Your interviewer wrote it down. It waits for you.")
    return Step("my_summary", title, line, OPEN, gettext("Is the summary right?"))


def _last_day(departure: Departure, at: datetime) -> Step:
    """Asked until the last day worked; afterwards the page stays, and nothing is asked any more."""
    title, farewell = gettext("Your last day"), farewell_of(departure)
    if farewell.starts_at is not None:
        line = gettext("Your farewell: {day} at {time}, {place}.").format(
            day=day(farewell.starts_at), time=clock(farewell.starts_at), place=farewell.place
        )
        return Step("my_last_day", title, line, DONE)
    if farewell.wish:
        line = gettext("Your wish: {wish}.").format(wish=farewell.get_wish_display())
        return Step("my_last_day", title, line, DONE)
    line = gettext("It is {day}. A farewell is as you wish it, or not at all.").format(
        day=day(departure.last_day_worked_on)
    )
    ahead = timezone.localdate(at) < departure.last_day_worked_on
    return Step("my_last_day", title, line, OPEN, gettext("How would you like to say goodbye?") if ahead else "")


def _reference(departure: Departure) -> Step:
    title, asked = gettext("A reference"), list(references_of(departure))
    if not asked:
        line = gettext("If you would like one. What you say in the conversation plays no part in it.")
        return Step("my_reference", title, line, OPEN)
    states = ", ".join(str(one.get_state_display()) for one in asked)
    return Step("my_reference", title, gettext("Your request: {states}.").format(states=states), DONE)


def _consents(departure: Departure) -> Step:
    title = gettext("What you agree to")
    if not consents_of(departure):
        line = gettext("A look back later, a quote, staying in touch. Each on its own, none is needed.")
        return Step("my_consents", title, line, OPEN)
    return Step("my_consents", title, gettext("You agreed to something. You can take it back here."), DONE)
