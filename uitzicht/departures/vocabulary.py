"""The words of a departure."""

from django.db.models import TextChoices
from django.utils.translation import pgettext_lazy


class Kind(TextChoices):
    """Who or what ended the contract."""

    RESIGNATION = "resignation", pgettext_lazy("kind of departure", "resignation")
    DISMISSAL = "dismissal", pgettext_lazy("kind of departure", "dismissal")
    MUTUAL_AGREEMENT = "mutual_agreement", pgettext_lazy("kind of departure", "mutual agreement")
    END_OF_FIXED_TERM = "end_of_fixed_term", pgettext_lazy("kind of departure", "end of fixed-term contract")
    RETIREMENT = "retirement", pgettext_lazy("kind of departure", "retirement")
    DEATH = "death", pgettext_lazy("kind of departure", "death")
    OTHER = "other", pgettext_lazy("kind of departure", "other departure")


VOLUNTARY = frozenset({Kind.RESIGNATION})
INVOLUNTARY = frozenset({Kind.DISMISSAL})


class Service(TextChoices):
    """How the notice reached the other side; the codes are those of ``core.calendar.notice``."""

    USUAL = "", pgettext_lazy("way of service", "the usual way")
    HANDED_OVER = "handed_over", pgettext_lazy("way of service", "handed over, signed for receipt")
    REGISTERED_LETTER = "registered_letter", pgettext_lazy("way of service", "registered letter")
    BAILIFF = "bailiff", pgettext_lazy("way of service", "by bailiff")


class EndReason(TextChoices):
    """Why a contract ends on another day than the law proposes. A choice and no text: nothing personal to write here."""

    NOT_ASKED = "", pgettext_lazy("reason for another end", "choose a reason")
    AGREED = "agreed", pgettext_lazy("reason for another end", "agreed between both sides")
    CONTRACT = "contract", pgettext_lazy("reason for another end", "contract or collective agreement")
    AT_ONCE = "at_once", pgettext_lazy("reason for another end", "ended at once, the notice is not worked")
    OTHER_LAW = "other_law", pgettext_lazy("reason for another end", "another rule of the law")


class Off(TextChoices):
    """Absences with dates; the codes are those of ``core.calendar.AbsenceKind``. Why a contract is suspended is not asked."""

    LEAVE = "leave", pgettext_lazy("absence", "leave")
    RECUP = "recup", pgettext_lazy("absence", "time off in lieu")
    REDUCTION = "reduction", pgettext_lazy("absence", "days off that shorten the working week")
    SUSPENDED = "suspended", pgettext_lazy("absence", "absent otherwise (illness too; the reason is not kept)")
    EXEMPT = "exempt", pgettext_lazy("absence", "released from work during the notice")


class Desirability(TextChoices):
    """Of the departure, never of the person; decided by rule before any answer is read."""

    UNDECIDED = "", pgettext_lazy("desirability", "not decided yet")
    DESIRED = "desired", pgettext_lazy("desirability", "desired")
    UNDESIRED = "undesired", pgettext_lazy("desirability", "undesired")


class Destination(TextChoices):
    UNKNOWN = "", pgettext_lazy("next step", "not known")
    SAME_SECTOR = "same_sector", pgettext_lazy("next step", "another organisation, same sector")
    OTHER_SECTOR = "other_sector", pgettext_lazy("next step", "another organisation, other sector")
    SELF_EMPLOYED = "self_employed", pgettext_lazy("next step", "self-employed")
    STUDY = "study", pgettext_lazy("next step", "study")
    NO_JOB = "no_job", pgettext_lazy("next step", "no job yet")
    RETIREMENT = "retirement", pgettext_lazy("next step", "retirement")
    ABROAD = "abroad", pgettext_lazy("next step", "abroad")


class Purpose(TextChoices):
    """What a leaver may agree to, each on its own."""

    FOLLOW_UP = "follow_up", pgettext_lazy("consent", "a follow-up months later")
    QUOTES = "quotes", pgettext_lazy("consent", "being asked about a quote")
    ALUMNI = "alumni", pgettext_lazy("consent", "staying in touch")


class Stage(TextChoices):
    """Where a departure stands; the order is the order of the journey."""

    REGISTERED = "registered", pgettext_lazy("stage", "registered")
    PLANNED = "planned", pgettext_lazy("stage", "planned")
    INVITED = "invited", pgettext_lazy("stage", "invited")
    PREPARED = "prepared", pgettext_lazy("stage", "prepared")
    HELD = "held", pgettext_lazy("stage", "held")
    CODED = "coded", pgettext_lazy("stage", "processed")
    RELEASED = "released", pgettext_lazy("stage", "released")
    DECLINED = "declined", pgettext_lazy("stage", "declined")
    CANCELLED = "cancelled", pgettext_lazy("stage", "cancelled")


BEFORE_THE_TALK = (Stage.REGISTERED, Stage.PLANNED, Stage.INVITED, Stage.PREPARED)

# The workflow as a table; a test proves that it names every stage.
# An appointment may move, be called off or be held from every stage that has one.
_WITH_APPOINTMENT = frozenset(
    {
        Stage.REGISTERED,
        Stage.PLANNED,
        Stage.INVITED,
        Stage.PREPARED,
        Stage.HELD,
        Stage.DECLINED,
        Stage.CANCELLED,
    }
)
NEXT: dict[Stage, frozenset[Stage]] = {
    Stage.REGISTERED: frozenset({Stage.PLANNED, Stage.DECLINED, Stage.CANCELLED}),
    Stage.PLANNED: _WITH_APPOINTMENT,
    Stage.INVITED: _WITH_APPOINTMENT,
    Stage.PREPARED: _WITH_APPOINTMENT,
    Stage.HELD: frozenset({Stage.CODED}),
    Stage.CODED: frozenset({Stage.RELEASED}),
    Stage.RELEASED: frozenset(),
    Stage.DECLINED: frozenset({Stage.PLANNED, Stage.CANCELLED}),
    Stage.CANCELLED: frozenset(),
}
