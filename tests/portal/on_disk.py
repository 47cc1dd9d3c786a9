"""``python -m tests.portal.on_disk``: a leaver writes, hands in and has it erased, on a database in a file.

Prints {step: whether the bytes stand in the files}: of the draft and of the sealed sheet, before and after they went.
"""

import json
import sys
from pathlib import Path

import django


def main(file: Path) -> dict[str, bool]:
    from django.core.management import call_command
    from django.db import connection
    from django.utils import timezone

    from tests import cast as the_cast
    from tests.departures.cases import BY, register_from_today
    from tests.portal.alone import CANARY, behind_a_new_link, words
    from uitzicht.portal.models import Draft
    from uitzicht.privacy.models import SealedSheet
    from uitzicht.questionnaires import content
    from uitzicht.questionnaires.services import publish_version

    def stand_there(searched: bytes) -> bool:
        with connection.cursor() as cursor:
            cursor.execute("PRAGMA wal_checkpoint(TRUNCATE)")
        connection.close()
        return any(searched in one.read_bytes() for one in file.parent.glob(f"{file.name}*"))

    call_command("migrate", verbosity=0)
    publish_version(content.load(1), by=BY, at=timezone.now())
    sofie = behind_a_new_link(register_from_today(the_cast.assemble().leaver))
    sofie.answer("content.variety", words(CANARY))
    draft = bytes(Draft.objects.get().sealed)
    found = {"draft written": stand_there(draft), "words in the clear": stand_there(CANARY.encode())}
    sofie.hand_in()
    sheet = SealedSheet.objects.get()
    pieces = [bytes(sheet.sealed), bytes(sheet.wrapped_key)]
    found |= {"draft after handing in": stand_there(draft), "sheet handed in": all(map(stand_there, pieces))}
    sofie.post("/my/erase/", confirmed="on")
    return found | {"sheet after erasing": any(map(stand_there, pieces))}


if __name__ == "__main__":
    django.setup()
    from django.test.utils import setup_test_environment

    setup_test_environment()
    print(json.dumps(main(Path(sys.argv[1]))))
