"""Every page, export and mail of every role, walked along the route table of tests/house/access.py, as bytes to compare."""

import re
from collections.abc import Callable, Mapping
from datetime import timedelta

from django.core import mail
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from tests.cast import Cast
from tests.house.access import ACCESS, PUBLIC
from tests.house.test_every_route_as_every_role import GUARDED, ROLES
from tests.world import BY, leaving, planned
from uitzicht.actions.reminders import remind_owners as remind_of_actions
from uitzicht.alumni import services as alumni
from uitzicht.departures.consents import give_consent
from uitzicht.departures.links import LEAVER
from uitzicht.departures.vocabulary import Purpose
from uitzicht.followups import services as followups
from uitzicht.insight.stories import STORIES
from uitzicht.interviews import reminders
from uitzicht.interviews import services as interviews
from uitzicht.offboarding.farewell.final_mail import send_final_mails
from uitzicht.offboarding.reminders import remind_owners
from uitzicht.planning import services as planning
from uitzicht.privacy.clocks import months_after
from uitzicht.reports.announcing import announce_due
from uitzicht.reports.definition import Format, ReportKind

Told = dict[tuple[str, str], tuple[int, bytes]]
MENU = ("", "view=units", "kind=resignation", "kind=other", "kind=resignation&view=units", "kind=other&view=units")
NEW_EACH_TIME = {
    # The token of a form is drawn anew for each answer; nothing else of a page is left out.
    "html": re.compile(rb'name="csrfmiddlewaretoken" value="[^"]*"'),
}
SECRET = re.compile(r"(?<=/)[\w-]{22,}(?=/|\b)")
"""The personal links of a mail are drawn anew for each mail."""
PLACES = {"my_part": ["content"], "follow_up_part": [1]}


def everything(cast: Cast, leaver: Client, address: Callable[[str], str], signed_in: Callable[[str], Client]) -> Told:
    """What every role reads now, by role and address, and every mail that the night would send."""
    told: Told = {}
    for role in ROLES:
        client = signed_in(role)
        for path in _addresses(address):
            told[role, path] = _answer(client, path)
    for who, client in {"leaver": leaver, "visitor": signed_in("")}.items():
        for name in sorted(name for name, roles in ACCESS.items() if roles == PUBLIC):
            if path := _public(name):
                told[who, path] = _answer(client, path)
    return told | _mails()


def _addresses(address: Callable[[str], str]) -> list[str]:
    menu = [f"{reverse('insight')}?{query}" for query in MENU]
    for story in STORIES:
        menu += [f"{reverse(name, args=[story])}?{q}" for name in ("measure", "measure_download") for q in MENU]
    newest = [reverse(name, args=[2]) for name in ("release", "release_document", "report")]
    reports = [reverse("report_file", args=[kind, 2, form]) for kind in ReportKind for form in Format]
    return [*(address(name) for name in GUARDED), *menu, *newest, *reports]


def _public(name: str) -> str:
    """Doors need a secret and are opened by whoever has it."""
    if name.endswith("_door") or name in (
        "planning_feed",
        "follow_up_stop",
        "alumni_stop",
        "my_summary_revoke",
        "demo_enter",
    ):
        return ""
    return reverse(name, args=PLACES.get(name, []))


def _answer(client: Client, path: str) -> tuple[int, bytes]:
    answer = client.get(path)
    body = answer.getvalue() if answer.streaming else answer.content
    kind = answer.headers.get("Content-Type", "").partition(";")[0].rpartition("/")[2]
    pattern = NEW_EACH_TIME.get(kind)
    return answer.status_code, pattern.sub(b"", body) if pattern else body


def _mails() -> Mapping[tuple[str, str], tuple[int, bytes]]:
    by, at = BY, timezone.now()
    planning.remind_of_appointments(by=by, at=at)
    planning.ask_missed_again(by=by, at=at)
    remind_owners(by=by, at=at)
    reminders.remind_to_code(by=by, at=at)
    reminders.remind_to_confirm(by=by, at=at)
    followups.plan_follow_ups(by=by, at=at)
    followups.send_due(by=by, at=at)
    send_final_mails(by=by, at=at)
    alumni.remind(on=timezone.localdate(at), by=by, at=at)
    announce_due(by=by, at=at)
    remind_of_actions(by=by, at=at)
    sent, mail.outbox[:] = list(mail.outbox), []
    return {
        ("mail", f"{number} {one.to}"): (0, SECRET.sub("", f"{one.subject}\n{one.body}\n{one.attachments}").encode())
        for number, one in enumerate(sent)
    }


def due_tonight(cast: Cast) -> None:
    """Somebody whose follow-up is due, and a conversation that still has to get its themes."""
    at = timezone.now()
    ended = months_after(timezone.localdate(at) - timedelta(days=3), -6)
    person = cast.another_person(first_name="Ines", private_email="ines@example.org")
    then = at - timedelta(days=270)
    give_consent(leaving(person, on=ended, at=then), Purpose.FOLLOW_UP, by=LEAVER, at=then)
    held_at = at - timedelta(days=20)
    talked = leaving(cast.another_person(), on=timezone.localdate(at) - timedelta(days=5), at=at - timedelta(days=60))
    interview = interviews.open_interview(planned(talked, cast.second_interviewer, at=held_at), by=BY, at=held_at)
    interviews.save_summary(interview, "Kort en goed.", revision=0, by=BY, at=held_at)
    interviews.finish_interview(interview, by=BY, at=held_at)
