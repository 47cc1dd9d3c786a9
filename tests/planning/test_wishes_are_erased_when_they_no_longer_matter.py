from datetime import timedelta

import pytest
from django.utils import timezone

from tests.departures.cases import BY, register_from_today, schedule
from uitzicht.departures.services import advance
from uitzicht.departures.vocabulary import Stage
from uitzicht.planning.erasing import erase_wishes, wishes_due
from uitzicht.planning.models import Avoided, Wish
from uitzicht.planning.services import ask_for
from uitzicht.privacy.models import AuditEntry


@pytest.fixture
def departure(cast):
    departure = register_from_today(cast.leaver)
    schedule(departure, cast, at=timezone.now())
    ask_for(
        departure,
        proposed_at=[],
        other_interviewer=True,
        avoid=[cast.second_interviewer],
        by="leaver",
        at=timezone.now(),
    )
    return departure


def test_while_a_conversation_can_be_planned_they_stay(departure):
    assert wishes_due(timezone.localdate()) == 0
    assert erase_wishes(by=BY, at=timezone.now()) == 0
    assert Wish.objects.exists()
    assert not AuditEntry.objects.filter(action="retention.erased").exists()


@pytest.mark.parametrize("stage", [Stage.HELD, Stage.CANCELLED])
def test_after_the_conversation_or_the_departure_is_off_they_go(departure, stage):
    advance(departure, stage, by=BY, at=timezone.now())
    assert wishes_due(timezone.localdate()) == 3
    assert erase_wishes(by=BY, at=timezone.now()) == 3
    assert not Wish.objects.exists()
    assert not Avoided.objects.exists()
    assert AuditEntry.objects.get(action="retention.erased").detail == {"kind": "wishes", "count": 3}


def test_when_the_contract_has_ended_they_go(departure):
    assert wishes_due(departure.ends_on) == 0
    assert wishes_due(departure.ends_on + timedelta(days=1)) == 3
