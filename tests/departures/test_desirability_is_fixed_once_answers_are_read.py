import pytest

from tests.cast import NOW
from tests.departures.cases import BY, register, schedule
from uitzicht.core.refusal import Refusal
from uitzicht.departures.services import advance, decide_desirability
from uitzicht.departures.vocabulary import Stage
from uitzicht.privacy.models import AuditEntry


@pytest.fixture
def held(cast):
    departure = register(cast.leaver, desirability="undesired")
    schedule(departure, cast)
    advance(departure, Stage.HELD, by=BY, at=NOW)
    return departure


def test_before_the_conversation_it_changes_freely(cast):
    departure = register(cast.leaver)
    decide_desirability(departure, "desired", by=BY, at=NOW)
    departure.refresh_from_db()
    assert departure.desirability == "desired"


def test_afterwards_it_is_refused_without_a_reason(held):
    with pytest.raises(Refusal) as refusal:
        decide_desirability(held, "desired", reason="  ", by=BY, at=NOW)
    assert refusal.value.code == "departure.desired_locked"
    held.refresh_from_db()
    assert held.desirability == "undesired"


def test_afterwards_a_reason_opens_it_and_enters_the_audit_trail(held):
    decide_desirability(held, "desired", reason="The rule was read wrongly", by=BY, at=NOW)
    assert AuditEntry.objects.first().detail == {
        "before": "undesired",
        "after": "desired",
        "reason": "The rule was read wrongly",
    }


def test_keeping_the_same_needs_no_reason_and_leaves_no_line(held):
    lines = AuditEntry.objects.count()
    decide_desirability(held, "undesired", by=BY, at=NOW)
    assert AuditEntry.objects.count() == lines
