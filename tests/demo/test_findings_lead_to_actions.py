"""What the release of the demo shows is acted upon: actions at different points, each with its log."""

import pytest

from uitzicht.actions.models import Action, Entry
from uitzicht.release.models import Release

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("lived_in")]


def test_actions_come_from_the_release_and_stand_at_different_points():
    actions = list(Action.objects.all())
    assert {action.release for action in actions} == {Release.objects.get().number}
    assert len({action.state for action in actions}) > 1
    assert all(set(action.finding) == {"nl", "fr", "en", "de"} for action in actions)


def test_every_move_is_in_the_log_at_its_own_time():
    for action in Action.objects.all():
        log = list(Entry.objects.filter(action=action).order_by("pk"))
        assert log[0].happened == "proposed"
        assert log[-1].after == action.state
        assert [entry.at for entry in log] == sorted(entry.at for entry in log)
