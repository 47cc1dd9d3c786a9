"""From records to facts: what the people of a bundle answered, by question of the release.

``answers_of`` is the one place on the way to the figures that opens what was said, in conversations and in sealed sheets;
it runs in the release job, never for a page. Who answered at all is ``respondents``.
"""

from collections.abc import Collection, Iterable, Mapping
from typing import Any
from uuid import UUID

from django.db.models import prefetch_related_objects

from uitzicht.coding.queries import coded_themes
from uitzicht.history.queries import past_exits
from uitzicht.history.queries import questions as history_questions
from uitzicht.interviews.models import Interview, InterviewStatus
from uitzicht.interviews.queries import read_sheet
from uitzicht.portal.models import HandedIn
from uitzicht.privacy.models import SheetSource
from uitzicht.privacy.release_key import open_sheets
from uitzicht.release import queries
from uitzicht.release.cards import card_answers, card_questions
from uitzicht.release.cuts import VIEW_QUESTIONS
from uitzicht.release.follow_up import follow_up_answers, follow_up_questions
from uitzicht.release.questions import (
    continued,
    conversation_questions,
    given_answers,
    labelled,
    merged,
    with_own_answers,
)
from uitzicht.release.respondents import handle_of, key_of
from uitzicht.release.vocabulary import Described, Source

Answers = Mapping[str, Any]


def answers_of(handles: Collection[str]) -> dict[str, Answers]:
    """Answers by handle: a person's answers by question key. Opens these sheets, no others."""
    follow_ups = _keys(handles, Source.FOLLOW_UP)
    alone = _keys(handles, Source.OWN)
    talked = _conversations(_keys(handles, Source.CONVERSATION))
    before = _conversations_of(follow_ups)
    own = _own_sheets({*alone, *follow_ups, *(interview.departure_id for interview in talked)})
    answers: dict[str, Answers] = {handle_of(Source.OWN, key): own.get(key, {}) for key in alone}
    for interview in talked:
        handle = handle_of(Source.CONVERSATION, interview.pk)
        answers[handle] = with_own_answers(_said(interview), own.get(interview.departure_id, {}))
    later = _later_sheets() if follow_ups else {}
    for key in follow_ups:
        exit_answers = with_own_answers(_said(before[key]) if key in before else {}, own.get(key, {}))
        answers[handle_of(Source.FOLLOW_UP, key)] = follow_up_answers(later.get(key), exit_answers)
    if _keys(handles, Source.HISTORY):
        past = {handle_of(Source.HISTORY, one.id): one.answers for one in past_exits()}
        answers |= {handle: said for handle, said in past.items() if handle in handles}
    return answers | card_answers(handles)


def about_views(answers: Mapping[str, Answers]) -> dict[str, Answers]:
    """Only what views publish."""
    return {handle: {key: said[key] for key in VIEW_QUESTIONS if key in said} for handle, said in answers.items()}


def published_questions(handles: Iterable[str]) -> list[Described]:
    """The questions that the sources of these people ask: which are published depends on who answered, not on what."""
    asked = {handle.partition(":")[0] for handle in handles}
    sources: list[list[Described]] = []
    if asked & {Source.CONVERSATION, Source.OWN}:
        sources.append(conversation_questions())
    if Source.HISTORY in asked:
        sources.append(
            [
                Described(
                    q["key"], q["type"], tuple(q["items"]), q["measure"], q["area"], q["labels"], q["item_labels"]
                )
                for q in history_questions()
            ]
        )
    if Source.FOLLOW_UP in asked:
        sources.append(follow_up_questions())
    if Source.CARD in asked:
        sources.append(card_questions())
    latest = queries.latest()
    published = latest.document["questions"] if latest else []
    return continued([labelled(question) for question in merged(*sources)], published)


def _keys(handles: Collection[str], source: Source) -> set[UUID]:
    return {key for handle in handles if (key := key_of(handle, source))}


def _conversations(keys: set[UUID]) -> list[Interview]:
    coded = Interview.objects.filter(status=InterviewStatus.CODED).order_by("pk")
    return _with_sheets([interview for interview in coded if interview.pk in keys])


def _conversations_of(departures: set[UUID]) -> dict[UUID, Interview]:
    coded = Interview.objects.filter(status=InterviewStatus.CODED)
    found = _with_sheets([interview for interview in coded if interview.departure_id in departures])
    return {interview.departure_id: interview for interview in found}


def _with_sheets(interviews: list[Interview]) -> list[Interview]:
    """Two queries for the answers and codings of all of them, still sealed."""
    prefetch_related_objects(interviews, "answers", "coded_answers")
    return interviews


def _said(interview: Interview) -> Answers:
    sheet = read_sheet(interview)
    return given_answers(sheet.answers, sheet.reasons, coded_themes(interview))


def _own_sheets(departures: set[UUID]) -> dict[UUID, Answers]:
    """What these people handed in alone; who took it back since is not among them."""
    handed_in = set(HandedIn.objects.values_list("departure_id", flat=True)) & departures
    if not handed_in:
        return {}
    contents = {UUID(content["departure"]): content for _, content in open_sheets(SheetSource.OWN)}
    return {
        key: given_answers(content["answers"], content["reasons"], content["themes"])
        for key, content in contents.items()
        if key in handed_in
    }


def _later_sheets() -> dict[UUID, dict[str, Any]]:
    return {UUID(content["departure"]): content for _, content in open_sheets(SheetSource.FOLLOW_UP)}
