"""Every page of insight in an organisation that lost 100,000 people: processor time and SQL statements, cold and warm.

The release document is written directly: seeded numbers in the form and of the size of the contract, not the work of the job, so
that the pages alone are measured. In one process, through every middleware, on an SQLite file. Cold: the first request of a
worker that has its code loaded, so reading and indexing the document is in it.
"""

import json
import statistics
import time
from collections.abc import Iterator
from typing import Any

from benchmarks.house import fresh_house
from benchmarks.insight.document import LEAVERS, a_large_document, freeze
from benchmarks.measuring import show, statements

TIMES, LIMIT_MS = 15, 50


def addresses() -> Iterator[tuple[str, str]]:
    from uitzicht.insight.stories import STORIES

    yield "start", "/insight/"
    yield "cost", "/insight/cost/"
    for name, story in STORIES.items():
        yield name, f"/insight/{name}/"
        if name != "groups":
            yield f"{name}, by unit", f"/insight/{name}/?view=units"
        if story.by_group:
            yield f"{name}, by group", f"/insight/{name}/?view=groups&by=age"


def forget() -> None:
    """What a worker learned of the release and its figures, so that the next request is its first."""
    import gc
    from functools import _lru_cache_wrapper

    for one in gc.get_objects():
        if type(one) is _lru_cache_wrapper and one.__module__.startswith(("uitzicht.insight", "uitzicht.release")):
            one.cache_clear()


def measured(client: Any, address: str) -> tuple[float, float, int]:
    """Cold and warm in ms of the processor (the machine may be busy with other things), and SQL statements of the warm one."""

    def get() -> None:
        answer = client.get(address)
        if answer.status_code != 200:
            raise RuntimeError(f"{address} answered {answer.status_code}")

    def processor(times: int) -> float:
        taken = []
        for _ in range(times):
            began = time.process_time()
            get()
            taken.append(1000 * (time.process_time() - began))
        return statistics.median(taken)

    get()  # templates and translations are learned once by any page
    forget()
    return processor(1), processor(TIMES), statements(get)


def main() -> None:
    with fresh_house():
        from django.test import Client

        from benchmarks.pages import the_cast

        document = a_large_document()
        people = the_cast()
        freeze(document)
        client = Client(SERVER_NAME="localhost")
        client.force_login(people.hr_lead)
        rows = [(name, *measured(client, address)) for name, address in addresses()]
    size = len(json.dumps(document)) / 1e6
    title = f"Pages of insight, {LEAVERS:,} leavers in {len(document['units'])} units (document {size:.1f} MB; ms of the processor, median of {TIMES})"
    show(title, ("", "cold, ms", "warm, ms", "SQL"), rows)
    slow = [name for name, _cold, warm, _sql in rows if warm > LIMIT_MS]
    print("Slower than", LIMIT_MS, "ms when warm:", ", ".join(slow) or "none")


if __name__ == "__main__":
    main()
