"""What stands on the leaver's pages."""

from dataclasses import dataclass

from django.conf import settings

from uitzicht.departures.models import Departure
from uitzicht.departures.queries import appointment_of
from uitzicht.portal.promise import Clause, Facts, promise
from uitzicht.privacy.policies import policy_in_force
from uitzicht.questionnaires.queries import Question, current_version, items_of, parts_of


@dataclass(frozen=True, slots=True)
class AskedPart:
    """A part of the conversation with its questions, as the leaver reads them."""

    title: str
    questions: tuple[Question, ...]


def asked_parts(language: str) -> list[AskedPart]:
    """The parts with a question in them, in order; none before a questionnaire is published."""
    version = current_version()
    if version is None:
        return []
    items = items_of(version, language)
    parts = [
        AskedPart(part.title, tuple(item for item in items if item.part == part.key))
        for part in parts_of(version, language)
    ]
    return [part for part in parts if part.questions]


def promise_to(departure: Departure) -> list[Clause]:
    """In the language in force."""
    policy = policy_in_force()
    appointment = appointment_of(departure)
    return promise(
        Facts(
            organisation=settings.UITZICHT.organisation,
            interviewer=appointment.interviewer.name if appointment else "",
            guardian_contact=policy.guardian_contact or settings.DEFAULT_FROM_EMAIL,
            last_day_worked_on=departure.last_day_worked_on,
            policy=policy,
        )
    )
