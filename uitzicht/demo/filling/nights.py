"""What happens by itself: reminders of the last weeks, and at the end everything is erased whose period is over."""

from datetime import date, datetime, timedelta
from itertools import count

from django.utils import timezone

from uitzicht.coding import erasing as conversations
from uitzicht.demo.filling.days import Course, moment
from uitzicht.demo.filling.world import LETTERS_KEPT
from uitzicht.departures import erasing as contact
from uitzicht.followups.queries import awaiting_address
from uitzicht.followups.services import plan_follow_ups
from uitzicht.interviews import reminders
from uitzicht.offboarding.farewell.final_mail import send_final_mails
from uitzicht.privacy.clocks import months_after
from uitzicht.privacy.sheets import erase_sheets_due
from uitzicht.release.models import Member


def months(first: date, *, by: str) -> Course:
    """Follow-ups are planned, long before any of them is due; here each month, which is as good as each night."""
    for number in count():
        yield (at := moment(months_after(first, number), 2))
        plan_follow_ups(by=by, at=at)


def nights(now: datetime, *, by: str) -> Course:
    """Reminders of themes and summaries, and last mails, as long ago as letters are kept."""
    today = timezone.localdate(now)
    for before in range(LETTERS_KEPT.days - 1, -1, -1):
        yield (at := moment(today - timedelta(days=before), 2))
        reminders.remind_to_code(by=by, at=at)
        reminders.remind_to_confirm(by=by, at=at)
        send_final_mails(by=by, at=at)
        plan_follow_ups(by=by, at=at)


def erase_what_is_due(*, by: str, at: datetime) -> None:
    """The demo keeps the promise that it shows."""
    on = timezone.localdate(at)
    conversations.erase_notes(by=by, at=at)
    conversations.erase_answers(released=set(Member.objects.values_list("handle", flat=True)), by=by, at=at)
    erase_sheets_due(on, by=by, at=at)
    contact.erase_links(by=by, at=at)
    contact.erase_addresses(by=by, at=at, needed=awaiting_address(on))
