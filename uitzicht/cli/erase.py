"""``uitzicht erase``: what leavers were promised to be erased, erased. Meant for every night."""

import sys
from datetime import date, timedelta

import click

from uitzicht.cli.console import configured, operator, out, progress

KINDS = {
    "notes": "conversations: notes and summary",
    "answers": "conversations: everything that was said",
    "links": "personal links",
    "addresses": "private addresses",
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
    personal links    when they have expired
    private addresses of people who left
                      when their own pages have closed

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
    for kind, count, remark in _erase():
        out.print(f"{count:>6}  {KINDS[kind]}{remark}")
    if not _leave_no_copy():
        out.print("Erased, but the log of the database is in use and may still hold the old bytes: run this again.")
        sys.exit(1)
    out.print("Erased.")


def due(on: date) -> dict[str, int]:
    """How many of each kind have been kept long enough on this day."""
    from uitzicht.departures import erasing as contact
    from uitzicht.interviews import retention

    return {
        "notes": retention.notes_due(on).count(),
        "answers": retention.answers_due(on).count(),
        "links": contact.links_due(on).count(),
        "addresses": contact.addresses_due(on).count(),
    }


def overdue(today: date) -> str:
    """What should have been erased some days ago, in one line; empty when all is well."""
    late = [f"{count} {KINDS[kind]}" for kind, count in due(today - GRACE).items() if count]
    return f"overdue: {', '.join(late)}. Run 'uitzicht erase' every night" if late else ""


def _erase() -> list[tuple[str, int, str]]:
    from django.utils import timezone

    from uitzicht.coding import erasing as conversations
    from uitzicht.departures import erasing as contact
    from uitzicht.release.models import Member

    by, at = operator(), timezone.now()
    with progress() as report:
        notes = conversations.erase_notes(by=by, at=at, progress=lambda done, total: report("notes", done, total))
        released = set(Member.objects.values_list("handle", flat=True))
        answers, not_used = conversations.erase_answers(
            released=released, by=by, at=at, progress=lambda done, total: report("answers", done, total)
        )
    return [
        ("notes", notes, ""),
        ("answers", answers, f" ({not_used} not used in any release)" if not_used else ""),
        ("links", contact.erase_links(by=by, at=at), ""),
        ("addresses", contact.erase_addresses(by=by, at=at), ""),
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
