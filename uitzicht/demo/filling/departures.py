"""One departure from notice to themes, through the services of each room."""

from datetime import datetime, timedelta

from uitzicht.core.refusal import Refusal
from uitzicht.demo.filling import letters
from uitzicht.demo.filling.days import Course, moment
from uitzicht.demo.filling.sheet import give_themes, write_down
from uitzicht.demo.filling.world import World
from uitzicht.demo.generator.cast import CAST
from uitzicht.demo.generator.diary import HOURS
from uitzicht.demo.generator.organisation import Exit
from uitzicht.departures import services as departures
from uitzicht.departures.models import Departure
from uitzicht.departures.vocabulary import Stage
from uitzicht.interviews import services as interviews
from uitzicht.people.models import User
from uitzicht.planning.models import Appointment
from uitzicht.planning.services import schedule_appointment

MINUTES = 60
ASK_ANOTHER = ("planning.interviewer_busy", "planning.interviewer_tied")
ROOMS = ("Vergaderzaal Schelde, eerste verdieping", "Stille kamer, gebouw C", "Vergaderzaal Durme, gebouw B")
VIDEO = "https://video.havenlicht.example/gesprek"


def course_of(exit_: Exit, world: World) -> Course:
    """The course of one departure."""
    days, leaver = exit_.diary, exit_.leaver
    minute = int(leaver.employee.number[1:]) % 60
    yield (at := moment(days.registered_on, 9, minute))
    departure = world.departures[leaver.employee.number] = _register(exit_, world, at)
    if days.decided_on is not None:
        yield (at := max(at, moment(days.decided_on, 10, minute)))
        departures.decide_desirability(departure, leaver.desirability, by=world.hr, at=at)
    if days.declined_on is not None:
        yield (at := moment(days.declined_on, 14, minute))
        departures.close_departure(departure, Stage.DECLINED, by=world.hr, at=at)
    if days.talk_on is not None and days.planned_on is not None:
        yield (at := max(at, moment(days.planned_on, 11, minute)))
        if (appointment := _plan(departure, exit_, world, at)) is not None:
            yield from _conversation(appointment, exit_, world, at)


def _register(exit_: Exit, world: World, at: datetime) -> Departure:
    leaver = exit_.leaver
    return departures.register_departure(
        world.people[leaver.employee.number],
        kind=leaver.kind,
        notified_on=leaver.notified_on,
        ends_on=leaver.ends_on,
        leave_days=leaver.leave_days,
        recup_days=leaver.recup_days,
        working_days=leaver.working_days,
        destination=exit_.destination,
        by=world.hr,
        at=at,
    )


def _plan(departure: Departure, exit_: Exit, world: World, at: datetime) -> Appointment | None:
    """The hour of the diary or the next free one, with the interviewer of the diary or the next who is free and has no
    tie; None when there is nobody that day."""
    days = exit_.diary
    assert days.talk_on is not None
    chosen = [world.users[days.interviewer]] if days.interviewer else _in_turn(departure, world)
    for hour in (days.hour, *(hour for hour in HOURS if hour != days.hour)):
        for interviewer in chosen:
            video = interviewer.person_id is None
            try:
                return schedule_appointment(
                    departure,
                    interviewer=interviewer,
                    starts_at=moment(days.talk_on, hour),
                    minutes=MINUTES,
                    place_kind="video" if video else "room",
                    place=VIDEO if video else ROOMS[departure.unit_id % len(ROOMS)],
                    by=world.hr,
                    at=at,
                )
            except Refusal as refusal:
                if refusal.code not in ASK_ANOTHER:
                    raise
    return None


def _in_turn(departure: Departure, world: World) -> list[User]:
    """Interviewers who speak the language first; among equals everybody has a turn."""
    users = [world.users[key] for key, part in CAST.items() if part.role == "interviewer"]
    turn = int(departure.person.employee_number[1:]) % len(users)
    return sorted([*users[turn:], *users[:turn]], key=lambda user: user.language != departure.person.language)


def _conversation(appointment: Appointment, exit_: Exit, world: World, at: datetime) -> Course:
    days, departure, said = exit_.diary, appointment.departure, exit_.said
    interviewer = appointment.interviewer.signature
    if days.invited_on is not None:
        yield (at := max(at, moment(days.invited_on, 12)) + timedelta(minutes=4))
        letters.invite(appointment, world, at)
    if days.prepared_on is not None:
        yield (at := max(at, moment(days.prepared_on, 13)) + timedelta(minutes=11))
        interviews.mark_prepared(appointment, by=interviewer, at=at)
    yield (at := appointment.starts_at + timedelta(minutes=1))
    interview = interviews.open_interview(appointment, by=interviewer, at=at)
    if said is None:
        return
    yield (at := at + timedelta(seconds=sum(said.seconds.values())))
    write_down(interview, said, by=interviewer, at=at)
    interview.departure = departure
    if exit_.own.summary == "table":
        interviews.confirm_at_table(interview, by=interviewer, at=at)
    interviews.finish_interview(interview, by=interviewer, at=at)
    if days.coded_on is not None:
        yield max(at, moment(days.coded_on, 15, 20))
        give_themes(interview, said, by=interviewer, at=moment(days.coded_on, 15, 20))
