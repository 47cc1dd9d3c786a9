"""The list of former colleagues as its address asks for it, and the same as a file."""

import csv
import io
from collections.abc import Iterable, Mapping
from datetime import date, datetime
from typing import Any

from django.db import transaction
from django.db.models import Q, QuerySet
from django.utils.translation import get_language, gettext

from uitzicht.alumni.contact import contact_of
from uitzicht.alumni.models import Member
from uitzicht.alumni.queries import visible_to, with_interest
from uitzicht.alumni.vocabulary import Interest
from uitzicht.people.models import User
from uitzicht.people.tree import UnitTree
from uitzicht.privacy import audit

PER_PAGE = 50
ORDER = {
    "name": ("departure__person__last_name", "departure__person__first_name"),
    "-left": ("-departure__ends_on", "departure__person__last_name"),
    "left": ("departure__ends_on", "departure__person__last_name"),
}
_FORMULA = ("=", "+", "-", "@", "\t", "\r")


def members_asked_for(
    user: User, chosen: Mapping[str, Any], *, tree: UnitTree, sort: str, on: date
) -> QuerySet[Member]:
    """``chosen``: see ``MembersFilter``; ``sort``: a key of ``ORDER``."""
    found = visible_to(user, on=on)
    for word in str(chosen.get("q", "")).split():
        person = "departure__person__"
        found = found.filter(
            Q(**{f"{person}first_name__icontains": word}) | Q(**{f"{person}last_name__icontains": word})
        )
    if "interest" in chosen:
        found = with_interest(found, chosen["interest"])
    if "unit" in chosen:
        found = found.filter(departure__unit__in=tree.subtree(chosen["unit"]))
    if "since" in chosen:
        found = found.filter(departure__ends_on__gte=chosen["since"])
    return found.order_by(*ORDER.get(sort, ORDER["name"]), "pk")


@transaction.atomic
def members_csv(found: Iterable[Member], tree: UnitTree, *, by: str, at: datetime) -> bytes:
    """UTF-8 with a byte-order mark; separated by what the spreadsheet of this language expects. The trail says how many."""
    rows = [_row(member, tree) for member in found]
    audit.record("alumni.exported", by=by, at=at, detail={"count": len(rows)})
    out = io.StringIO()
    writer = csv.writer(out, delimiter="," if (get_language() or "").startswith("en") else ";")
    writer.writerow(
        [
            gettext("First name"),
            gettext("Last name"),
            gettext("E-mail address"),
            gettext("Language"),
            gettext("Telephone"),
            gettext("Profile"),
            gettext("Unit"),
            gettext("End of the contract"),
            gettext("Wants mail about"),
            gettext("Recommends us"),
            gettext("Comes back"),
        ]
    )
    writer.writerows([_harmless(cell) for cell in row] for row in rows)
    return ("\ufeff" + out.getvalue()).encode()


def interests_of(member: Member) -> list[str]:
    """In words, in the order of ``Interest``."""
    return [str(interest.label) for interest in Interest if interest.value in member.interests]


def _row(member: Member, tree: UnitTree) -> list[str]:
    contact, departure = contact_of(member), member.departure
    return [
        departure.person.first_name,
        departure.person.last_name,
        contact.email,
        member.language,
        contact.phone,
        contact.profile,
        tree.label(departure.unit_id),
        departure.ends_on.isoformat(),
        ", ".join(interests_of(member)),
        str(member.get_would_recommend_display()) if member.would_recommend else "",
        str(member.get_would_return_display()) if member.would_return else "",
    ]


def _harmless(cell: str) -> str:
    """A cell that a spreadsheet would run as a formula becomes text."""
    return f"'{cell}" if cell.startswith(_FORMULA) else cell
