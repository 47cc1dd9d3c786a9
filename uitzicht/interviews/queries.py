"""The one door to conversations, and what a sheet holds once it is opened."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from functools import lru_cache

from django.db.models import Case, CharField, IntegerField, Q, QuerySet, Value, When

from uitzicht.departures.models import Departure
from uitzicht.departures.vocabulary import Stage
from uitzicht.interviews import sealing
from uitzicht.interviews.models import Interview, InterviewStatus
from uitzicht.interviews.readers import readers_for as readers_for
from uitzicht.interviews.readers import shared_with as shared_with
from uitzicht.interviews.readers import standing_shares as standing_shares
from uitzicht.interviews.rules import NOTHING, GivenAnswer, ItemShape, Reason
from uitzicht.interviews.vocabulary import Step
from uitzicht.people.models import User
from uitzicht.planning.models import Appointment
from uitzicht.questionnaires.models import Item, QuestionnaireVersion
from uitzicht.questionnaires.queries import Question, items_of
from uitzicht.questionnaires.rules import audience_of


@dataclass(frozen=True, slots=True)
class Sheet:
    """A conversation in the clear. ``answers`` and ``revisions`` by item key; ``reasons``: the main one first."""

    answers: dict[str, GivenAnswer]
    revisions: dict[str, int]
    reasons: list[Reason]
    summary: str


def visible_to(user: User) -> QuerySet[Interview]:
    """The conversations of this interviewer; nobody opens those of somebody else."""
    return Interview.objects.filter(interviewer=user).select_related(
        "departure__person", "departure__position", "version"
    )


def read_sheet(interview: Interview) -> Sheet:
    """Decrypt the whole sheet, for services and the release job; a page calls ``services.open_sheet``, which leaves a
    line in the audit trail. One query."""
    key = sealing.data_key(interview)
    rows = list(interview.answers.all())
    reasons, summary = interview.sealed_reasons, interview.sealed_summary
    return Sheet(
        answers={
            row.item_key: NOTHING | sealing.unseal(interview, row.sealed, kind="answer", item_key=row.item_key, key=key)
            for row in rows
        },
        revisions={row.item_key: row.revision for row in rows},
        reasons=[] if reasons is None else sealing.unseal(interview, reasons, kind="reasons", key=key),
        summary="" if summary is None else sealing.unseal(interview, summary, kind="summary", key=key),
    )


@dataclass(frozen=True, slots=True)
class SummaryText:
    """A summary with what the leaver says beside it; "" is none."""

    text: str
    correction: str


def read_summary(interview: Interview) -> SummaryText:
    """Decrypt summary and correction. No query; a page calls a service that leaves a line in the audit trail."""
    key = sealing.data_key(interview)
    summary, correction = interview.sealed_summary, interview.sealed_correction
    return SummaryText(
        text="" if summary is None else sealing.unseal(interview, summary, kind="summary", key=key),
        correction="" if correction is None else sealing.unseal(interview, correction, kind="correction", key=key),
    )


def read_preparation(interview: Interview) -> dict[str, GivenAnswer]:
    """What the leaver lets the interviewer read beforehand, by item key. No query."""
    sealed = interview.sealed_preparation
    return {} if sealed is None else sealing.unseal(interview, sealed, kind="preparation")


def interview_of(departure: Departure) -> Interview | None:
    """The conversation of this departure, in whatever state."""
    return Interview.objects.filter(departure=departure).select_related("departure__person", "interviewer").first()


def summaries_to_send(user: User) -> QuerySet[Interview]:
    """Conversations of this interviewer that are over while the leaver has no summary to confirm yet, oldest first."""
    over = visible_to(user).filter(status__in=(InterviewStatus.FINISHED, InterviewStatus.CODED), notes_erased_on=None)
    return over.filter(summary_sent_at=None, summary_confirmed_at=None).order_by("finished_at")


def summary_state(departure: Departure, *, on: date) -> str:
    """Where the summary of this departure stands, in words for HR; "" before the talk is over."""
    interview = interview_of(departure)
    if interview is None or interview.finished_at is None:
        return ""
    return str(interview.summary_state_for_hr(on).label)


def asked_of(interview: Interview, language: str) -> tuple[Question, ...]:
    """The questions of this conversation in one language, as they are worded for people who leave in this way. One query,
    when the departure comes with its position."""
    return items_of(interview.version, language, audience_behind(interview.departure))


def audience_behind(departure: Departure) -> str:
    """For whom the questions are worded when somebody leaves in this way."""
    return audience_of(departure.kind, departure.position.contract if departure.position else "")


def item_shapes(version: QuestionnaireVersion) -> Mapping[str, ItemShape]:
    """By item key. No query after the first time: a published version never changes."""
    return _shapes(version.digest, version.pk)


@lru_cache(maxsize=8)
def _shapes(digest: str, version_id: int) -> Mapping[str, ItemShape]:
    items = Item.objects.filter(version_id=version_id).values_list("key", "part", "type", "choices")
    return {key: ItemShape(part, kind, tuple(choices)) for key, part, kind, choices in items}


def conversations_of(user: User, *, search: str = "", step: str = "", sort: str = "step") -> QuerySet[Appointment]:
    """The appointments of this interviewer with the ``step`` each conversation is at (``vocabulary.Step``), for the
    list. ``sort``: "step" (what asks for work first), "when" or "name", with "-" for the other way round."""
    own = Q(interviewer=user) | Q(departure__interview__interviewer=user)
    dropped = Q(departure__interview__started_at=None) & (
        Q(cancelled_at__isnull=False) | Q(departure__stage__in=_NO_TALK)
    )
    found = Appointment.objects.filter(own).exclude(dropped).annotate(step=_STEP, urgency=_URGENCY)
    for word in search.split():
        person = Q(departure__person__first_name__icontains=word) | Q(departure__person__last_name__icontains=word)
        found = found.filter(person | Q(departure__unit__name__icontains=word))
    if step:
        found = found.filter(step=step)
    order = _SORTS.get(sort.removeprefix("-"), _SORTS["step"])
    found = found.select_related("departure__person", "departure__unit", "departure__interview").order_by(*order, "pk")
    return found.reverse() if sort.startswith("-") else found


def own_appointments(user: User) -> QuerySet[Appointment]:
    """Appointments that this interviewer may prepare and hold."""
    planned = Appointment.objects.filter(interviewer=user, cancelled_at=None).exclude(departure__stage__in=_NO_TALK)
    return planned.select_related("departure__person", "departure__unit", "departure__interview", "interviewer")


_NO_TALK = (Stage.CANCELLED, Stage.DECLINED)
_INTERVIEW = "departure__interview__"
_STEP = Case(
    When(**{f"{_INTERVIEW}status": InterviewStatus.ERASED}, then=Value(Step.ERASED)),
    When(**{f"{_INTERVIEW}status": InterviewStatus.CODED}, then=Value(Step.DONE)),
    When(**{f"{_INTERVIEW}status": InterviewStatus.FINISHED}, then=Value(Step.TO_CODE)),
    When(**{f"{_INTERVIEW}started_at__isnull": False}, then=Value(Step.OPEN)),
    When(**{f"{_INTERVIEW}prepared_at__isnull": False}, then=Value(Step.PLANNED)),
    default=Value(Step.TO_PREPARE),
    output_field=CharField(),
)
_BY_URGENCY = (Step.OPEN, Step.TO_CODE, Step.TO_PREPARE, Step.PLANNED, Step.DONE, Step.ERASED)
_URGENCY = Case(
    *(When(step=step, then=Value(place)) for place, step in enumerate(_BY_URGENCY)), output_field=IntegerField()
)
_SORTS = {
    "step": ("urgency", "starts_at"),
    "when": ("starts_at",),
    "name": ("departure__person__last_name", "departure__person__first_name"),
}
