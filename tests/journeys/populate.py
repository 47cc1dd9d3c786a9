"""``python -m tests.journeys.populate``: fills an empty installation with the cast and everything that happened once.

Prints the keys that addresses need: {"departure", "interview", "link"} of Sofie, whose conversation is under way; the
departure ``planned`` has an appointment, ``gone`` left without one, and the interview ``finished`` waits for its themes.
"""

import json
import os
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

from uitzicht.cli.console import configured
from uitzicht.cli.setup import make_keys


def main() -> dict[str, str]:
    from django.core.management import call_command
    from django.utils import timezone

    from tests import cast as the_cast
    from tests import world

    call_command("migrate", verbosity=0, interactive=False)
    cast = the_cast.assemble()
    made = world.assemble(cast)
    now, today = timezone.now(), timezone.localdate()
    planned = world.leaving(cast.another_person(first_name="Lien"), on=today + timedelta(days=37), at=now)
    world.planned(planned, cast.second_interviewer, at=now)
    gone = world.leaving(cast.another_person(first_name="Tom"), on=today - timedelta(days=2), at=now)
    talked = world.leaving(cast.another_person(first_name="Wout"), on=today + timedelta(days=44), at=now)
    finished = _held(world.planned(talked, cast.interviewer, at=now), at=now)
    known = {
        "departure": made.departure,
        "interview": made.interview,
        "planned": planned,
        "gone": gone,
        "finished": finished,
    }
    return {name: str(thing.pk) for name, thing in known.items()} | {"link": made.link}


def _held(appointment: Any, *, at: datetime) -> Any:
    from tests.world import BY
    from uitzicht.interviews import services as interviews

    interview = interviews.open_interview(appointment, by=BY, at=at)
    for item, notes in {"content.variety": "Veel afwisseling.", "organisation.improve": "De roosters."}.items():
        interviews.save_answer(interview, item, notes=notes, score=None, choice=None, revision=0, by=BY, at=at)
    interviews.finish_interview(interview, by=BY, at=at)
    return interview


if __name__ == "__main__":
    make_keys(Path(os.environ["UITZICHT_HOME"]))
    configured(migrated=False)
    print(json.dumps(main()))
