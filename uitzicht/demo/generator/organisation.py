"""The whole invention: staff and their careers, who left, who is leaving, and what was said."""

import random
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from uitzicht.demo.generator import story
from uitzicht.demo.generator.alone import Alone, write_alone
from uitzicht.demo.generator.conversation import Said, closed_of, hold
from uitzicht.demo.generator.diary import Diary, diary
from uitzicht.demo.generator.later import Later, look_back
from uitzicht.demo.generator.leavers import Leaver, leavers
from uitzicht.demo.generator.own_pages import OwnPages, by_chance
from uitzicht.demo.generator.speech import sentences
from uitzicht.demo.generator.staff import Employee
from uitzicht.demo.generator.under_way import under_way
from uitzicht.demo.generator.workforce import Workforce
from uitzicht.questionnaires import content

SEED = 20_240_319
DAYS = 1096  # three years
LEAVERS = 190


@dataclass(frozen=True)
class Exit:
    """One departure from beginning to end. ``said``: None without a conversation; ``alone``: None when nothing was written
    alone; ``correction``: of the summary; ``later``: what comes of the follow-up."""

    leaver: Leaver
    diary: Diary
    destination: str
    own: OwnPages
    said: Said | None
    alone: Alone | None
    correction: str
    later: Later | None

    @property
    def agreed_on(self) -> date | None:
        """The evening on which the leaver agrees to whatever they agree to."""
        return self.alone.on if self.alone else self.diary.talk_on


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
    chances = [(leaver, diary(draw, leaver), None) for leaver in leavers(draw, force, round(LEAVERS * scale))]
    told = list(_told([*chances, *under_way(draw, force)], anchor))
    gone = [exit_ for exit_ in told if exit_.leaver.ends_on < anchor]
    leaving = [exit_ for exit_ in told if exit_.leaver.ends_on >= anchor]
    return Organisation(anchor, begin, force, sorted(gone, key=lambda exit_: exit_.leaver.ends_on), leaving)


def _told(departures: Iterable[tuple[Leaver, Diary, OwnPages | None]], anchor: date) -> Iterator[Exit]:
    minutes = {part.key: part.minutes for part in content.load(1).parts}
    for leaver, days, chosen in departures:
        # Everybody has luck of their own: one conversation more does not change all later ones.
        draw = random.Random(f"{SEED}:{leaver.employee.number}")  # noqa: S311 - as above
        said = hold(draw, leaver, minutes) if days.talk_on else None
        main = said.reasons[0]["reason"] if said else ""
        destination = story.destination(draw, leaver.kind, main)
        own = by_chance(draw, leaver.course, days) if chosen is None else chosen
        alone = write_alone(draw, leaver, days, own, said, anchor)
        yield Exit(
            leaver,
            days,
            destination,
            own,
            said,
            alone,
            correction=draw.choice(sentences(leaver.employee.name.language)["correction"]["lines"]),
            later=_later(draw, leaver, own, said, alone),
        )


def _later(draw: random.Random, leaver: Leaver, own: OwnPages, said: Said | None, alone: Alone | None) -> Later | None:
    at_exit = said or alone
    if at_exit is None or "follow_up" not in own.consents:
        return None
    return look_back(draw, leaver, closed_of(at_exit.answers), at_exit.reasons, reply=own.reply)
