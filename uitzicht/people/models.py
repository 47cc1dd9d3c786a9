"""Staff, units and positions over time; accounts and their roles."""

import uuid
from typing import ClassVar

from django.contrib.auth.base_user import AbstractBaseUser, BaseUserManager
from django.db import models
from django.db.models import F, Q

from uitzicht.people.vocabulary import ContractKind, Gender, Language, Role
from uitzicht.privacy.classification import Sensitivity


class Unit(models.Model):
    """A node of the tree of units; the root (no parent) is the organisation itself."""

    parent = models.ForeignKey("self", null=True, blank=True, on_delete=models.PROTECT, related_name="children")
    name = models.CharField(max_length=120)

    class Meta:
        ordering = ("name",)
        constraints = [
            models.UniqueConstraint(fields=("parent", "name"), name="unit_name_unique_under_its_parent"),
            models.UniqueConstraint(Q(parent=None), condition=Q(parent=None), name="unit_one_root"),  # type: ignore[call-overload]
        ]

    def __str__(self) -> str:
        return self.name


class Person(models.Model):
    """Somebody who works or worked here, as the HR system knows them. ``earlier``: the record of the same human under another
    employee number, from before they came back."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    employee_number = models.CharField(max_length=40, unique=True)
    first_name = models.CharField(max_length=80)
    last_name = models.CharField(max_length=120)
    work_email = models.EmailField(blank=True)
    private_email = models.EmailField(blank=True)
    language = models.CharField(max_length=2, choices=Language.choices, default=Language.NL)
    birth_year = models.PositiveSmallIntegerField(null=True, blank=True)
    gender = models.CharField(max_length=10, choices=Gender.choices, blank=True)
    started_on = models.DateField()
    ended_on = models.DateField(null=True, blank=True)
    earlier = models.OneToOneField("self", null=True, blank=True, on_delete=models.SET_NULL, related_name="later")

    class Meta:
        ordering = ("last_name", "first_name")
        constraints = [
            models.CheckConstraint(
                condition=Q(ended_on=None) | Q(ended_on__gte=F("started_on")), name="person_ends_after_they_start"
            )
        ]

    def __str__(self) -> str:
        return self.name

    @property
    def name(self) -> str:
        return f"{self.first_name} {self.last_name}".strip()


class Position(models.Model):
    """What a person did where, led by whom, in [valid_from, valid_to). A change ends one row and begins the next."""

    person = models.ForeignKey(Person, on_delete=models.CASCADE, related_name="positions")
    unit = models.ForeignKey(Unit, on_delete=models.PROTECT, related_name="positions")
    title = models.CharField(max_length=120, blank=True)
    job_family = models.CharField(max_length=80, blank=True)
    manager = models.ForeignKey(Person, null=True, blank=True, on_delete=models.SET_NULL, related_name="reports")
    contract = models.CharField(max_length=12, choices=ContractKind.choices, blank=True)
    working_time = models.PositiveSmallIntegerField(default=100, help_text="percent of full time")
    valid_from = models.DateField()
    valid_to = models.DateField(null=True, blank=True)

    class Meta:
        ordering = ("person", "valid_from")
        constraints = [
            models.UniqueConstraint(
                fields=("person",), condition=Q(valid_to=None), name="position_one_open_per_person"
            ),
            models.CheckConstraint(
                condition=Q(valid_to=None) | Q(valid_to__gt=F("valid_from")), name="position_period_not_empty"
            ),
            models.CheckConstraint(
                condition=Q(working_time__gte=1, working_time__lte=100), name="position_working_time_percent"
            ),
            models.CheckConstraint(condition=~Q(manager=F("person")), name="position_nobody_leads_themselves"),
        ]

    def __str__(self) -> str:
        return f"{self.title} ({self.unit})"


class UserManager(BaseUserManager["User"]):
    def create_user(self, email: str, password: str | None = None, **fields: object) -> "User":
        user = self.model(email=self.normalize_email(email).lower(), **fields)
        user.set_password(password)
        user.save(using=self._db)
        return user

    def get_by_natural_key(self, username: str | None) -> "User":
        return self.get(email__iexact=username)


class User(AbstractBaseUser):
    """An account. What it may do follows from its roles and nothing else (no groups, no superuser)."""

    email = models.EmailField(unique=True)
    name = models.CharField(max_length=200)
    person = models.OneToOneField(Person, null=True, blank=True, on_delete=models.SET_NULL, related_name="user")
    language = models.CharField(max_length=2, choices=Language.choices, default=Language.NL)
    is_active = models.BooleanField(default=True)

    objects: ClassVar[UserManager] = UserManager()
    USERNAME_FIELD = "email"
    EMAIL_FIELD = "email"
    REQUIRED_FIELDS = ["name"]

    class Meta:
        ordering = ("name",)

    def __str__(self) -> str:
        return self.name

    @property
    def signature(self) -> str:
        """How the audit trail names this account."""
        return f"{self.name} <{self.email}>"

    @property
    def roles(self) -> frozenset[str]:
        """Read once per request (cached on the instance)."""
        if not hasattr(self, "_roles"):
            self._roles = frozenset(self.grants.values_list("role", flat=True))
        return self._roles

    def has_role(self, *roles: str) -> bool:
        return bool(self.roles & set(roles))


class RoleGrant(models.Model):
    """A role of an account; for a leader the unit whose released figures they read."""

    user = models.ForeignKey(User, on_delete=models.CASCADE, related_name="grants")
    role = models.CharField(max_length=12, choices=[(r.value, r.label) for r in Role if r is not Role.LEAVER])
    unit = models.ForeignKey(Unit, null=True, blank=True, on_delete=models.CASCADE, related_name="grants")

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=("user", "role", "unit"), nulls_distinct=False, name="grant_once"),
            models.CheckConstraint(
                condition=Q(role=Role.LEADER, unit__isnull=False) | ~Q(role=Role.LEADER) & Q(unit=None),
                name="grant_unit_for_leaders_only",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.user}: {self.role}"


class StagedImport(models.Model):
    """An uploaded staff list between its dry run and its confirmation, sealed; destroyed after use or after a day."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    user = models.ForeignKey(User, on_delete=models.CASCADE, related_name="+")
    file_name = models.CharField(max_length=120)
    on = models.DateField()
    complete = models.BooleanField(default=False)
    wrapped_key = models.BinaryField()
    sealed = models.BinaryField()
    staged_at = models.DateTimeField()

    class Meta:
        ordering = ("-staged_at",)

    def __str__(self) -> str:
        return f"{self.file_name} of {self.user}"


_O, _P, _C, _S = Sensitivity.ORGANISATION, Sensitivity.PERSONAL, Sensitivity.CONTACT, Sensitivity.SECRET
PRIVACY = {
    "Unit": {"id": _O, "parent": _O, "name": _O},
    "Person": {
        "id": _P,
        "employee_number": _P,
        "first_name": _P,
        "last_name": _P,
        "work_email": _P,
        "private_email": _C,
        "language": _P,
        "birth_year": _P,
        "gender": _P,
        "started_on": _P,
        "ended_on": _P,
        "earlier": _P,
    },
    "Position": {
        "id": _P,
        "person": _P,
        "unit": _P,
        "title": _P,
        "job_family": _P,
        "manager": _P,
        "contract": _P,
        "working_time": _P,
        "valid_from": _P,
        "valid_to": _P,
    },
    "User": {
        "id": _P,
        "password": _S,
        "last_login": _P,
        "email": _P,
        "name": _P,
        "person": _P,
        "language": _P,
        "is_active": _P,
    },
    "RoleGrant": {"id": _P, "user": _P, "role": _P, "unit": _P},
    "StagedImport": {
        "id": _P,
        "user": _P,
        "file_name": _P,
        "on": _O,
        "complete": _O,
        "wrapped_key": _S,
        "sealed": _C,
        "staged_at": _P,
    },
}
