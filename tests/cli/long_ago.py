"""``python -m tests.cli.long_ago``: three years ago somebody left after a conversation; nothing was erased since.

Prints the bytes that must go (hexadecimal) and the private address.
"""

import json
from datetime import datetime, time, timedelta

from uitzicht.cli.console import configured


def main() -> dict[str, object]:
    from django.utils import timezone

    from tests import cast as the_cast
    from tests.world import held_and_coded, leaving
    from uitzicht.departures.links import make_link, token_hash
    from uitzicht.people.models import Unit
    from uitzicht.privacy.models import SealedSheet, SheetSource
    from uitzicht.privacy.sheets import seal_sheet

    Unit.objects.all().delete()  # the cast brings its own
    cast = the_cast.assemble()
    left_on = timezone.localdate() - timedelta(days=3 * 365)
    at = timezone.make_aware(datetime.combine(left_on - timedelta(days=25), time(9)))
    departure = leaving(cast.leaver, on=left_on, at=at)
    token = make_link(departure, at=at).rstrip("/").rpartition("/")[2]
    interview = held_and_coded(departure, cast.interviewer, at=at, score=4, reason="career.no_growth", notes="Kanarie")
    kept_until = left_on + timedelta(days=2 * 365)
    seal_sheet({"departure": str(departure.pk), "note": "Kanarie"}, source=SheetSource.OWN, kept_until=kept_until)
    sheet = SealedSheet.objects.get()
    sealed = [sheet.sealed, sheet.wrapped_key]
    sealed += [interview.wrapped_key, interview.sealed_reasons, interview.sealed_summary]
    sealed += interview.answers.values_list("sealed", flat=True)
    texts = [token_hash(token), cast.leaver.private_email]
    return {"gone": [bytes(one).hex() for one in sealed] + [text.encode().hex() for text in texts]}


if __name__ == "__main__":
    configured()
    print(json.dumps(main()))
