"""Invented and real people never meet in one database."""

from django.utils.translation import gettext_lazy as _

from uitzicht.core.refusal import Refusal


def ensure_nobody_real(people: int, accounts: int) -> None:
    """A demo is invented in an empty database only."""
    if people or accounts:
        raise Refusal(
            "demo.real_data",
            _(
                "This database holds people ({people}) or accounts ({accounts}) that the demo did not invent. A demo never "
                "mixes with real data. Choose an empty folder in UITZICHT_HOME."
            ),
            people=people,
            accounts=accounts,
        )
