"""Who of the leavers answered: one person once, whichever way they answered, and never more than left."""

from datetime import timedelta

from django.utils import timezone

from tests.cast import Cast
from tests.world import World
from uitzicht.departures.models import Departure
from uitzicht.interviews.models import Interview
from uitzicht.release.proposal import parents
from uitzicht.release.public import public_facts
from uitzicht.release.respondents import handle_of, leavers
from uitzicht.release.staff.answered import answered
from uitzicht.release.vocabulary import Source

LATER = timezone.localdate() + timedelta(days=4000)


def everybody() -> list[str]:
    return [handle_of(Source.OWN, departure.pk) for departure in Departure.objects.all()]


def test_who_spoke_and_wrote_is_one_respondent(world: World) -> None:
    interview = Interview.objects.select_related("departure").first()
    assert interview is not None
    handles = {handle_of(Source.CONVERSATION, interview.pk), handle_of(Source.OWN, interview.departure_id)}
    found = answered(handles, parents(), LATER)
    assert found["kind"] == {interview.departure.kind: 1}
    assert sum(found["tenure"].values()) == 1


def test_no_count_is_larger_than_that_of_who_left(world: World) -> None:
    left = public_facts(leavers(LATER), parents(), released=0, waiting=0)["who_left"]
    found = answered(everybody(), parents(), LATER)
    for part, counts in found.items():
        assert all(many <= left[part][value] for value, many in counts.items())
    assert sum(found["kind"].values()) == sum(found["tenure"].values()) > 0


def test_who_has_not_left_by_then_is_in_no_count(world: World) -> None:
    first = min(Departure.objects.values_list("last_day_worked_on", flat=True))
    assert answered(everybody(), parents(), first) == {"kind": {}, "tenure": {}, "unit": {}}


def test_an_answer_of_later_is_no_answer_when_leaving(cast: Cast, world: World) -> None:
    handles = [handle_of(Source.FOLLOW_UP, departure.pk) for departure in Departure.objects.all()]
    assert answered(handles, parents(), LATER)["kind"] == {}
