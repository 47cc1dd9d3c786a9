"""The same on the real services: conversations, sealed sheets, erasing, corrections, reorganisations, releases.

Smaller than the machine of the pure core, because everybody here is registered, sealed and coded as on the pages.
"""

import json
from collections.abc import Iterator
from contextlib import ExitStack
from datetime import date, timedelta

import pytest
from django.db import transaction
from hypothesis import strategies as st
from hypothesis.stateful import (
    RuleBasedStateMachine,
    initialize,
    invariant,
    precondition,
    rule,
    run_state_machine_as_test,
)

from tests import cast as the_cast
from tests.cast import NOW
from tests.release.alone import wrote, wrote_alone
from tests.release.leavers import DAY, QUARTER, months_later, noon, release, spoke
from tests.survey import codes
from tests.wall.profiles import SOAKING, pace
from tests.world import BY, leaving
from uitzicht.coding.services import finish_coding, reopen_coding
from uitzicht.core.refusal import Refusal
from uitzicht.departures.models import Departure
from uitzicht.interviews.models import Interview
from uitzicht.interviews.services.erasing import erase_conversation
from uitzicht.portal.models import ErasureRequest, HandedIn
from uitzicht.privacy import audit
from uitzicht.privacy.policies import decide_policy
from uitzicht.questionnaires import content
from uitzicht.questionnaires.services import publish_version
from uitzicht.release.attack import attack_everything
from uitzicht.release.models import Bundle, Member, Release, WaitingPerson

PACE = pace(examples=2, steps=4, soaking=(25, 30))
MOST_RELEASES = 8 if SOAKING else 2
MAY_REFUSE = {"release.too_few", "release.attack_succeeded"}
TEAMS = st.sampled_from(["kade_noord", "techniek"])
KINDS = st.sampled_from(["resignation", "retirement"])


class Years(RuleBasedStateMachine):
    """``day``: of the next release; it moves on by a quarter with each."""

    def __init__(self) -> None:
        super().__init__()
        self.stack = ExitStack()
        self.stack.enter_context(transaction.atomic())
        self.stack.callback(transaction.set_rollback, True)
        self.cast = the_cast.assemble()
        publish_version(content.load(1), by=BY, at=NOW)
        self.day = DAY
        self.frozen: dict[int, tuple[str, str]] = {}

    @initialize(team=TEAMS, score=st.integers(1, 5))
    def begin(self, team: str, score: int) -> None:
        self.write(team, 6, score)
        self.talk("kade_noord", "resignation", 3, score)
        self.release()

    def teardown(self) -> None:
        self.stack.close()

    @property
    def left_on(self) -> date:
        """A Friday in the week or two before the day of the release."""
        return self.day - timedelta(days=(self.day.weekday() - 4) % 7 or 7)

    @precondition(lambda self: len(self.frozen) < MOST_RELEASES)
    @rule(team=TEAMS, people=st.integers(5, 6), score=st.integers(1, 5))
    def write_and_release(self, team: str, people: int, score: int) -> None:
        self.write(team, people, score)
        self.release()

    @precondition(lambda self: len(self.frozen) < MOST_RELEASES)
    @rule()
    def make_a_release(self) -> None:
        self.release()

    @rule(team=TEAMS, kind=KINDS, people=st.integers(2, 6), score=st.integers(1, 5))
    def talk_coded(self, team: str, kind: str, people: int, score: int) -> None:
        self.talk(team, kind, people, score)

    @rule(team=TEAMS, people=st.integers(3, 6), score=st.integers(1, 5))
    def write_alone(self, team: str, people: int, score: int) -> None:
        self.write(team, people, score)

    def talk(self, team: str, kind: str, people: int, score: int) -> None:
        unit = getattr(self.cast, team)
        spoke(self.cast, people, unit=unit, kind=kind, left_on=self.left_on, scores=(score, 1, score))

    def write(self, team: str, people: int, score: int) -> None:
        wrote_alone(self.cast, people, unit=getattr(self.cast, team), left_on=self.left_on, score=score)

    @precondition(lambda self: Member.objects.filter(handle__startswith="own:").exists())
    @rule(score=st.integers(1, 5))
    def come_back_and_leave(self, score: int) -> None:
        """Somebody who counts already was hired again, and leaves once more."""
        before = Departure.objects.filter(handed_in__isnull=False, last_day_worked_on__lt=self.left_on)
        gone = before.exclude(person__departures__last_day_worked_on__gte=self.left_on).order_by("pk").first()
        if gone and Member.objects.filter(handle=f"own:{gone.pk}").exists():
            again = leaving(gone.person, on=self.left_on, at=noon(self.left_on - timedelta(days=25)))
            wrote(again, score=score, reason=codes()[0])

    @precondition(lambda self: HandedIn.objects.exists())
    @rule()
    def ask_to_erase(self) -> None:
        departure = HandedIn.objects.order_by("departure")[0].departure
        ErasureRequest.objects.create(departure=departure, asked_on=departure.last_day_worked_on)
        HandedIn.objects.filter(departure=departure).delete()

    @precondition(lambda self: Interview.objects.filter(status="coded").exists())
    @rule()
    def erase_a_conversation(self) -> None:
        talk = Interview.objects.filter(status="coded").order_by("pk")[0]
        erase_conversation(talk, by=BY, at=noon(self.day))

    @precondition(lambda self: Interview.objects.filter(status="coded").exists())
    @rule()
    def correct(self) -> None:
        """Themes are mended while nothing of the conversation is in a release, and not afterwards."""
        talk = Interview.objects.filter(status="coded").order_by("-pk")[0]
        released = set(Member.objects.values_list("handle", flat=True))
        try:
            reopen_coding(talk, released=released, by=BY, at=noon(self.day))
        except Refusal:
            assert f"interview:{talk.pk}" in released
        else:
            finish_coding(talk, by=BY, at=noon(self.day))

    @rule(above=st.sampled_from(["root", "terminal"]))
    def reorganise(self, above: str) -> None:
        self.cast.techniek.parent = getattr(self.cast, above)
        self.cast.techniek.save()

    @rule(k=st.integers(5, 7))
    def demand(self, k: int) -> None:
        decide_policy(by=BY, at=noon(self.day), reason="after consultation", k=k)

    def release(self) -> None:
        before = (Member.objects.count(), WaitingPerson.objects.count(), Bundle.objects.count())
        try:
            made = release(self.day)
        except Refusal as refusal:
            if refusal.code not in MAY_REFUSE:
                raise
            assert before == (Member.objects.count(), WaitingPerson.objects.count(), Bundle.objects.count())
        else:
            self.frozen[made.number] = (made.document, made.certificate)
            assert not list(self.faults())
        self.day = months_later(self.day, QUARTER)

    @invariant()
    def what_was_published_is_unchanged(self) -> None:
        rows = Release.objects.order_by("number").values_list("number", "document", "certificate")
        assert {number: (document, stated) for number, document, stated in rows} == self.frozen

    def faults(self) -> Iterator[str]:
        attack = attack_everything()
        yield from (opening.why for opening in attack.verdict.openings)
        yield from (f"release {number} does not fit its certificate" for number in attack.tampered)
        inside = set(Member.objects.values_list("handle", flat=True))
        yield from inside & set(WaitingPerson.objects.values_list("handle", flat=True))
        for bundle in Bundle.objects.select_related("release"):
            least = json.loads(bundle.release.document)["parameters"]["k"]
            if not bundle.size == bundle.members.count() >= least:
                yield f"bundle {bundle.code} has fewer than {least} people"
        if audit.first_broken_entry():
            yield "the audit trail is broken"


@pytest.mark.django_db
def test_any_life_in_the_database_keeps_everybody_hidden() -> None:
    run_state_machine_as_test(Years, settings=PACE)
