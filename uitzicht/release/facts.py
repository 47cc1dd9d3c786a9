"""From records to facts: everybody who answered and whose last day worked has passed, and everybody who left.

Who answered is public inside HR and may be asked for a page. What they answered is read in ``answers_of`` only, the one
place on the way to the figures that opens conversations; it runs in the release job, never for a page.
"""

from collections.abc import Collection, Iterator, Mapping
from datetime import date, timedelta
from typing import Any
from uuid import UUID

from django.db.models import QuerySet

from uitzicht.coding.queries import coded_themes
from uitzicht.departures.models import Departure
from uitzicht.departures.vocabulary import Stage
from uitzicht.history.models import PastExit
from uitzicht.history.queries import past_exits
from uitzicht.history.queries import questions as history_questions
from uitzicht.interviews.models import Interview, InterviewStatus
from uitzicht.interviews.queries import read_sheet
from uitzicht.people.rules import tenure_band
from uitzicht.release import queries
from uitzicht.release.models import Member
from uitzicht.release.questions import continued, conversation_answers, conversation_questions, labelled, merged
from uitzicht.release.rules import is_past_embargo, stratum_of
from uitzicht.release.vocabulary import Described, Leaver, Respondent

NOT_GONE = (Stage.CANCELLED,)


def new_respondents(released_on: date) -> list[Respondent]:
    """People who answered and are in no bundle yet. Opens nothing."""
    closed = set(Member.objects.values_list("handle", flat=True))
    found = (*_of_conversations(released_on), *_of_history(released_on))
    return [respondent for respondent in found if respondent.handle not in closed]


def answers_of(handles: Collection[str]) -> dict[str, Mapping[str, Any]]:
    """Answers by handle, for the release job only: a person's answers by question key. Opens these sheets, no others."""
    answers: dict[str, Mapping[str, Any]] = {}
    for interview in _coded():
        if (handle := _conversation(interview)) in handles:
            answers[handle] = conversation_answers(read_sheet(interview), coded_themes(interview))
    if any(handle.startswith("exit:") for handle in handles):
        answers |= {_exit(past.id): past.answers for past in past_exits() if _exit(past.id) in handles}
    return answers


def published_questions(handles: set[str]) -> list[Described]:
    """The questions that the sources of these people ask: which are published depends on who answered, not on what."""
    sources: list[list[Described]] = []
    if any(handle.startswith("interview:") for handle in handles):
        sources.append(conversation_questions())
    if any(handle.startswith("exit:") for handle in handles):
        sources.append(
            [
                Described(
                    q["key"], q["type"], tuple(q["items"]), q["measure"], q["area"], q["labels"], q["item_labels"]
                )
                for q in history_questions()
            ]
        )
    latest = queries.latest()
    published = latest.document["questions"] if latest else []
    return continued([labelled(question) for question in merged(*sources)], published)


def leavers(released_on: date) -> Iterator[Leaver]:
    """Everybody who left before this day, answered or not. Public inside HR."""
    departures = Departure.objects.filter(last_day_worked_on__lt=released_on).exclude(stage__in=NOT_GONE)
    rows = departures.values_list("unit_id", "kind", "last_day_worked_on", "person__started_on")
    for unit, kind, left_on, started_on in rows:
        yield Leaver(str(unit), kind, tenure_band(started_on, left_on), left_on)
    for past in PastExit.objects.only("unit_id", "kind", "tenure_band", "left_on").iterator():
        yield Leaver(str(past.unit_id), past.kind, past.tenure_band, past.left_on)


def _of_conversations(released_on: date) -> Iterator[Respondent]:
    for interview in _coded():
        departure = interview.departure
        if is_past_embargo(departure.last_day_worked_on, released_on):
            yield Respondent(
                handle=_conversation(interview),
                unit=str(departure.unit_id),
                stratum=stratum_of(departure.kind),
                historical=False,
                since=departure.last_day_worked_on + timedelta(days=1),
            )


def _of_history(released_on: date) -> Iterator[Respondent]:
    """``left_on`` is the last day that its precision allows; a survey without dates is history as a whole."""
    rows = PastExit.objects.order_by("id").values_list("id", "unit_id", "kind", "left_on")
    for past_id, unit, kind, left_on in rows:
        if left_on is None or is_past_embargo(left_on, released_on):
            yield Respondent(_exit(past_id), str(unit), stratum_of(kind), historical=True, since=None)


def _coded() -> QuerySet[Interview]:
    return Interview.objects.filter(status=InterviewStatus.CODED).select_related("departure").order_by("pk")


def _conversation(interview: Interview) -> str:
    return f"interview:{interview.pk}"


def _exit(past_id: UUID) -> str:
    return f"exit:{past_id}"
