"""``python -m tests.journeys.populate``: fills an empty installation with the cast and everything that happened once.

Prints what addresses need. Keys: {"departure", "interview", "link"} of Sofie, whose conversation is under way; the
departure ``planned`` has an appointment, ``gone`` left without one, the interview ``finished`` waits for its themes, the
questionnaire version ``draft`` is being written, with the question ``own_item``. What leavers did on their own pages: ``populate_leavers``;
checklists, rooms and plans: ``populate_around``.
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
    from django.test.utils import override_settings
    from django.utils import timezone

    from tests import cast as the_cast
    from tests import world
    from tests.journeys import populate_around, populate_leavers
    from uitzicht.privacy.policies import decide_policy

    call_command("migrate", verbosity=0, interactive=False)
    cast = the_cast.assemble()
    made = world.assemble(cast)
    now, today = timezone.now(), timezone.localdate()
    planned = world.leaving(cast.another_person(first_name="Lien"), on=today + timedelta(days=37), at=now)
    world.planned(planned, cast.second_interviewer, at=now)
    gone = world.leaving(cast.another_person(first_name="Tom"), on=today - timedelta(days=2), at=now)
    talked = world.leaving(cast.another_person(first_name="Wout"), on=today + timedelta(days=44), at=now)
    finished = _held(world.planned(talked, cast.interviewer, at=now), at=now)
    decide_policy(inclusion_card=True, reason="The journeys look at the card.", by=world.BY, at=now)
    known = {
        "departure": made.departure,
        "interview": made.interview,
        "planned": planned,
        "gone": gone,
        "finished": finished,
    }
    with override_settings(EMAIL_BACKEND="django.core.mail.backends.locmem.EmailBackend"):
        leavers = populate_leavers.main(cast, at=now)
        around = populate_around.main(cast, at=now, begun=made.departure, late=gone)
    keys = {name: str(thing.pk) for name, thing in known.items()}
    return keys | leavers | around | _draft(now) | {"link": made.link}


def _held(appointment: Any, *, at: datetime) -> Any:
    from tests.world import BY
    from uitzicht.interviews import services as interviews

    interview = interviews.open_interview(appointment, by=BY, at=at)
    for item, notes in {"content.variety": "Veel afwisseling.", "organisation.improve": "De roosters."}.items():
        interviews.save_answer(interview, item, notes=notes, score=None, choice=None, revision=0, by=BY, at=at)
    interviews.finish_interview(interview, by=BY, at=at)
    return interview


def _draft(at: datetime) -> dict[str, str]:
    """A version with a question of one's own, about which the neutrality check asks and three languages are missing."""
    from tests.world import BY
    from uitzicht.questionnaires.queries import current_version
    from uitzicht.questionnaires.services import add_item, start_draft
    from uitzicht.questionnaires.vocabulary import ItemType

    current = current_version()
    assert current is not None
    draft = start_draft(current, by=BY, at=at)
    own = add_item(
        draft,
        "content",
        name="load",
        type=ItemType.OPEN,
        language="nl",
        question="Vond je het werk niet veel te zwaar?",
        by=BY,
        at=at,
    )
    return {"draft": str(draft.number), "own_item": own.key}


if __name__ == "__main__":
    make_keys(Path(os.environ["UITZICHT_HOME"]))
    configured(migrated=False)
    print(json.dumps(main()))
