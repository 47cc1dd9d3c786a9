"""What is done with the findings of the release: four actions, each at another point of its way."""

from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal

from uitzicht.actions import services
from uitzicht.actions.findings.aims import aims
from uitzicht.actions.findings.place import Place, reading, section_of
from uitzicht.actions.models import Action
from uitzicht.actions.vocabulary import State
from uitzicht.core.refusal import Refusal
from uitzicht.demo.filling.days import Course, moment
from uitzicht.demo.filling.releases import release_days
from uitzicht.demo.filling.world import World
from uitzicht.insight.queries import visible_units
from uitzicht.release import queries as releases

DAY = timedelta(days=1)
FRIDAY = 4


@dataclass(frozen=True)
class Plan:
    """An action of the invention. ``aim``: how the key of its figure begins; ``after``, ``due``: days after the release;
    ``moves``: (days after the release, state, note); ``done``: how many of its steps are ticked off by the end."""

    by: str
    owner: str
    story: str
    section: str
    aim: str
    title: str
    steps: tuple[str, ...]
    after: int
    due: int
    moves: tuple[tuple[int, State, str], ...] = ()
    done: int = 0
    cost: Decimal | None = None


PLANS = (
    Plan(
        "hr_lead",
        "hr_lead",
        "reasons",
        "reasons",
        "reasons|reasons|career.",
        "In elk jaargesprek komt de volgende stap aan bod",
        ("Leidraad voor het gesprek schrijven", "Leidinggevenden oefenen ermee", "Iedereen heeft een gesprek gehad"),
        after=5,
        due=60,
        moves=(
            (9, State.AGREED, "Afgesproken in het directieoverleg."),
            (14, State.UNDER_WAY, ""),
            (52, State.DONE, "De laatste gesprekken zijn gevoerd."),
        ),
        done=3,
        cost=Decimal(6500),
    ),
    Plan(
        "leader",
        "leader",
        "turnover",
        "first-year",
        "turnover|first_year.",
        "Wie nieuw is, krijgt drie maanden een vaste begeleider",
        ("Begeleiders vragen en vrijmaken", "Afspraken op één blad zetten", "Na zes weken samen terugkijken"),
        after=8,
        due=85,
        moves=((12, State.AGREED, ""), (20, State.UNDER_WAY, "De eerste begeleiders zijn gevraagd.")),
        done=1,
        cost=Decimal(4000),
    ),
    Plan(
        "hr_lead",
        "leader",
        "experience",
        "experience",
        "experience|satisfaction.",
        "We leggen uit hoe een loon wordt bepaald",
        (),
        after=78,
        due=150,
    ),
    Plan(
        "hr_lead",
        "hr_lead",
        "reasons",
        "reasons",
        "reasons|reasons|career.",
        "Vacatures eerst twee weken intern openstellen",
        ("Navragen hoe dat elders gaat",),
        after=6,
        due=70,
        moves=(
            (33, State.DROPPED, "Dat doen we al, zo bleek. Weinig mensen weten het; dat komt nu in de jaargesprekken."),
        ),
    ),
)


def action_courses(anchor: date, world: World) -> list[Course]:
    """One course for each plan, from the last release before ``anchor`` on."""
    return [_course(plan, release_days(anchor)[-1], world) for plan in PLANS]


def _course(plan: Plan, released_on: date, world: World) -> Course:
    yield moment(_at_work(released_on, plan.after), 10)
    action = _proposed(plan, released_on, world)
    if action is None:
        return
    by, steps = world.users[plan.owner].signature, list(action.steps.all()[: plan.done])
    for days, state, note in plan.moves:
        yield (at := moment(_at_work(released_on, days), 11))
        for step in steps if state is plan.moves[-1][1] else ():
            services.finish_step(step, by=by, at=at)
        services.move_action(action, state, note=note, by=by, at=at)


def _proposed(plan: Plan, released_on: date, world: World) -> Action | None:
    """None when this release does not show such a figure: then nobody could have read it."""
    last, who, at = releases.latest(), world.users[plan.by], moment(_at_work(released_on, plan.after), 10)
    if last is None:
        return None
    place, units = Place(str(last.number), plan.story, plan.section), visible_units(who)
    try:
        found = reading(place, units, "nl")
        section_of(place, found)
    except Refusal as refusal:
        if refusal.code != "actions.no_such_finding":
            raise
        return None
    aim = next((one for one in aims(place, found) if one.key.startswith(plan.aim)), None)
    if aim is None:
        return None
    return services.propose_action(
        place,
        units=units,
        aim=aim.key,
        title=plan.title,
        direction=aim.direction,
        owner=world.users[plan.owner],
        due_on=_at_work(released_on, plan.due),
        cost=plan.cost,
        steps=plan.steps,
        by=who.signature,
        at=at,
    )


def _at_work(released_on: date, days: int) -> date:
    """So many days after the release, or the Monday after it."""
    day = released_on + DAY * days
    return day + DAY * (7 - day.weekday()) if day.weekday() > FRIDAY else day
