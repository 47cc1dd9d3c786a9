"""Accounts: made, changed and closed by an administrator; each change is one line of the audit trail."""

from collections.abc import Iterable, Mapping
from datetime import datetime

from django.contrib.auth.password_validation import validate_password
from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.translation import gettext_lazy as _

from uitzicht.core.refusal import Refusal
from uitzicht.people import queries
from uitzicht.people.models import Person, RoleGrant, Unit, User
from uitzicht.people.vocabulary import ACCOUNT_ROLES, Role
from uitzicht.privacy import audit

UnitOrId = Unit | int
Roles = Mapping[str, UnitOrId | Iterable[UnitOrId] | None] | Iterable[str]
Grants = frozenset[tuple[str, int | None]]


@transaction.atomic
def add_user(
    *,
    email: str,
    name: str,
    roles: Roles = (),
    password: str | None,
    language: str = "nl",
    person: Person | None = None,
    by: str,
    at: datetime,
) -> User:
    """A new account. ``roles``: just the roles, or role -> unit or units (for a leader) or None. Without a password
    nobody signs in until one is set. Refuses a taken address or person, an unknown role, a leader without a unit, a
    weak password."""
    grants = _grants(roles)
    address = email.strip().lower()
    _ensure_address_is_free(address)
    if person is not None:
        _ensure_person_is_free(person)
    user = User(email=address, name=name.strip(), language=language, person=person)
    if password is not None:
        ensure_password(password, user)
    user.set_password(password)
    user.save()
    _write_grants(user, grants)
    audit.record("user.added", by=by, at=at, subject=f"user:{user.pk}", detail={"roles": _told(grants)})
    return user


@transaction.atomic
def change_roles(user: User, *, roles: Roles, by: str, at: datetime) -> None:
    """Replace the roles of an account; the last active administrator keeps that role."""
    after = _grants(roles)
    before: Grants = frozenset(user.grants.values_list("role", "unit_id"))
    if before == after:
        return
    if Role.ADMIN not in {role for role, _unit in after}:
        _ensure_not_last_admin(user)
    user.grants.all().delete()
    _write_grants(user, after)
    changed = {"before": _told(before), "after": _told(after)}
    audit.record("user.roles_changed", by=by, at=at, subject=f"user:{user.pk}", detail=changed)


@transaction.atomic
def deactivate(user: User, *, by: str, at: datetime) -> None:
    """Close an account: nobody signs in with it, what it did stays in the audit trail."""
    _ensure_not_last_admin(user)
    user.is_active = False
    user.save(update_fields=["is_active"])
    audit.record("user.deactivated", by=by, at=at, subject=f"user:{user.pk}")


@transaction.atomic
def activate(user: User, *, by: str, at: datetime) -> None:
    """Open a closed account again."""
    user.is_active = True
    user.save(update_fields=["is_active"])
    audit.record("user.activated", by=by, at=at, subject=f"user:{user.pk}")


@transaction.atomic
def set_password(user: User, *, password: str, by: str, at: datetime) -> None:
    """Replace the password; who was signed in with the old one is signed out everywhere."""
    ensure_password(password, user)
    user.set_password(password)
    user.save(update_fields=["password"])
    audit.record("user.password_reset", by=by, at=at, subject=f"user:{user.pk}")


def ensure_password(password: str, user: User) -> None:
    """Long enough, not common, not like the account's own name or address."""
    try:
        validate_password(password, user)
    except ValidationError as error:
        raise Refusal("user.weak_password", "{reason}", reason=" ".join(error.messages)) from error


def _ensure_address_is_free(address: str) -> None:
    if User.objects.filter(email__iexact=address).exists():
        raise Refusal(
            "user.email_taken",
            _(
                "{email} already has an account. One address is one account, so that the audit trail stays clear. "
                "Change that account, or use another address."
            ),
            email=address,
        )


def _ensure_person_is_free(person: Person) -> None:
    if User.objects.filter(person=person).exists():
        raise Refusal(
            "user.person_taken",
            _(
                "{name} already has an account. One person is one account, so that independence can be checked. "
                "Change that account instead."
            ),
            name=person.name,
        )


def _ensure_not_last_admin(user: User) -> None:
    others = queries.active_with_role(Role.ADMIN).exclude(pk=user.pk)
    if user.has_role(Role.ADMIN) and user.is_active and not others.exists():
        raise Refusal(
            "user.last_admin",
            _(
                "{name} is the last active administrator. Without one, nobody could open an account any more. "
                "Make somebody else administrator first."
            ),
            name=user.name,
        )


def _grants(roles: Roles) -> Grants:
    wanted: dict[str, UnitOrId | Iterable[UnitOrId] | None] = (
        {str(role): units for role, units in roles.items()}
        if isinstance(roles, Mapping)
        else dict.fromkeys(map(str, roles))
    )
    grants: set[tuple[str, int | None]] = set()
    for role, units in wanted.items():
        _ensure_role(role)
        grants |= {(role, unit) for unit in _units(units)} if role == Role.LEADER else {(role, None)}
    return frozenset(grants)


def _ensure_role(role: str) -> None:
    if role not in ACCOUNT_ROLES:
        raise Refusal(
            "user.unknown_role",
            _("No account can have the role {role}. Choose from: {roles}."),
            role=role,
            roles=", ".join(ACCOUNT_ROLES),
        )


def _units(units: UnitOrId | Iterable[UnitOrId] | None) -> list[int]:
    listed = [units] if isinstance(units, Unit | int) else list(units or ())
    if not listed:
        raise Refusal(
            "user.leader_without_unit",
            _("A manager reads the released figures of their own unit and of nothing else. Choose at least one unit."),
        )
    return [unit.pk if isinstance(unit, Unit) else unit for unit in listed]


def _write_grants(user: User, grants: Grants) -> None:
    RoleGrant.objects.bulk_create(RoleGrant(user=user, role=role, unit_id=unit) for role, unit in grants)
    vars(user).pop("_roles", None)  # the set cached on the instance is of before


def _told(grants: Grants) -> list[str]:
    return sorted(role if unit is None else f"{role}:{unit}" for role, unit in grants)
