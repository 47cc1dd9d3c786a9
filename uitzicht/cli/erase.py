"""``uitzicht erase``: what leavers were promised to be erased, erased. Meant for every night."""

import sys
from datetime import date, datetime, timedelta

import click

from uitzicht.cli.console import configured, operator, out, progress

KINDS = {
    "notes": "conversations: notes and summary",
    "answers": "conversations: everything that was said",
    "sheets": "answers written alone",
    "wishes": "wishes about an appointment",
    "requests": "requests to erase answers written alone",
    "task_links": "links to a task",
    "checklists": "checklists",
    "links": "personal links",
    "addresses": "private addresses",
    "alumni": "former colleagues who stay in touch no longer",
}
GRACE = timedelta(days=2)


@click.command()
@click.option("--dry-run", is_flag=True, help="Count what is due; erase nothing.")
def erase(dry_run: bool) -> None:
    """Erase what has been kept for its whole retention period. Run it every night.

    \b
    notes, summary    after the retention period of notes
    answers, reasons, themes, and the key of the conversation
                      after the retention period of answers
    answers written alone
                      after the retention period of answers, and when their leaver asked for it
    wishes about an appointment
                      when the conversation is over
    checklists        after the retention period of notes; links to a task when they have expired
    personal links    when they have expired
    private addresses of people who left
                      when their own pages have closed and no follow-up needs them
    former colleagues who stay in touch no longer
                      when they did not confirm the address or answer for two years, came back, or took the consent back

    Periods count from the end of the contract and are on the page "Privacy settings". Released figures stay as they are.
    The audit trail gets counts, never content.

    \b
      uitzicht erase --dry-run
      uitzicht erase
    """
    configured()
    from django.utils import timezone

    if dry_run:
        for kind, count in due(timezone.localdate()).items():
            out.print(f"{count:>6}  {KINDS[kind]}")
        out.print("Nothing was erased.")
        return
    sys.exit(0 if erase_due(by=operator(), at=timezone.now()) else 1)


def erase_due(*, by: str, at: datetime) -> bool:
    """Erase and say what; False when old bytes may be left."""
    for kind, count, remark in _erase(by, at):
        out.print(f"{count:>6}  {KINDS[kind]}{remark}")
    clean = _leave_no_copy()
    out.print(
        "Erased."
        if clean
        else "Erased, but the log of the database is in use and may still hold the old bytes: run this again."
    )
    return clean


def due(on: date) -> dict[str, int]:
    """How many of each kind have been kept long enough on this day."""
    from uitzicht.alumni import queries as alumni
    from uitzicht.departures import erasing as contact
    from uitzicht.followups.queries import awaiting_address
    from uitzicht.interviews import retention
    from uitzicht.offboarding import erasing as offboarding
    from uitzicht.planning.erasing import wishes_due
    from uitzicht.portal.models import ErasureRequest
    from uitzicht.privacy.sheets import sheets_due

    return {
        "notes": retention.notes_due(on).count(),
        "answers": retention.answers_due(on).count(),
        "sheets": sheets_due(on),
        "wishes": wishes_due(on),
        "task_links": offboarding.links_due(on).count(),
        "checklists": offboarding.checklists_due(on).count(),
        "requests": ErasureRequest.objects.filter(asked_on__lte=on).count(),
        "links": contact.links_due(on).count(),
        "addresses": contact.addresses_due(on, needed=awaiting_address(on)).count(),
        "alumni": alumni.over(on).count(),
    }


def overdue(today: date) -> str:
    """What should have been erased some days ago, in one line; empty when all is well."""
    late = [f"{count} {KINDS[kind]}" for kind, count in due(today - GRACE).items() if count]
    return f"overdue: {', '.join(late)}. Run 'uitzicht erase' every night" if late else ""


def _erase(by: str, at: datetime) -> list[tuple[str, int, str]]:
    from django.utils import timezone

    from uitzicht.alumni import services as alumni
    from uitzicht.coding import erasing as conversations
    from uitzicht.departures import erasing as contact
    from uitzicht.followups.queries import awaiting_address
    from uitzicht.offboarding import erasing as offboarding
    from uitzicht.planning.erasing import erase_wishes
    from uitzicht.privacy.sheets import erase_sheets_due
    from uitzicht.release.erasing import erase_requested_sheets
    from uitzicht.release.models import Member

    on = timezone.localdate(at)
    with progress() as report:
        notes = conversations.erase_notes(by=by, at=at, progress=lambda done, total: report("notes", done, total))
        released = set(Member.objects.values_list("handle", flat=True))
        answers, not_used = conversations.erase_answers(
            released=released, by=by, at=at, progress=lambda done, total: report("answers", done, total)
        )
    return [
        ("notes", notes, ""),
        ("answers", answers, f" ({not_used} not used in any release)" if not_used else ""),
        ("sheets", erase_sheets_due(on, by=by, at=at), ""),
        ("wishes", erase_wishes(by=by, at=at), ""),
        ("task_links", offboarding.erase_task_links(by=by, at=at), ""),
        ("checklists", offboarding.erase_checklists(by=by, at=at), ""),
        ("links", contact.erase_links(by=by, at=at), ""),
        ("addresses", contact.erase_addresses(by=by, at=at, needed=awaiting_address(on)), ""),
        ("alumni", alumni.end_over(by=by, at=at), ""),
        # Last: without the release key it is refused, and everything else is done by then.
        ("requests", erase_requested_sheets(by=by, at=at), ""),
    ]


def _leave_no_copy() -> bool:
    """On SQLite the old bytes live on in the write-ahead log until it is emptied; False when others keep it busy."""
    from django.db import connection

    if connection.vendor != "sqlite":
        return True
    with connection.cursor() as cursor:
        cursor.execute("PRAGMA wal_checkpoint(TRUNCATE)")
        busy, _, _ = cursor.fetchone()
    return not busy
