"""With a second person: what the HR lead proposes, the guardian approves, and nothing else is frozen."""

from collections.abc import Callable

import pytest
from django.test import Client
from django.utils import timezone

from tests.cast import Cast
from tests.release.leavers import DAY, left_before, noon, release
from uitzicht.core.refusal import Refusal
from uitzicht.people.models import RoleGrant
from uitzicht.people.vocabulary import Role
from uitzicht.privacy.models import AuditEntry
from uitzicht.privacy.policies import decide_policy
from uitzicht.release.approval import (
    approve_release,
    decline_release,
    digest_of,
    ensure_approved,
    propose_release,
    standing,
)
from uitzicht.release.models import Approval, Release
from uitzicht.release.proposal import Proposal, propose
from uitzicht.release.queries import open_approval

SignedIn = Callable[[str], Client]
HR, GUARDIAN = "Noor <noor@havenlicht.example>", "Ria Smeets <ria@havenlicht.example>"
AT = noon(DAY)


@pytest.fixture
def two(house: Cast) -> Cast:
    decide_policy(by=HR, at=AT, reason="Two look at it.", second_approval=True)
    left_before(60, 4)
    return house


def _refused(action: Callable[[], object]) -> str:
    with pytest.raises(Refusal) as refusal:
        action()
    assert str(refusal.value)
    return refusal.value.code


def _proposed(proposal: Proposal) -> Approval:
    return propose_release(proposal, seen=digest_of(proposal), by=HR, at=AT)


def test_without_the_setting_nobody_is_asked(house: Cast) -> None:
    left_before(60, 4)
    ensure_approved(propose(DAY))


def test_only_what_was_approved_may_be_frozen(two: Cast) -> None:
    proposal = propose(DAY)
    assert _refused(lambda: ensure_approved(proposal)) == "release.not_approved"
    _proposed(proposal)
    assert _refused(lambda: ensure_approved(proposal)) == "release.not_approved"
    approve_release(proposal, seen=digest_of(proposal), by=GUARDIAN, at=AT)
    ensure_approved(proposal)
    assert list(AuditEntry.objects.filter(subject="release:1").order_by("id").values_list("action", "by")) == [
        ("release.proposed", HR),
        ("release.approved", GUARDIAN),
    ]


def test_any_change_since_asks_for_a_new_proposal(two: Cast) -> None:
    proposal = propose(DAY)
    _proposed(proposal)
    approve_release(proposal, seen=digest_of(proposal), by=GUARDIAN, at=AT)
    left_before(30, 2, seed=2)
    changed = propose(DAY)
    assert _refused(lambda: ensure_approved(changed)) == "release.changed_since"
    seen = digest_of(changed)
    assert _refused(lambda: approve_release(changed, seen=seen, by=GUARDIAN, at=AT)) == "release.changed_since"
    _proposed(changed)
    assert Approval.objects.get().approved_by == ""


def test_a_setting_that_changed_is_a_change_too(two: Cast) -> None:
    before = digest_of(propose(DAY))
    decide_policy(by=HR, at=AT, reason="More care.", patience=3)
    assert digest_of(propose(DAY)) != before


def test_nobody_decides_on_what_they_did_not_see(two: Cast) -> None:
    proposal = propose(DAY)
    assert _refused(lambda: propose_release(proposal, seen="old", by=HR, at=AT)) == "release.not_as_seen"
    _proposed(proposal)
    assert _refused(lambda: approve_release(proposal, seen="old", by=GUARDIAN, at=AT)) == "release.not_as_seen"


def test_who_proposed_does_not_approve(two: Cast) -> None:
    proposal = propose(DAY)
    _proposed(proposal)
    seen = digest_of(proposal)
    assert _refused(lambda: approve_release(proposal, seen=seen, by=HR, at=AT)) == "release.same_person"


def test_nothing_is_approved_or_declined_that_was_not_proposed(two: Cast) -> None:
    proposal = propose(DAY)
    seen = digest_of(proposal)
    assert _refused(lambda: approve_release(proposal, seen=seen, by=GUARDIAN, at=AT)) == "release.not_proposed"
    assert _refused(lambda: decline_release(1, reason="no", by=GUARDIAN, at=AT)) == "release.not_proposed"


def test_what_closes_nothing_cannot_be_proposed(house: Cast) -> None:
    proposal = propose(DAY)
    assert _refused(lambda: _proposed(proposal)) == "release.too_few"


def test_declining_leaves_the_reason_for_the_hr_lead(two: Cast) -> None:
    proposal = propose(DAY)
    _proposed(proposal)
    decline_release(1, reason="One team is being reorganised.", by=GUARDIAN, at=AT)
    now = standing(proposal)
    assert now.declined is not None
    assert (now.decliner, now.declined.detail["reason"]) == ("Ria Smeets", "One team is being reorganised.")
    assert _refused(lambda: ensure_approved(proposal)) == "release.not_approved"
    _proposed(proposal)
    assert standing(proposal).declined is None


def test_two_people_release_in_their_browsers(two: Cast, signed_in: SignedIn) -> None:
    hr, guardian = signed_in("hr_lead"), signed_in("guardian")
    digest = digest_of(propose(timezone.localdate()))
    assert 'id="freeze"' not in hr.get("/releases/").content.decode()
    assert hr.post("/releases/run/").status_code == 422
    hr.post("/releases/propose/", {"seen": digest})
    assert "Propose release" not in hr.get("/releases/").content.decode()
    assert "Approve release 1" in guardian.get("/releases/").content.decode()
    guardian.post("/releases/approve/", {"seen": digest})
    assert 'id="freeze"' not in guardian.get("/releases/").content.decode()
    assert 'id="freeze"' in hr.get("/releases/").content.decode()
    hr.post("/releases/run/")
    assert Release.objects.get().frozen_by == two.hr_lead.signature


def test_the_guardian_declines_with_a_reason_and_never_without(two: Cast, signed_in: SignedIn) -> None:
    hr, guardian = signed_in("hr_lead"), signed_in("guardian")
    hr.post("/releases/propose/", {"seen": digest_of(propose(timezone.localdate()))})
    assert guardian.post("/releases/decline/", {"number": 1, "reason": " "}).status_code == 422
    assert Approval.objects.exists()
    guardian.post("/releases/decline/", {"number": 1, "reason": "Wait for the reorganisation."})
    page = hr.get("/releases/").content.decode()
    assert "Wait for the reorganisation." in page
    assert "Propose release 1" in page


def test_what_was_proposed_is_found_until_it_is_frozen_or_declined(two: Cast, signed_in: SignedIn) -> None:
    digest = digest_of(propose(timezone.localdate()))
    assert open_approval() is None
    signed_in("hr_lead").post("/releases/propose/", {"seen": digest})
    waiting = open_approval()
    assert waiting is not None
    assert not waiting.approved_by
    signed_in("guardian").post("/releases/approve/", {"seen": digest})
    signed_in("hr_lead").post("/releases/run/")
    assert Release.objects.exists()
    assert open_approval() is None


def test_one_person_with_both_roles_still_needs_a_second(two: Cast, signed_in: SignedIn) -> None:
    RoleGrant.objects.create(user=two.hr_lead, role=Role.GUARDIAN)
    digest = digest_of(propose(timezone.localdate()))
    both = signed_in("hr_lead")
    both.post("/releases/propose/", {"seen": digest})
    assert "Approve release" not in both.get("/releases/").content.decode()
    assert both.post("/releases/approve/", {"seen": digest}).status_code == 422


def test_the_guardian_proposes_nothing_and_the_hr_lead_approves_nothing(two: Cast, signed_in: SignedIn) -> None:
    assert signed_in("guardian").post("/releases/propose/", {"seen": "x"}).status_code == 404
    assert signed_in("guardian").post("/releases/run/").status_code == 404
    assert signed_in("hr_lead").post("/releases/approve/", {"seen": "x"}).status_code == 404
    assert signed_in("hr_lead").post("/releases/decline/", {"number": 1, "reason": "x"}).status_code == 404


def test_the_command_line_is_bound_by_it_too(two: Cast) -> None:
    assert _refused(release) == "release.not_approved"
    assert not Release.objects.exists()
    proposal = propose(DAY)
    _proposed(proposal)
    approve_release(proposal, seen=digest_of(proposal), by=GUARDIAN, at=AT)
    assert release().number == 1
