import pytest

from tests.cast import NOW
from tests.departures.cases import BY, register
from uitzicht.core.refusal import Refusal
from uitzicht.departures.rules import ensure_stage_may_follow
from uitzicht.departures.services import advance
from uitzicht.departures.vocabulary import BEFORE_THE_TALK, NEXT, Stage
from uitzicht.privacy.models import AuditEntry


def test_the_table_names_every_stage_and_only_stages():
    assert set(NEXT) == set(Stage)
    assert all(then <= set(Stage) for then in NEXT.values())


def test_every_stage_can_be_reached_from_the_first():
    reached, waiting = set(), [Stage.REGISTERED]
    while waiting:
        stage = waiting.pop()
        if stage not in reached:
            reached.add(stage)
            waiting += NEXT[stage]
    assert reached == set(Stage)


def test_what_was_held_never_goes_back_to_before():
    assert not any(
        NEXT[stage] & set(BEFORE_THE_TALK) for stage in (Stage.HELD, Stage.CODED, Stage.RELEASED, Stage.CANCELLED)
    )


@pytest.mark.parametrize("now", Stage)
@pytest.mark.parametrize("then", Stage)
def test_the_rule_refuses_exactly_what_the_table_does_not_allow(now, then):
    if then in NEXT[now]:
        ensure_stage_may_follow(now, then)
    else:
        with pytest.raises(Refusal) as refusal:
            ensure_stage_may_follow(now, then)
        assert refusal.value.code == "departure.stage_does_not_follow"


def test_a_step_is_kept_for_the_timeline_and_in_the_audit_trail(cast):
    departure = register(cast.leaver)
    advance(departure, Stage.DECLINED, by=BY, at=NOW)
    assert [change.stage for change in departure.stage_changes.all()] == [Stage.REGISTERED, Stage.DECLINED]
    entry = AuditEntry.objects.first()
    assert (entry.action, entry.subject) == ("departure.advanced", f"departure:{departure.pk}")


def test_a_refused_step_changes_nothing(cast):
    departure = register(cast.leaver)
    with pytest.raises(Refusal):
        advance(departure, Stage.CODED, by=BY, at=NOW)
    departure.refresh_from_db()
    assert departure.stage == Stage.REGISTERED
    assert departure.stage_changes.count() == 1
