"""``python -m tests.journeys.settle``: fills an empty installation with the cast, and with leavers at their beginning.

Prints the keys of departures: ``sofie`` and ``aude`` (French) talk with Bram in some weeks and are not invited yet;
``ines`` and ``karel`` have no private address. ``robin`` and five others have left and had no conversation; the five
handed in alone. ``robin_door``, ``ines_door`` and ``karel_door`` are the paths of personal links.
"""

import json
import os
from datetime import timedelta
from pathlib import Path

from uitzicht.cli.console import configured
from uitzicht.cli.setup import make_keys


def main() -> dict[str, str]:
    from django.core.management import call_command
    from django.utils import timezone

    from tests import cast as the_cast
    from tests import world
    from tests.release.alone import wrote_alone
    from uitzicht.departures.links import make_link
    from uitzicht.questionnaires import content
    from uitzicht.questionnaires.services import publish_version

    call_command("migrate", verbosity=0, interactive=False)
    now, today = timezone.now(), timezone.localdate()
    cast = the_cast.assemble()
    publish_version(content.latest(), by=world.BY, at=now)
    aude = cast.another_person(first_name="Aude", language="fr", private_email="aude@example.org")
    soon = {
        "sofie": world.leaving(cast.leaver, on=today + timedelta(days=30), at=now),
        "aude": world.leaving(aude, on=today + timedelta(days=37), at=now),
        "ines": world.leaving(cast.another_person(first_name="Ines"), on=today + timedelta(days=25), at=now),
        "karel": world.leaving(cast.another_person(first_name="Karel"), on=today + timedelta(days=25), at=now),
    }
    for name in ("sofie", "aude"):
        world.planned(soon[name], cast.interviewer, at=now)
    left_on, then = today - timedelta(days=10), now - timedelta(days=45)
    robin = world.leaving(cast.another_person(first_name="Robin"), on=left_on, at=then)
    wrote_alone(cast, 5, left_on=left_on)
    everybody = soon | {"robin": robin}
    doors = {f"{name}_door": make_link(everybody[name], at=now) for name in ("robin", "ines", "karel")}
    keys = {name: str(departure.pk) for name, departure in everybody.items()}
    return keys | {name: f"/my/{link.rstrip('/').rpartition('/')[2]}/" for name, link in doors.items()}


if __name__ == "__main__":
    make_keys(Path(os.environ["UITZICHT_HOME"]))
    configured(migrated=False)
    print(json.dumps(main()))
