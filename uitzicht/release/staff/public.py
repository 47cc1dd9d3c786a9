"""All public facts on staff, as one part of a release document."""

from collections.abc import Iterable, Mapping
from datetime import date
from typing import Any

from uitzicht.release.staff.staying import staying
from uitzicht.release.staff.stays import observed_from, stays
from uitzicht.release.staff.turnover import by_group, turnover

COMPARED = ("gender", "age", "working_time", "contract")


def staff_facts(parents: Mapping[str, str | None], on: date, cuts: Iterable[str] = COMPARED) -> dict[str, Any]:
    """What a release says about staff besides leavers: ``observed_from``, ``turnover``, ``by_group``, ``staying``; see there
    and docs/contracts/release-document.md. Empty where nobody is known to have left."""
    everybody, compared = stays(on), tuple(cuts)
    since = observed_from(everybody)
    if since is None:
        return {}
    return {
        "observed_from": since.isoformat(),
        "turnover": turnover(everybody, parents, since, on),
        "by_group": by_group(everybody, compared, since, on),
        "staying": staying(everybody, compared, since, on),
    }
