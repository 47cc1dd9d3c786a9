"""What a leaver is asked to agree to, as their page shows it."""

from dataclasses import dataclass
from datetime import datetime

from django.utils.translation import gettext, ngettext, pgettext

from uitzicht.alumni.contact import contact_of
from uitzicht.alumni.contact import masked as masked
from uitzicht.alumni.queries import member_of
from uitzicht.departures.models import Departure
from uitzicht.departures.vocabulary import Purpose
from uitzicht.privacy.policies import policy_in_force


@dataclass(frozen=True, slots=True)
class Asked:
    """One consent. ``given_at``: None when it does not stand. ``address``: where it would reach them, masked; "" when no
    address is known; None where none is needed. ``waits``: the address is not confirmed yet."""

    purpose: Purpose
    title: str
    text: str
    given_at: datetime | None
    address: str | None = None
    waits: bool = False


def asked_consents(departure: Departure) -> list[Asked]:
    """Each consent with its explanation, in the language in force. A follow-up is asked where the settings hold one, and
    shown as long as somebody agreed to it. Three statements."""
    standing = departure.consents.filter(withdrawn_at=None)
    given = {Purpose(purpose): at for purpose, at in standing.values_list("purpose", "given_at")}
    months = policy_in_force().follow_up_months
    asked = (
        [_follow_up(departure, months, given.get(Purpose.FOLLOW_UP))] if months or Purpose.FOLLOW_UP in given else []
    )
    return [*asked, _quotes(given.get(Purpose.QUOTES)), _alumni(departure, given.get(Purpose.ALUMNI))]


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


def _alumni(departure: Departure, given_at: datetime | None) -> Asked:
    text = "\n\n".join(
        (
            gettext(
                "HR may write to you after you leave, only about what you choose: news, openings, meet-ups, or what was changed. "
                "We first mail you a link to confirm your address."
            ),
            gettext(
                "The HR lead sees your name, your address and what you choose. What you said in the conversation plays no part "
                "in that."
            ),
            gettext(
                "We keep it until you stop: one click in any mail erases it. Once a year we ask whether your address still holds. "
                "After two years without an answer it is erased by itself."
            ),
        )
    )
    title = pgettext("consent", "Staying in touch")
    member = member_of(departure) if given_at else None
    if member is None:
        return Asked(Purpose.ALUMNI, title, text, given_at, masked(departure.person.private_email))
    address = masked(contact_of(member).email)
    return Asked(Purpose.ALUMNI, title, text, given_at, address, waits=member.confirmed_at is None)
