"""The whole invention: staff and their careers, who left, who is leaving, and what was said."""

import random
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta

from uitzicht.demo.generator import story
from uitzicht.demo.generator.conversation import Said, hold
from uitzicht.demo.generator.diary import Diary, diary
from uitzicht.demo.generator.leavers import Leaver, leavers
from uitzicht.demo.generator.staff import Employee
from uitzicht.demo.generator.under_way import under_way
from uitzicht.demo.generator.workforce import Workforce
from uitzicht.questionnaires import content

SEED = 20_240_319
DAYS = 1096  # three years
LEAVERS = 190


@dataclass(frozen=True)
class Exit:
    """One departure from beginning to end. ``said``: None without a conversation."""

    leaver: Leaver
    diary: Diary
    destination: str
    said: Said | None


@dataclass(frozen=True)
class Organisation:
    """``gone``: who left before ``anchor``, oldest first; ``leaving``: who is still here and known to leave."""

    anchor: date
    begin: date
    force: Workforce
    gone: list[Exit]
    leaving: list[Exit]

    @property
    def employees(self) -> list[Employee]:
        return self.force.employees

    @property
    def first_day(self) -> date:
        """On which anything happens: a long notice begins before the three years do."""
        return min((exit_.diary.registered_on for exit_ in self.gone), default=self.begin)

    def here(self) -> list[Employee]:
        """Who is in service on the day of the anchor."""
        ended = [one for one in self.employees if one.ended_on is None or one.ended_on >= self.anchor]
        return [one for one in ended if one.started_on <= self.anchor]


def invent(anchor: date, *, scale: float = 1.0) -> Organisation:
    """``anchor``: the day from which it is seen. ``scale``: size of teams and number of leavers, against about 420 people."""
    draw = random.Random(SEED)  # noqa: S311 - nothing secret, only the same people each time
    begin = anchor - timedelta(days=DAYS)
    force = Workforce(draw, begin, anchor, scale)
    gone = [(leaver, diary(draw, leaver)) for leaver in leavers(draw, force, round(LEAVERS * scale))]
    leaving = under_way(draw, force)
    return Organisation(anchor, begin, force, _told(gone), _told(leaving))


def _told(departures: Iterable[tuple[Leaver, Diary]]) -> list[Exit]:
    minutes = {part.key: part.minutes for part in content.load(1).parts}
    found = []
    for leaver, days in departures:
        # Everybody has luck of their own: one conversation more does not change all later ones.
        draw = random.Random(f"{SEED}:{leaver.employee.number}")  # noqa: S311 - as above
        said = hold(draw, leaver, minutes) if days.talk_on else None
        main = said.reasons[0]["reason"] if said else ""
        found.append(Exit(leaver, days, story.destination(draw, leaver.kind, main), said))
    return found
