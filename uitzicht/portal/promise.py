"""What the organisation promises a leaver: eight clauses, generated from the settings in force. Nobody edits them."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

from django.utils.translation import gettext, ngettext, pgettext

from uitzicht.privacy.models import Policy
from uitzicht.ui.templatetags.ui import day


@dataclass(frozen=True, slots=True)
class Facts:
    """What the clauses are filled with. ``interviewer``: empty before anybody is appointed."""

    organisation: str
    interviewer: str
    guardian_contact: str
    last_day_worked_on: date
    policy: Policy


@dataclass(frozen=True, slots=True)
class Clause:
    code: str
    title: str
    text: str


def promise(facts: Facts) -> list[Clause]:
    """All eight, in this order, in the language in force; see words.md section 3."""
    values = _values(facts)
    return [Clause(code, title(), text().format(**values)) for code, (title, text) in CLAUSES.items()]


def _values(facts: Facts) -> dict[str, str]:
    policy = facts.policy
    return {
        "organisation": facts.organisation,
        "interviewer": facts.interviewer or pgettext("promise", "your interviewer"),
        "guardian_contact": facts.guardian_contact,
        "k": str(policy.k),
        "k_sensitive": str(policy.k_sensitive),
        "last_day_worked": day(facts.last_day_worked_on),
        "retention_notes": _months(policy.retention_notes_months),
        "retention_answers": _months(policy.retention_answers_months),
        "retention_contact": _days(policy.portal_days),
        "retention_start": pgettext("promise", "the end of your contract"),
    }


def _months(count: int) -> str:
    return ngettext("{count} month", "{count} months", count).format(count=count)


def _days(count: int) -> str:
    return ngettext("{count} day", "{count} days", count).format(count=count)


def _what() -> str:
    return gettext(
        "Your conversation is confidential. {organisation} learns from it through figures about several people together. "
        "Such a figure is anonymously processed: a test attack first tries to trace it to one person. We publish it only "
        "if that fails."
    )


def _who() -> str:
    return gettext(
        "The notes and your summary are read by {interviewer} and by no other colleague. Others in HR know that you are "
        "leaving, when the conversation is and whether you took part. They do not know what you said."
    )


def _form() -> str:
    return gettext(
        "A figure always covers at least {k} people. For sensitive details and open answers it is at least {k_sensitive}. "
        "Close to 0 or 100% we show no exact figure. Your words appear nowhere as you said them, unless you read them "
        "first and agree, quote by quote."
    )


def _when() -> str:
    return gettext(
        "Before your last day worked, {last_day_worked}, we publish nothing from your conversation. If too few people have "
        "answered by then, your answers wait and count in no total."
    )


def _keep() -> str:
    return gettext(
        "We keep the notes and the summary for {retention_notes}, your answers for {retention_answers} and your contact "
        "details for {retention_contact}, counted from {retention_start}. Then we erase them all. Published figures remain."
    )


def _never() -> str:
    return gettext("Your manager never sees one person's answer. Nor who said what, the notes or your summary.")


def _yours() -> str:
    return gettext(
        "Taking part is voluntary, and you may skip any question. You hear the summary at the end and can correct it. You "
        "can also ask for your data, or have it erased. Erased answers do not count in new figures. Figures already "
        "published do not change. Questions? {guardian_contact}."
    )


def _limits() -> str:
    return gettext(
        "This we cannot protect. What people tell each other. A writing style someone recognises in a quote you released. "
        "Someone with full access to the server. And plain probability: if nearly everyone in a group thinks the same, "
        "that says something about you too. Whoever hears of serious misconduct may have a duty to act on it."
    )


CLAUSES: dict[str, tuple[Callable[[], str], Callable[[], str]]] = {
    "what": (lambda: gettext("What happens with what I say?"), _what),
    "who": (lambda: gettext("Who reads it?"), _who),
    "form": (lambda: gettext("In which form?"), _form),
    "when": (lambda: gettext("From when?"), _when),
    "keep": (lambda: gettext("Until when is it kept?"), _keep),
    "never": (lambda: gettext("What does my manager see?"), _never),
    "yours": (lambda: gettext("What can I decide myself?"), _yours),
    "limits": (lambda: gettext("What can nobody protect?"), _limits),
}
