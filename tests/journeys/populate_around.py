"""What stands around the conversations of the house: checklists, property, rooms, plans for many, a closing day."""

from datetime import datetime, timedelta
from typing import TYPE_CHECKING
from uuid import UUID

if TYPE_CHECKING:
    from tests.cast import Cast
    from uitzicht.departures.models import Departure
    from uitzicht.people.models import Unit
    from uitzicht.planning.models import MassPlan

STOCK = b"Employee number,Kind,Label\n1003,laptop,HL-0042\n1004,badge,\n"
LONG_AHEAD = timedelta(days=300)  # so that the closing day moves nobody's dates


def main(cast: "Cast", *, at: datetime, begun: "Departure", late: "Departure") -> dict[str, str]:
    """``task``: one of the checklist of ``begun``, ``task_door``: the path that the helpdesk got; ``stock``: an upload to
    review. ``room``, ``plan`` (open, with ``plan_row``; one in it cannot be planned), ``plan_made`` (accepted), ``asked``: a
    departure whose leaver proposes another moment. ``bram``: the account of the interviewer. ``late`` has tasks overdue.
    ``action``, and ``told_action``, which is done; ``opening``, ``newsletter``, ``referral``."""
    keys = _checklists(cast, at, begun, late) | _plans(cast, at) | _asked(cast, at) | _afterwards(cast, at, begun)
    return keys | {"bram": str(cast.interviewer.pk)}


def _checklists(cast: "Cast", at: datetime, begun: "Departure", late: "Departure") -> dict[str, str]:
    from tests.offboarding.cases import DESKS, links, mails_to
    from tests.world import BY
    from uitzicht.offboarding import services as offboarding

    for role, (name, email) in (DESKS | {"hr": (cast.hr_lead.name, cast.hr_lead.email)}).items():
        offboarding.name_desk(role, name=name, email=email, by=BY, at=at)
    checklist = offboarding.start_checklist(begun, by=BY, at=at)
    offboarding.ask_owners(checklist, by=BY, at=at)
    task = checklist.tasks.filter(owner_role="it", needs=None).earliest("position")
    offboarding.finish_task(checklist.tasks.get(template__code="announcement-agree"), by=BY, at=at)
    offboarding.start_checklist(late, by=BY, at=at - timedelta(days=30))
    laptop = offboarding.hand_out(late.person, kind="laptop", label="HL-0007", on=None, by=BY, at=at)
    offboarding.hand_out(late.person, kind="key", label="Kade 3", on=at.date(), by=BY, at=at)
    offboarding.take_back(laptop, signed_by=late.person.name, condition="als nieuw", by=BY, at=at)
    stock = offboarding.stage_import(STOCK, file_name="bezit.csv", user=cast.hr_lead, at=at)
    (door, *_) = links(mails_to(DESKS["it"][1])[0])
    return {"task": str(task.pk), "task_door": door, "stock": str(stock.pk)}


def _plans(cast: "Cast", at: datetime) -> dict[str, str]:
    from datetime import time

    from tests.world import BY
    from uitzicht.departures.closing import add_closing_day
    from uitzicht.planning import services as planning
    from uitzicht.planning.models import Room
    from uitzicht.planning.rules import Hours

    room, hours = Room(), Hours("1111100", time(8), time(18))
    planning.set_room(room, name="Stille kamer", place="Gebouw B", in_use=True, hours=hours, access=None, by=BY, at=at)
    day = at.date() + LONG_AHEAD
    add_closing_day(name="Brugdag", first_on=day, last_on=day, by=BY, at=at)
    plan = _plan(cast, {"Bo": cast.kade_noord, "Dirkje": cast.kade_noord, "Jo": cast.hr}, at)  # nobody may ask Jo
    made = _plan(cast, {"Kim": cast.kade_noord}, at)
    assert not planning.accept_plan(made, _departures(made), by=BY, at=at)
    keys = {"plan": plan.pk, "plan_made": made.pk, "plan_row": UUID(plan.rows[0]["departure"]), "room": room.pk}
    return {name: str(key) for name, key in keys.items()}


def _plan(cast: "Cast", people: "dict[str, Unit]", at: datetime) -> "MassPlan":
    from tests import world
    from uitzicht.planning.services import make_plan

    ends = at.date() + timedelta(days=72)
    departures = [
        world.leaving(cast.another_person(first_name=name, unit=unit), on=ends, at=at) for name, unit in people.items()
    ]
    return make_plan(departures, minutes=60, place_kind="room", place="", made_by=cast.hr_lead, by=world.BY, at=at)


def _departures(plan: "MassPlan") -> "list[Departure]":
    from uitzicht.departures.models import Departure

    return list(Departure.objects.filter(pk__in=plan.keys).select_related("person", "position"))


def _asked(cast: "Cast", at: datetime) -> dict[str, str]:
    from tests import world
    from uitzicht.departures.links import LEAVER
    from uitzicht.planning.services import ask_for, send_invitation

    departure = world.leaving(cast.another_person(first_name="Anke"), on=at.date() + timedelta(days=79), at=at)
    appointment = world.planned(departure, cast.interviewer, at=at)
    send_invitation(appointment, by=world.BY, at=at)
    other = appointment.starts_at + timedelta(hours=3)
    ask_for(departure, proposed_at=[other], other_interviewer=False, avoid=[], by=LEAVER, at=at)
    return {"asked": str(departure.pk)}


def _afterwards(cast: "Cast", at: datetime, begun: "Departure") -> dict[str, str]:
    from tests.actions.cases import of_the_world, told_of_the_world
    from tests.alumni.cases import one_of_each
    from tests.world import BY
    from uitzicht.offboarding.farewell import services as farewell
    from uitzicht.reports.models import Standing

    farewell.note_wish(begun, wish="small", by=BY, at=at)
    moment, organiser = begun.last_day_worked_on, cast.leader.name
    starts_at = at.replace(year=moment.year, month=moment.month, day=moment.day)
    farewell.plan_moment(begun, starts_at=starts_at, minutes=30, place="Kantine", organiser=organiser, by=BY, at=at)
    farewell.write_card(begun, language="nl", text="Dank je wel.", signed_by=organiser, by=BY, at=at)
    action, told = of_the_world(cast, at=at), told_of_the_world(cast, at=at)
    opening, newsletter, referral = one_of_each(cast.colleague)
    standing = Standing.objects.create(kind="yearly", language="nl", form="pdf", created_by=BY, created_at=at)
    keys = {
        "standing": standing,
        "action": action,
        "told_action": told,
        "opening": opening,
        "newsletter": newsletter,
        "referral": referral,
    }
    return {name: str(thing.pk) for name, thing in keys.items()} | {"step": str(action.steps.get().pk)}
