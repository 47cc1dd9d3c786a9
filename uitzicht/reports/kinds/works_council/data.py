"""What is asked and why, who reads it, and how long it is kept."""

from collections.abc import Iterator

from django.utils.translation import gettext as _
from django.utils.translation import ngettext, pgettext

from uitzicht.privacy.models import Policy
from uitzicht.reports.definition import Text


def purpose() -> Text:
    return Text(
        _("Purpose"),
        (
            _(
                "Whoever leaves can say what goes well and what should be better. The organisation learns from it through"
                " figures about several people together: to improve work and to limit unwanted turnover."
            ),
            _(
                "Answers serve no other purpose. They are not used to judge the person who left, their manager or the"
                " interviewer, and no score of a person is computed."
            ),
            _("Taking part is voluntary, and each question may be skipped."),
        ),
    )


def asked_about(policy: Policy) -> Text:
    return Text(_("Which data"), tuple(_asked_about(policy)))


def _asked_about(policy: Policy) -> Iterator[str]:
    yield _(
        "Asked are: the five areas of work (content, environment, relationships, terms, organisation), the reasons for"
        " leaving and whether one event started it, whether somebody felt safe, at home and valued, whether they would"
        " recommend the organisation, and how they look back."
    )
    yield _(
        "From the staff list come: unit, position, dates of service, kind of departure, gender, age group, contract and"
        " working time. They decide who is counted where; nobody is asked for them again."
    )
    yield _(
        "Origin, disability and other special categories never stand on a person's record, and no emotion is read from"
        " voice or face. Article 5(1)(f) of the EU AI Act forbids the latter."
    )
    if policy.inclusion_card:
        yield _(
            "A separate card on sensitive details is offered. It is voluntary, bears no name, and is tied neither to a"
            " person nor to other answers. It is counted for the whole organisation only, from {count} people on."
        ).format(count=policy.k_sensitive)
    else:
        yield _("The separate card on sensitive details is switched off: nothing of that kind is asked.")
    if policy.follow_up_months:
        yield ngettext(
            "Who agrees to it is asked once more {count} month after leaving, at their private address.",
            "Who agrees to it is asked once more {count} months after leaving, at their private address.",
            policy.follow_up_months,
        ).format(count=policy.follow_up_months)
    else:
        yield _("There is no follow-up after leaving.")


def readers(policy: Policy) -> Text:
    head = (pgettext("table", "Who"), pgettext("table", "Reads"), pgettext("table", "Never reads"))
    return Text(
        _("Who reads what"),
        (
            _(
                "The conversation is confidential: notes and summary are encrypted. What somebody writes alone is sealed when"
                " it is handed in; after that no page can show it, and it is opened for counting only."
            ),
        ),
        (head, *_readers(policy)),
        _("What each role reads and never reads"),
    )


def _readers(policy: Policy) -> Iterator[tuple[str, str, str]]:
    answers = _("any answer of one person")
    others = _("any other answer of one person")
    shared = _("a summary that its leaver lets them read")
    yield (
        _("Interviewer"),
        _("the conversations that this interviewer held; what the leaver lets them read to prepare"),
        _("conversations of other interviewers"),
    )
    yield (
        _("HR lead"),
        _("who leaves and when, whether a conversation was held, all published figures; {shared}").format(
            shared=shared
        ),
        others,
    )
    yield (_("Manager"), _("published figures of their own units; {shared}").format(shared=shared), others)
    yield (
        _("Privacy guardian"),
        _("published figures, settings, the audit trail"),
        answers,
    )
    yield (
        _("Prevention adviser"),
        _("the dossier on psychosocial risks; {shared}").format(shared=shared),
        others,
    )
    yield (_("Administrator"), _("accounts, settings, the audit trail"), answers)
    yield (
        _("Leaver"),
        _("their own pages: summary, consents, a copy of their data"),
        _("anything about somebody else"),
    )


def retention(policy: Policy) -> Text:
    head = (pgettext("table", "What"), pgettext("table", "How long"), pgettext("table", "What happens then"))
    return Text(
        _("How long data are kept"),
        (
            _(
                "Counted from the end of the contract. Each period is a setting; a change needs a reason and stands in the"
                " audit trail. Leavers read the same periods."
            ),
        ),
        (head, *_periods(policy)),
        _("Periods in force"),
    )


def _periods(policy: Policy) -> Iterator[tuple[str, str, str]]:
    erased = pgettext("retention", "erased")
    yield (_("Notes and summary"), _months(policy.retention_notes_months), erased)
    yield (
        _("Answers, reasons and themes"),
        _months(policy.retention_answers_months),
        _("erased; what was never counted is counted as not used"),
    )
    yield (_("The leaver's own pages and private address"), _days(policy.portal_days), _("closed, and emptied"))
    yield (_("Published figures"), _("without end"), _("they do not change, also when answers are erased"))


def _months(count: int) -> str:
    return ngettext("{count} month", "{count} months", count).format(count=count)


def _days(count: int) -> str:
    return ngettext("{count} day", "{count} days", count).format(count=count)
