"""What a leaver is asked to agree to, as their page shows it."""

from dataclasses import dataclass
from datetime import datetime

from django.utils.translation import gettext, ngettext, pgettext

from uitzicht.departures.models import Departure
from uitzicht.departures.vocabulary import Purpose
from uitzicht.privacy.policies import policy_in_force


@dataclass(frozen=True, slots=True)
class Asked:
    """One consent. ``given_at``: None when it does not stand. ``address``: where it would reach them, masked; "" when no
    address is known; None where none is needed."""

    purpose: Purpose
    title: str
    text: str
    given_at: datetime | None
    address: str | None = None


def asked_consents(departure: Departure) -> list[Asked]:
    """Each consent with its explanation, in the language in force. A follow-up is asked where the settings hold one, and
    shown as long as somebody agreed to it. Two statements."""
    standing = departure.consents.filter(withdrawn_at=None)
    given = {Purpose(purpose): at for purpose, at in standing.values_list("purpose", "given_at")}
    months = policy_in_force().follow_up_months
    asked = (
        [_follow_up(departure, months, given.get(Purpose.FOLLOW_UP))] if months or Purpose.FOLLOW_UP in given else []
    )
    return [*asked, _quotes(given.get(Purpose.QUOTES)), _alumni(given.get(Purpose.ALUMNI))]


def masked(address: str) -> str:
    """ "sofie@example.org" as "s…@example.org": enough to recognise one's own."""
    name, at, domain = address.partition("@")
    return f"{name[:1]}…{at}{domain}" if at else ""


def _follow_up(departure: Departure, months: int, given_at: datetime | None) -> Asked:
    text = ngettext(
        "{count} month after you leave we ask once how you look back. It takes about five minutes and you may skip any "
        "question. The mail comes from the system, not from a person. No colleague reads your answers.",
        "{count} months after you leave we ask once how you look back. It takes about five minutes and you may skip any "
        "question. The mail comes from the system, not from a person. No colleague reads your answers.",
        months,
    )
    return Asked(
        Purpose.FOLLOW_UP,
        pgettext("consent", "One look back, later"),
        text.format(count=months),
        given_at,
        masked(departure.person.private_email),
    )


def _quotes(given_at: datetime | None) -> Asked:
    text = gettext(
        "You may be asked whether a sentence of yours may be quoted. You then first see it, without names. You decide for "
        "each quote. Without your answer nothing is quoted."
    )
    return Asked(Purpose.QUOTES, pgettext("consent", "Being asked about a quote"), text, given_at)


def _alumni(given_at: datetime | None) -> Asked:
    text = gettext(
        "The organisation may stay in touch with you after you leave. What you said in the conversation plays no part in "
        "that."
    )
    return Asked(Purpose.ALUMNI, pgettext("consent", "Staying in touch"), text, given_at)
