import itertools
import json

import pytest
from django.core import mail

from tests.demo.conftest import AT, SCALE
from uitzicht.demo.filling.releases import release_days
from uitzicht.demo.filling.world import LETTERS_KEPT
from uitzicht.demo.inventing import fill
from uitzicht.demo.models import DemoMarker
from uitzicht.departures.models import Departure
from uitzicht.departures.vocabulary import Stage
from uitzicht.interviews.models import Interview
from uitzicht.interviews.queries import read_sheet
from uitzicht.people.models import Person, Position, User
from uitzicht.privacy import audit
from uitzicht.privacy.models import AuditEntry
from uitzicht.release.rules import next_release_on

LETTERS = ("follow_up.sent", "summary.sent", "summary.reminded")


def test_it_has_departures_at_every_stage_and_carries_its_mark(filled):
    stages = set(Departure.objects.filter(ends_on__gt=filled.anchor_on).values_list("stage", flat=True))
    wanted = {Stage.REGISTERED, Stage.PLANNED, Stage.INVITED, Stage.HELD, Stage.CODED, Stage.DECLINED}
    assert stages >= wanted
    assert DemoMarker.objects.count() == 1


def test_what_was_said_is_sealed_and_opens_again(filled):
    interview = Interview.objects.filter(status="coded", notes_erased_on=None).first()
    sheet = read_sheet(interview)
    assert sheet.summary
    assert sheet.reasons
    spoken = json.dumps(sheet.summary).encode()[1:20]
    assert spoken not in bytes(interview.sealed_summary)


def test_positions_follow_each_other_without_a_gap(filled):
    for person in Person.objects.prefetch_related("positions"):
        line = sorted(person.positions.all(), key=lambda position: position.valid_from)
        assert line[0].valid_from == person.started_on
        assert all(one.valid_to == following.valid_from for one, following in itertools.pairwise(line))
    now = Position.objects.filter(valid_to=None)
    assert now.filter(manager=None).count() == 1, "everybody but the director has a manager"


def test_invitations_go_only_to_conversations_still_to_come(filled):
    invited = Departure.objects.filter(stage__in=(Stage.INVITED, Stage.PREPARED)).count()
    assert sum(bool(letter.attachments) for letter in mail.outbox) == 2 * invited


def test_letters_of_long_ago_are_not_written(filled):
    marked = AuditEntry.objects.filter(action__in=(*LETTERS, "farewell.mail_sent"))
    recent = marked.filter(at__gt=AT - LETTERS_KEPT).count()
    assert sum(not letter.attachments for letter in mail.outbox) == recent < marked.count()


def test_nobody_has_a_password(filled):
    assert User.objects.count() == 9
    assert not any(user.has_usable_password() for user in User.objects.all())


def test_the_audit_trail_is_whole_and_in_the_order_of_the_clock(filled):
    assert audit.first_broken_entry() is None
    lived = AuditEntry.objects.exclude(by="test").order_by("id").values_list("at", flat=True)
    assert list(lived) == sorted(lived)
    assert AuditEntry.objects.filter(action="demo.filled").exists()


def test_filling_again_changes_nothing(filled):
    before = Person.objects.count(), Departure.objects.count()
    assert fill(at=AT, scale=SCALE) == filled
    assert (Person.objects.count(), Departure.objects.count()) == before


def test_an_interrupted_demo_leaves_nothing_behind(empty_database, monkeypatch):
    def interrupt(step, done, total):
        if step == "three years" and done:
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        fill(at=AT, scale=SCALE, progress=interrupt)
    assert not Person.objects.exists()
    assert not User.objects.exists()
    assert not DemoMarker.objects.exists()


@pytest.mark.parametrize("day", ["2026-03-10", "2026-05-31", "2027-01-01"])
def test_the_next_release_is_due_on_the_day_of_the_demo(day):
    from datetime import date

    anchor = date.fromisoformat(day)
    days = release_days(anchor)
    assert days == sorted(days)
    assert all(next_release_on(first, 3, first) <= second for first, second in itertools.pairwise(days))
    assert next_release_on(days[-1], 3, anchor) <= anchor
