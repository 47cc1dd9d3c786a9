"""``python -m tests.alumni.on_disk FILE``: somebody stays in touch and leaves, on a database in a file.

Prints {step: whether the bytes stand in the files}, the write-ahead log included.
"""

import json
import sys
from pathlib import Path

import django


def main(file: Path) -> dict[str, bool]:
    from django.core.management import call_command
    from django.db import connection

    from tests import cast as the_cast
    from tests.alumni.cases import ADDRESS, confirmed, left, stop_link_in_last_mail
    from uitzicht.alumni.models import Member

    def stand_there(searched: bytes) -> bool:
        connection.close()
        return any(searched in one.read_bytes() for one in file.parent.glob(f"{file.name}*"))

    call_command("migrate", verbosity=0)
    member = confirmed(left(the_cast.assemble().leaver), "news", phone="0470 12 34 56")
    found = {"address in the clear": stand_there(ADDRESS.encode()), "telephone": stand_there(b"0470 12 34 56")}
    pieces = [bytes(member.sealed), bytes(member.wrapped_key)]
    found["sealed row"] = all(map(stand_there, pieces))
    from django.test import Client

    Client().post(stop_link_in_last_mail())
    found["member"] = Member.objects.exists()
    with connection.cursor() as cursor:
        cursor.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    return found | {"after leaving": any(map(stand_there, [*pieces, ADDRESS.encode()]))}


if __name__ == "__main__":
    django.setup()
    from django.test.utils import setup_test_environment

    setup_test_environment()
    print(json.dumps(main(Path(sys.argv[1]))))
