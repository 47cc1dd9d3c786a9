"""From records to facts: everybody who answered and whose last day worked has passed, and everybody who left.

The only place on the way to the figures that reads conversations. It runs in the release job, never for a page.
"""

from collections.abc import Iterator
from datetime import date

from uitzicht.coding.queries import coded_themes
from uitzicht.departures.models import Departure
from uitzicht.departures.vocabulary import Stage
from uitzicht.history.models import PastExit
from uitzicht.history.queries import past_exits
from uitzicht.history.queries import questions as history_questions
from uitzicht.interviews.models import Interview, InterviewStatus
from uitzicht.interviews.queries import read_sheet
from uitzicht.people.rules import tenure_band
from uitzicht.release.models import Member
from uitzicht.release.questions import conversation_answers, conversation_questions, labelled, merged
from uitzicht.release.rules import is_past_embargo, stratum_of
from uitzicht.release.vocabulary import Described, Fact, Leaver

NOT_GONE = (Stage.CANCELLED,)


def new_facts(released_on: date) -> list[Fact]:
    """Facts of people who are in no bundle yet."""
    closed = set(Member.objects.values_list("handle", flat=True))
    return [fact for fact in (*_of_conversations(released_on, closed), *_of_history(closed))]


def respondents(released_on: date) -> int:
    """How many people have answered so far, in a bundle or waiting."""
    waiting = Interview.objects.filter(
        status=InterviewStatus.CODED, departure__last_day_worked_on__lt=released_on
    ).count()
    return waiting + PastExit.objects.count()


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
    return [labelled(question) for question in merged(*sources)]


def leavers(released_on: date) -> Iterator[Leaver]:
    """Everybody who left before this day, answered or not. Public inside HR."""
    departures = Departure.objects.filter(last_day_worked_on__lt=released_on).exclude(stage__in=NOT_GONE)
    rows = departures.values_list("unit_id", "kind", "last_day_worked_on", "person__started_on")
    for unit, kind, left_on, started_on in rows:
        yield Leaver(str(unit), kind, tenure_band(started_on, left_on), left_on)
    for unit, kind, tenure, left_on in PastExit.objects.values_list("unit_id", "kind", "tenure_band", "left_on"):
        yield Leaver(str(unit), kind, tenure, left_on)


def _of_conversations(released_on: date, closed: set[str]) -> Iterator[Fact]:
    coded = Interview.objects.filter(status=InterviewStatus.CODED).select_related("departure")
    for interview in coded.prefetch_related("answers", "coded_answers"):
        departure, handle = interview.departure, f"interview:{interview.pk}"
        if handle in closed or not is_past_embargo(departure.last_day_worked_on, released_on):
            continue
        yield Fact(
            handle=handle,
            unit=str(departure.unit_id),
            stratum=stratum_of(departure.kind),
            historical=False,
            answers=conversation_answers(read_sheet(interview), coded_themes(interview)),
        )


def _of_history(closed: set[str]) -> Iterator[Fact]:
    for past in past_exits():
        handle = f"exit:{past.id}"
        if handle not in closed:
            yield Fact(handle, str(past.unit_id), stratum_of(past.kind), historical=True, answers=past.answers)
