from datetime import timedelta

import pytest

from tests.departures.cases import register, schedule
from uitzicht.core.refusal import Refusal
from uitzicht.planning.models import Room


@pytest.fixture
def room(cast):
    return Room.objects.create(name="Vuurtoren", place="Gelijkvloers, links")


def test_a_second_conversation_at_that_hour_is_refused(cast, room):
    first = schedule(register(cast.leaver), cast, room=room)
    other = register(cast.another_person())
    half_past = first.starts_at + timedelta(minutes=30)
    with pytest.raises(Refusal) as refusal:
        schedule(other, cast, interviewer=cast.second_interviewer, room=room, starts_at=half_past)
    assert refusal.value.code == "planning.room_taken"
    schedule(other, cast, interviewer=cast.second_interviewer, room=room, starts_at=first.ends_at)


def test_moving_the_own_conversation_is_not_a_second_one(cast, room):
    first = schedule(register(cast.leaver), cast, room=room)
    moved = schedule(first.departure, cast, room=room, starts_at=first.starts_at + timedelta(minutes=30))
    assert moved.room == room
