"""What is promised about the follow-up, in short, from the settings in force."""

from dataclasses import dataclass

from django.conf import settings
from django.utils.translation import gettext, ngettext

from uitzicht.privacy.policies import policy_in_force


@dataclass(frozen=True, slots=True)
class Clause:
    title: str
    text: str


def promise() -> list[Clause]:
    """In the language in force."""
    policy = policy_in_force()
    months = policy.retention_answers_months
    values = {
        "organisation": settings.UITZICHT.organisation,
        "k": policy.k,
        "retention": ngettext("{count} month", "{count} months", months).format(count=months),
        "guardian_contact": policy.guardian_contact or settings.DEFAULT_FROM_EMAIL,
    }
    return [Clause(title.format(**values), text.format(**values)) for title, text in _clauses()]


def _clauses() -> list[tuple[str, str]]:
    return [
        (
            gettext("Who reads my answers?"),
            gettext(
                "No colleague. When you hand them in they are sealed. After that only the program that makes figures "
                "opens them. Until then only your link does."
            ),
        ),
        (
            gettext("What does {organisation} see?"),
            gettext(
                "Figures about at least {k} people, anonymously processed. A test attack first tries to trace a figure to "
                "one person. We publish it only if that fails."
            ),
        ),
        (
            gettext("Until when is it kept?"),
            gettext(
                "Your sealed answers at most {retention}, to the end of that month. Your private address until this "
                "follow-up is over. Published figures remain."
            ),
        ),
        (
            gettext("What can I decide myself?"),
            gettext(
                "Taking part is voluntary. You may skip any question and stop at any moment. What you do not hand in is "
                "destroyed. Questions? {guardian_contact}."
            ),
        ),
        (
            gettext("What can nobody protect?"),
            gettext(
                "What people tell each other, somebody with full access to the server, and plain probability: if nearly "
                "everyone in a group thinks the same, that says something about you too."
            ),
        ),
    ]
