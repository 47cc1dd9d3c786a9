"""What the organisation promises a leaver: eight clauses, generated from the settings in force. Nobody edits them."""

from collections.abc import Callable, Iterator
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
    return [
        Clause(code, title(), " ".join(sentences(facts.policy)).format(**values))
        for code, (title, sentences) in CLAUSES.items()
    ]


def _values(facts: Facts) -> dict[str, str]:
    policy = facts.policy
    return {
        "organisation": facts.organisation,
        "interviewer": facts.interviewer or pgettext("promise", "your interviewer"),
        "guardian_contact": facts.guardian_contact,
        "confidant_contact": policy.confidant_contact,
        "k": str(policy.k),
        "k_sensitive": str(policy.k_sensitive),
        "last_day_worked": day(facts.last_day_worked_on),
        "retention_notes": _months(policy.retention_notes_months),
        "retention_answers": _months(policy.retention_answers_months),
        "retention_contact": _days(policy.portal_days),
        "retention_start": pgettext("promise", "the end of your contract"),
        "follow_up": _months(policy.follow_up_months),
        "my_pages": pgettext("promise", "your pages"),
    }


def _months(count: int) -> str:
    return ngettext("{count} month", "{count} months", count).format(count=count)


def _days(count: int) -> str:
    return ngettext("{count} day", "{count} days", count).format(count=count)


def _what(policy: Policy) -> Iterator[str]:
    yield gettext(
        "Your conversation is confidential. {organisation} learns from it through figures about several people together. "
        "Such a figure is anonymously processed: a test attack first tries to trace it to one person. We publish it only "
        "if that fails."
    )


def _who(policy: Policy) -> Iterator[str]:
    yield gettext(
        "The notes and your summary are read by {interviewer} and by no other colleague, unless you let somebody read the "
        "summary. What you fill in yourself is sealed when you hand it in. After that no colleague reads it, except the "
        "parts that you let your interviewer read to prepare. Others in HR know that you are leaving, when the "
        "conversation is and whether you took part. They do not know what you said."
    )


def _form(policy: Policy) -> Iterator[str]:
    yield gettext(
        "A figure always covers at least {k} people. For sensitive details and open answers it is at least {k_sensitive}. "
        "Close to 0 or 100% we show no exact figure. Your words appear nowhere as you said them, unless you read them "
        "first and agree, quote by quote."
    )
    if policy.inclusion_card:
        yield gettext(
            "There is also a card apart from everything, about who you are. It bears no name, and nothing ties it to you "
            "or to your other answers. Filling it in is voluntary."
        )


def _when(policy: Policy) -> Iterator[str]:
    yield gettext(
        "Before your last day worked, {last_day_worked}, we publish nothing from your conversation. If too few people have "
        "answered by then, your answers wait and count in no total."
    )
    count = policy.months_between_releases
    yield ngettext(
        "New figures appear once a month at most.", "New figures appear once every {count} months at most.", count
    ).replace("{count}", str(count))


def _keep(policy: Policy) -> Iterator[str]:
    yield gettext(
        "We keep the notes and the summary for {retention_notes}, your answers for {retention_answers} and your contact "
        "details for {retention_contact}, counted from {retention_start}. Then we erase them all. Published figures remain."
    )
    if policy.follow_up_months:
        yield gettext(
            "Do you agree to a follow-up, {follow_up} after you leave? Then we keep your private address until it is done."
        )
    yield gettext(
        "Do you agree to stay in touch? Then we keep the address for that until you stop, or until two years pass without an "
        "answer."
    )


def _never(policy: Policy) -> Iterator[str]:
    yield gettext(
        "Your manager never sees one person's answer. Nor who said what, or the notes. Nor your summary, unless you "
        "choose so yourself; and then only after your last day worked."
    )


def _yours(policy: Policy) -> Iterator[str]:
    yield gettext(
        "Taking part is voluntary, and you may skip any question. On {my_pages} you can correct the summary. You can also "
        "take your data along or have it erased. Erased answers do not count in new figures. Figures already published do "
        "not change. Questions? {guardian_contact}."
    )


def _limits(policy: Policy) -> Iterator[str]:
    yield gettext(
        "This we cannot protect. What people tell each other. A writing style someone recognises in a quote you released. "
        "Someone with full access to the server. And plain probability: if nearly everyone in a group thinks the same, "
        "that says something about you too. If {interviewer} hears of serious misconduct, there may be a duty to act on it."
    )
    if policy.confidant_contact:
        yield gettext("Would you rather tell that to somebody else first? {confidant_contact}.")


CLAUSES: dict[str, tuple[Callable[[], str], Callable[[Policy], Iterator[str]]]] = {
    "what": (lambda: gettext("What happens with what I say?"), _what),
    "who": (lambda: gettext("Who reads it?"), _who),
    "form": (lambda: gettext("In which form?"), _form),
    "when": (lambda: gettext("From when?"), _when),
    "keep": (lambda: gettext("Until when is it kept?"), _keep),
    "never": (lambda: gettext("What does my manager see?"), _never),
    "yours": (lambda: gettext("What can I decide myself?"), _yours),
    "limits": (lambda: gettext("What can nobody protect?"), _limits),
}
