"""Importing, releasing and attacking a survey of leavers: the real one of 822, and invented ones of any size.

``python -m benchmarks.releases``: 822 (where the data is), 10,000 and 100,000; with a number, that many only.
"""

import sys
from dataclasses import dataclass
from pathlib import Path

from benchmarks.house import BY, back_to, fresh_house, keep
from benchmarks.measuring import median, seconds, show

SIZES = (10_000, 100_000)
PEOPLE_PER_UNIT = 50
DETE = Path(__file__).parents[2] / "shared" / "data" / "dete" / "dete_survey.csv"
HEADINGS = ("leavers", "bundles", "figures", "widened", "import s", "facts s", "bundling s", "release s", "attack s")


@dataclass(frozen=True)
class Survey:
    name: str
    content: bytes
    mapping: str
    times: int


def dete() -> Survey | None:
    if not DETE.is_file():
        return None
    mapping = Path(__file__).parents[1] / "examples" / "dete.toml"
    return Survey("DETE, 822", DETE.read_bytes(), mapping.read_text(encoding="utf-8"), times=5)


def invented(people: int) -> Survey:
    from tests import survey

    content = survey.survey(people, max(1, people // PEOPLE_PER_UNIT))
    return Survey(f"{people:,}", content, survey.mapping(), times=3 if people <= 10_000 else 1)


def measure(survey: Survey, home: Path, empty: Path) -> list[object]:
    """Import, then facts, bundling, release and attack, each from the same imported database."""
    from django.utils import timezone

    from uitzicht.core.disclosure.bundles import Waiting, close_bundles
    from uitzicht.history.mapping import load_mapping
    from uitzicht.history.services import import_exits
    from uitzicht.release import facts, services
    from uitzicht.release.attack import attack_everything
    from uitzicht.release.models import Release
    from uitzicht.release.proposal import parents, propose

    now = timezone.now()
    today = timezone.localdate(now)
    back_to(empty)
    mapping = load_mapping(survey.mapping, file="survey.toml")
    importing = seconds(lambda: import_exits(survey.content, file="survey.csv", mapping=mapping, by=BY, at=now))
    imported = keep(home)
    proposed = propose(today)
    handles = set(proposed.respondents)
    reading = median(lambda: facts.answers_of(handles), survey.times)
    people = [Waiting(p.handle, p.unit, p.stratum, 0, p.historical) for p in proposed.respondents.values()]
    bundling = median(lambda: close_bundles(people, parents(), proposed.parameters), 5)
    releasing = median(
        lambda: services.make_release(by=BY, at=now, on=today), survey.times, before=lambda: back_to(imported)
    )
    attacking = median(attack_everything, survey.times)
    made = Release.objects.get()
    counted = (made.bundles.count(), made.audit["figures"], made.audit["widened"])
    return [survey.name, *counted, importing, reading, bundling, releasing, attacking]


def main(arguments: list[str]) -> None:
    with fresh_house() as home:
        empty = keep(home).rename(home / "empty.sqlite3")
        sizes = [int(size) for size in arguments] or SIZES
        real = [] if arguments else [survey for survey in (dete(),) if survey]
        rows = [measure(survey, home, empty) for survey in (*real, *map(invented, sizes))]
    show("Release of an imported survey", HEADINGS, rows)


if __name__ == "__main__":
    main(sys.argv[1:])
