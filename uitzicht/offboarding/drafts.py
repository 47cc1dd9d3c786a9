"""Texts to begin with, in the language of the reader. What was kept stands before any draft."""

from django.conf import settings
from django.utils.translation import gettext

from uitzicht.departures.models import Departure
from uitzicht.offboarding.models import Checklist
from uitzicht.ui.templatetags.ui import day


def announcement(checklist: Checklist) -> str:
    """Who leaves, when, who takes over. Never why."""
    return checklist.announcement or "\n".join(
        filter(
            None,
            (
                _leaves(checklist.departure),
                _takes_over(checklist),
                gettext("Thank you, {first_name}, for everything you did here.").format(
                    first_name=checklist.departure.person.first_name
                ),
            ),
        )
    )


def hand_over(checklist: Checklist) -> str:
    """The headings of a good hand-over, to be filled in by who knows the work."""
    return checklist.hand_over or "\n\n".join(
        (
            gettext("What is running, and what is the next step?"),
            gettext("What returns every week, month or year?"),
            gettext("Who to turn to, inside and outside?"),
            gettext("Where is everything: files, systems, keys?"),
            gettext("What would I want to know if I were new here?"),
        )
    )


def farewell(checklist: Checklist) -> str:
    departure = checklist.departure
    return checklist.farewell or gettext(
        "When and where: …\nHow: ask {first_name} what suits, small or large, or no event at all.\n"
        "Gift and card: …\nA word of thanks by: …\nLast day worked: {day}."
    ).format(first_name=departure.person.first_name, day=day(departure.last_day_worked_on))


def _leaves(departure: Departure) -> str:
    title = departure.position.title if departure.position else ""
    text = (
        gettext("{name}, {title}, works at {organisation} until {day}.")
        if title
        else gettext("{name} works at {organisation} until {day}.")
    )
    return text.format(
        name=departure.person.name,
        title=title,
        organisation=settings.UITZICHT.organisation,
        day=day(departure.last_day_worked_on),
    )


def _takes_over(checklist: Checklist) -> str:
    if not checklist.successor_name:
        return gettext("We will tell you soon who takes over.")
    return gettext("{successor} takes over.").format(successor=checklist.successor_name)
