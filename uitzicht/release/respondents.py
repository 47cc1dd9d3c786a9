"""Who answered and has left, and who left: public inside HR, so a page may ask. Opens nothing that was said.

One person is one respondent, however many ways they answered: in a conversation, alone, or both.
"""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import date, timedelta
from uuid import UUID

from uitzicht.departures.models import Departure
from uitzicht.departures.vocabulary import Stage
from uitzicht.followups.models import FollowUp
from uitzicht.history.models import PastExit
from uitzicht.interviews.models import Interview, InterviewStatus, SummaryShare
from uitzicht.portal.models import HandedIn
from uitzicht.privacy.clocks import months_after
from uitzicht.privacy.models import AuditEntry
from uitzicht.privacy.policies import policy_in_force
from uitzicht.privacy.sheets import month_end_until
from uitzicht.release.models import Member
from uitzicht.release.rules import is_past_embargo, stratum_of, waits_for_conversation
from uitzicht.release.staff.tenure import SERVICE, tenure_at_exit
from uitzicht.release.vocabulary import Leaver, Respondent, Source, Stratum

NOT_GONE = (Stage.CANCELLED,)


def handle_of(source: Source, key: UUID) -> str:
    """How a respondent is called inside the release: ``interview:<id>``, ``own:<departure>``, ``follow_up:<departure>`` or
    ``exit:<id>``."""
    return f"{source}:{key}"


def key_of(handle: str, source: Source) -> UUID | None:
    """The id in a handle of this source; None for one of another source."""
    kind, _, key = handle.partition(":")
    return UUID(key) if kind == source else None


def new_respondents(released_on: date) -> list[Respondent]:
    """People who answered and are in no bundle yet."""
    closed = set(Member.objects.values_list("handle", flat=True))
    found = (
        *_of_conversations(released_on, closed),
        *_alone(released_on),
        *_of_follow_ups(released_on),
        *_of_history(released_on),
    )
    return list(_each_hiding_once(respondent for respondent in found if respondent.handle not in closed))


def _each_hiding_once(found: Iterable[Respondent]) -> Iterator[Respondent]:
    """Whoever was hired again and leaves a second time while the first answers wait is one person with two respondents:
    five of those in a bundle would be four people."""
    met: set[tuple[Stratum, UUID]] = set()
    for one in found:
        again = one.person is not None and (one.stratum, one.person) in met
        if one.person is not None:
            met.add((one.stratum, one.person))
        yield replace(one, known=True) if again else one


def leavers(released_on: date) -> Iterator[Leaver]:
    """Everybody who left before this day, answered or not."""
    departures = Departure.objects.filter(last_day_worked_on__lt=released_on).exclude(stage__in=NOT_GONE)
    rows = departures.values_list("unit_id", "kind", *SERVICE)
    tenure = tenure_at_exit()
    for unit, kind, *service in rows:
        yield Leaver(str(unit), kind, tenure(*service), service[-1])
    for past in PastExit.objects.only("unit_id", "kind", "tenure_band", "left_on").iterator():
        yield Leaver(str(past.unit_id), past.kind, past.tenure_band, past.left_on)


def _of_conversations(released_on: date, closed: set[str]) -> Iterator[Respondent]:
    coded = Interview.objects.filter(status=InterviewStatus.CODED).select_related("departure").order_by("pk")
    shown = _shown_to_somebody()
    for interview in coded:
        departure = interview.departure
        used_alone = handle_of(Source.OWN, departure.pk) in closed
        if not used_alone and is_past_embargo(departure.last_day_worked_on, released_on):
            handle = handle_of(Source.CONVERSATION, interview.pk)
            yield _respondent(handle, departure, known=handle in shown)


def _shown_to_somebody() -> set[str]:
    """Handles of conversations of which the leaver ever showed the summary: what was read stays known. A share goes with
    the notes; the trail keeps that there was one."""
    shares = SummaryShare.objects.values_list("interview", flat=True)
    traces = AuditEntry.objects.filter(action="summary.shared").values_list("subject", flat=True)
    return {handle_of(Source.CONVERSATION, pk) for pk in shares} | set(traces)


def _alone(released_on: date) -> Iterator[Respondent]:
    """Who handed in and has no conversation that counts; whose conversation is still to be processed waits for it."""
    kept_months = policy_in_force().retention_answers_months
    coded = Interview.objects.exclude(coded_at=None).values("departure")
    alone = HandedIn.objects.exclude(departure__in=coded).select_related("departure").order_by("departure_id")
    for departure in (handed_in.departure for handed_in in alone):
        kept = released_on <= month_end_until(months_after(departure.ends_on, kept_months))
        left_on = departure.last_day_worked_on
        due = not waits_for_conversation(Stage(departure.stage), left_on, released_on)
        if kept and due and is_past_embargo(left_on, released_on):
            yield _respondent(handle_of(Source.OWN, departure.pk), departure)


def _of_follow_ups(released_on: date) -> Iterator[Respondent]:
    answered = FollowUp.objects.filter(answered_on__lt=released_on).select_related("departure").order_by("departure_id")
    for follow_up in answered:
        assert follow_up.answered_on is not None
        yield Respondent(
            handle=handle_of(Source.FOLLOW_UP, follow_up.departure_id),
            unit=str(follow_up.departure.unit_id),
            stratum=Stratum.FOLLOW_UP,
            historical=False,
            since=follow_up.answered_on + timedelta(days=1),
            person=follow_up.departure.person_id,
        )


def _of_history(released_on: date) -> Iterator[Respondent]:
    """``left_on`` is the last day that its precision allows; a survey without dates is history as a whole."""
    rows = PastExit.objects.order_by("id").values_list("id", "unit_id", "kind", "left_on")
    for past_id, unit, kind, left_on in rows:
        if left_on is None or is_past_embargo(left_on, released_on):
            handle = handle_of(Source.HISTORY, past_id)
            year = str(left_on.year) if left_on else ""
            yield Respondent(handle, str(unit), stratum_of(kind), historical=True, since=None, period=year)


def _respondent(handle: str, departure: Departure, *, known: bool = False) -> Respondent:
    return Respondent(
        handle=handle,
        unit=str(departure.unit_id),
        stratum=stratum_of(departure.kind),
        historical=False,
        since=departure.last_day_worked_on + timedelta(days=1),
        person=departure.person_id,
        known=known,
    )
