import pytest
from django.db import IntegrityError, transaction

from tests.cast import NOW
from uitzicht.core.refusal import Refusal
from uitzicht.privacy.models import AuditEntry, Policy
from uitzicht.privacy.policies import decide_policy, policy_in_force

ADDRESS = "/administration/settings/"
SAID = {
    "k": "6",
    "k_sensitive": "12",
    "patience": "3",
    "months_between_releases": "4",
    "retention_notes_months": "18",
    "retention_answers_months": "24",
    "portal_days": "30",
    "follow_up_months": "6",
    "inclusion_card": "",
    "confidant_contact": "Lut Peeters, 03 123 45 67",
    "guardian_contact": "Ria Smeets, ria@havenlicht.example",
    "reason": "Pending procedure.",
}


@pytest.mark.django_db
def test_without_a_decision_the_defaults_hold():
    assert (policy_in_force().k, policy_in_force().pk) == (5, None)


@pytest.mark.django_db
def test_a_decision_is_a_new_row_and_the_older_one_stays():
    decide_policy(by="Noor", at=NOW, reason="Careful start.", k=7)
    decide_policy(by="Noor", at=NOW, reason="Still careful.", patience=4)
    assert (policy_in_force().k, policy_in_force().patience) == (7, 4)
    assert Policy.objects.count() == 2
    entry = AuditEntry.objects.filter(action="settings.changed").first()
    assert entry is not None
    assert entry.detail == {"changed": {"patience": [2, 4]}, "reason": "Still careful."}


@pytest.mark.parametrize(
    ("changes", "reason", "code"),
    [
        ({"k": 4}, "why", "settings.threshold_below_floor"),
        ({"k": 8, "k_sensitive": 7}, "why", "settings.sensitive_below_threshold"),
        ({"k": 6}, " ", "settings.reason_missing"),
    ],
)
@pytest.mark.django_db
def test_a_decision_that_breaks_a_rule_is_refused(changes, reason, code):
    with pytest.raises(Refusal) as refusal:
        decide_policy(by="Noor", at=NOW, reason=reason, **changes)
    assert refusal.value.code == code
    assert str(refusal.value)
    assert not Policy.objects.exists()


@pytest.mark.parametrize("values", [{"k": 4, "k_sensitive": 10}, {"k": 8, "k_sensitive": 7}])
@pytest.mark.django_db
def test_the_database_keeps_the_floor_as_well(values):
    with pytest.raises(IntegrityError), transaction.atomic():
        Policy.objects.create(**values, reason="x", decided_by="x", decided_at=NOW)


def test_the_hr_lead_changes_settings_with_a_reason_and_all_may_read_it(cast, signed_in):
    assert signed_in("hr_lead").post(ADDRESS, SAID).status_code == 302
    policy = policy_in_force()
    assert (policy.k, policy.retention_notes_months, policy.decided_by) == (6, 18, cast.hr_lead.signature)
    for who in ("hr_lead", "guardian", "admin"):
        assert "Pending procedure." in signed_in(who).get(ADDRESS).content.decode()


@pytest.mark.parametrize("change", [{"k": "4"}, {"reason": ""}, {"k": "20"}, {"patience": "-1"}, {"portal_days": ""}])
def test_a_form_with_a_fault_keeps_what_was_typed_and_changes_nothing(cast, signed_in, change):
    answer = signed_in("hr_lead").post(ADDRESS, SAID | change)
    assert answer.status_code == 422
    assert "Ria Smeets" in answer.content.decode()
    assert not Policy.objects.exists()


@pytest.mark.parametrize("who", ["guardian", "admin"])
def test_who_may_only_read_gets_no_form_and_cannot_post(cast, signed_in, who):
    page = signed_in(who).get(ADDRESS).content.decode()
    assert 'name="reason"' not in page
    assert signed_in(who).post(ADDRESS, SAID).status_code == 404
    assert not Policy.objects.exists()


@pytest.mark.parametrize("who", ["interviewer", "leader", "outsider"])
def test_others_do_not_find_the_settings(signed_in, who):
    assert signed_in(who).get(ADDRESS).status_code == 404


@pytest.mark.django_db
def test_notes_are_never_kept_longer_than_the_answers_they_belong_to():
    with pytest.raises(Refusal) as refusal:
        decide_policy(by="Noor", at=NOW, reason="why", retention_notes_months=25)
    assert refusal.value.code == "settings.notes_outlive_answers"
    assert decide_policy(by="Noor", at=NOW, reason="why", retention_notes_months=24).retention_notes_months == 24
