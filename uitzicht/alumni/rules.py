"""What holds for staying in touch: the address, the yearly question, and how long anything is kept."""

from collections.abc import Mapping
from datetime import date, timedelta

from django.utils.translation import gettext_lazy as _

from uitzicht.core.refusal import Refusal
from uitzicht.privacy.clocks import months_after

CONFIRM_WITHIN = timedelta(days=30)
REMIND_AFTER = timedelta(days=7)
YEAR = 12  # months between two questions whether the address still holds
NAMED_FOR = 24  # months that a referral knows by whom it was


def a_year_before(on: date) -> date:
    return months_after(on, -YEAR)


def ends_on(asked_on: date) -> date:
    """The day on which a member is erased who does not answer the last question."""
    return months_after(asked_on, YEAR)


def ensure_may_join(*, died: bool, called_off: bool) -> None:
    """After a death nobody is mailed; a departure that was called off leaves no former colleague."""
    if died or called_off:
        message = _("Nobody can stay in touch here: this departure is called off, or it was a death.")
        raise Refusal("alumni.no_departure", message)


def ensure_address(email: str, work_email: str) -> None:
    """Of one's own: a work address stops working with the work, and the organisation would read it."""
    if not email:
        message = _("Type the private e-mail address at which you want to be reached.")
        raise Refusal("alumni.no_address", message)
    if email.casefold() == work_email.casefold():
        message = _("This is your work address, and it closes when you leave. Type a private address.")
        raise Refusal("alumni.work_address", message)


def ensure_written(texts: Mapping[str, Mapping[str, str]], language: str) -> None:
    """Who has no text in their own language reads the one in the language of the organisation, so that one must be there."""
    if not texts.get(language, {}).get("text"):
        message = _(
            "Write at least the text in the language of the organisation ({language}): it goes to everybody else."
        )
        raise Refusal("alumni.newsletter_empty", message, language=language)


def ensure_not_sent(sent: bool) -> None:
    """What people have read cannot be another text afterwards."""
    if sent:
        message = _("This newsletter was sent and does not change any more. Write a new one.")
        raise Refusal("alumni.newsletter_sent", message)


def ensure_days(first: date, last: date | None) -> None:
    if last is not None and last < first:
        message = _("The last day comes before the first. Correct one of the two.")
        raise Refusal("alumni.days_turned_round", message)


def ensure_hired_later(on: date, hired_on: date | None) -> None:
    if hired_on is not None and hired_on < on:
        message = _("The day of hiring comes before the referral. Correct one of the two.")
        raise Refusal("alumni.hired_before_referral", message)
