import pytest
from django.test import Client

from tests.cast import PASSWORD
from uitzicht.core.refusal import Refusal
from uitzicht.people import services
from uitzicht.people.models import User
from uitzicht.people.vocabulary import Role
from uitzicht.privacy.models import AuditEntry


def _add(at, **fields):
    said = {"email": "New@Example.org", "name": "New Name", "roles": [Role.INTERVIEWER], "password": PASSWORD}
    return services.add_user(**(said | fields), by="test", at=at)


def _granted(user: User) -> set[tuple[str, int | None]]:
    return set(user.grants.values_list("role", "unit_id"))


@pytest.mark.django_db
def test_an_account_signs_in_with_its_address_and_holds_its_roles(at, client):
    user = _add(at)
    assert client.login(email="new@example.org", password=PASSWORD)
    assert user.roles == {"interviewer"}
    entry = AuditEntry.objects.get(action="user.added")
    assert (entry.subject, entry.detail) == (f"user:{user.pk}", {"roles": ["interviewer"]})


def test_a_manager_may_read_several_units(cast, at):
    user = _add(at, roles={Role.LEADER: [cast.terminal, cast.techniek.pk], Role.GUARDIAN: None})
    assert _granted(user) == {("leader", cast.terminal.pk), ("leader", cast.techniek.pk), ("guardian", None)}


@pytest.mark.parametrize(
    ("fields", "code"),
    [
        ({"email": "NOOR@havenlicht.example"}, "user.email_taken"),
        ({"roles": ["leaver"]}, "user.unknown_role"),
        ({"roles": ["leader"]}, "user.leader_without_unit"),
        ({"roles": {"leader": None}}, "user.leader_without_unit"),
        ({"password": "short"}, "user.weak_password"),
        ({"password": "password1234"}, "user.weak_password"),
    ],
)
def test_an_account_that_breaks_a_rule_is_not_made(cast, at, fields, code):
    before = User.objects.count()
    with pytest.raises(Refusal) as refusal:
        _add(at, **fields)
    assert refusal.value.code == code
    assert str(refusal.value)
    assert User.objects.count() == before


def test_one_person_has_one_account(cast, at):
    _add(at, person=cast.colleague)
    with pytest.raises(Refusal) as refusal:
        _add(at, email="other@example.org", person=cast.colleague)
    assert refusal.value.code == "user.person_taken"


def test_a_change_of_roles_is_in_the_audit_trail(cast, at):
    services.change_roles(cast.interviewer, roles=["hr_lead", "interviewer"], by="test", at=at)
    assert cast.interviewer.roles == {"hr_lead", "interviewer"}
    entry = AuditEntry.objects.get(action="user.roles_changed")
    assert entry.detail == {"before": ["interviewer"], "after": ["hr_lead", "interviewer"]}
    services.change_roles(cast.interviewer, roles=["hr_lead", "interviewer"], by="test", at=at)
    assert AuditEntry.objects.filter(action="user.roles_changed").count() == 1


def test_the_last_administrator_stays(cast, at):
    for attempt in (
        lambda: services.deactivate(cast.admin, by="test", at=at),
        lambda: services.change_roles(cast.admin, roles=["guardian"], by="test", at=at),
    ):
        with pytest.raises(Refusal) as refusal:
            attempt()
        assert refusal.value.code == "user.last_admin"
    second = _add(at, roles=["admin"])
    services.deactivate(cast.admin, by="test", at=at)
    with pytest.raises(Refusal):
        services.deactivate(second, by="test", at=at)


def test_a_closed_account_is_out_at_once_and_may_come_back(cast, at, signed_in):
    browser: Client = signed_in("admin")
    assert browser.get("/administration/").status_code == 200
    _add(at, roles=["admin"])
    services.deactivate(cast.admin, by="test", at=at)
    assert browser.get("/administration/").status_code == 302
    assert not Client().login(email=cast.admin.email, password=PASSWORD)
    services.activate(cast.admin, by="test", at=at)
    assert Client().login(email=cast.admin.email, password=PASSWORD)


def test_a_new_password_ends_every_session(cast, at, signed_in):
    browser: Client = signed_in("admin")
    assert browser.get("/administration/").status_code == 200
    services.set_password(cast.admin, password="another long sentence", by="test", at=at)
    assert browser.get("/administration/").status_code == 302
