"""``uitzicht user add``."""

import secrets

import click

from uitzicht.cli.console import configured, operator, out

ROLES = ("hr_lead", "interviewer", "leader", "guardian", "admin")


@click.group()
def user() -> None:
    """Accounts."""


@user.command()
@click.argument("email")
@click.option("--name", required=True, help="Name as colleagues know it.")
@click.option(
    "--role", "roles", multiple=True, type=click.Choice(ROLES), required=True, help="May be given more than once."
)
@click.option("--unit", help='Unit that a leader reads figures of, such as "Terminal / Kade Noord".')
@click.option("--employee", help="Employee number, when the account belongs to somebody on the staff list.")
@click.option("--language", type=click.Choice(("nl", "fr", "en", "de")), default="nl", show_default=True)
@click.option("--password", help="Left out: one is made and shown once.")
def add(
    email: str,
    name: str,
    roles: tuple[str, ...],
    unit: str | None,
    employee: str | None,
    language: str,
    password: str | None,
) -> None:
    """Make an account.

    \b
      uitzicht user add ann@example.org --name "Ann Claes" --role hr_lead --role interviewer --employee 1005
      uitzicht user add els@example.org --name "Els Maes" --role leader --unit "Terminal / Kade Noord"
    """
    configured()
    from django.utils import timezone

    from uitzicht.core.refusal import Refusal
    from uitzicht.people.models import Person
    from uitzicht.people.queries import unit_tree
    from uitzicht.people.services import add_user

    units = unit_tree().by_path()
    unit_id = None
    if "leader" in roles:
        path = tuple(part.strip() for part in (unit or "").split("/") if part.strip())
        if unit is None or path not in units:
            raise Refusal(
                "user.unit_unknown",
                'A leader reads the figures of one unit: give --unit with a path from the staff list, such as "Terminal / Kade Noord".',
            )
        unit_id = units[path]
    person = Person.objects.filter(employee_number=employee).first() if employee else None
    if employee and person is None:
        raise Refusal(
            "user.employee_unknown",
            "Nobody has employee number {employee}: import the staff list first, or leave --employee out.",
            employee=employee,
        )
    first_password = password or secrets.token_urlsafe(12)
    grants = {role: unit_id if role == "leader" else None for role in roles}
    add_user(
        email=email,
        name=name,
        roles=grants,
        password=first_password,
        language=language,
        person=person,
        by=operator(),
        at=timezone.now(),
    )
    out.print(f"{email} may sign in." + ("" if password else f" First password, shown only now: {first_password}"))
