"""What leavers are promised and may decide, and what has to be talked over with whom."""

from collections.abc import Iterator

from django.utils.translation import gettext as _

from uitzicht.privacy.models import Policy
from uitzicht.reports.definition import Text


def promise(policy: Policy) -> Text:
    """The promise of the leaver's own pages, told about them instead of to them: from the same settings."""
    return Text(_("What leavers are promised, and may decide"), tuple(_promise(policy)))


def _promise(policy: Policy) -> Iterator[str]:
    yield _(
        "Each leaver reads, before answering, who reads what, in which form, from when and until when. That text is generated"
        " from the same settings as this dossier; nobody edits it."
    )
    yield _(
        "The interviewer has no tie to the leaver: not the same team, not above or below in the line, now or in the last two"
        " years. The manager is not present and is not told what was said."
    )
    yield _(
        "A leaver may decline, skip a question, correct the summary, decide who reads it, take a copy of everything, and"
        " have everything erased. Erased answers count in no later figure; published figures do not change."
    )
    if policy.guardian_contact:
        yield _("Questions go to the privacy guardian: {contact}.").format(contact=policy.guardian_contact)
    else:
        yield _("No contact of the privacy guardian is filled in yet; leavers need one.")
    if policy.confidant_contact:
        yield _("For serious matters interviewers point to: {contact}.").format(contact=policy.confidant_contact)


def consultation() -> Text:
    return Text(
        _("Consultation"),
        (
            _(
                "In the Netherlands the works council's consent is needed for this kind of arrangement: works councils act,"
                " article 27(1)(k) and (l)."
            ),
            _(
                "In Belgium the five areas of work are the five sources of psychosocial risks that the risk analysis looks"
                " at, with turnover as one of its indicators. The dossier on psychosocial risks is made for that."
            ),
            _(
                "Which legal ground the organisation relies on to process the data is for the organisation to decide and to"
                " record. This dossier gives the facts for it; it is no legal advice."
            ),
        ),
    )
