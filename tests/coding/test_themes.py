import pytest
from cryptography.exceptions import InvalidTag
from django.db import connection

from tests.interviews.setting import BRAM, NOON
from uitzicht.coding import queries, services
from uitzicht.coding.models import CodedAnswer
from uitzicht.core.refusal import Refusal
from uitzicht.departures.vocabulary import Stage
from uitzicht.interviews.models import Interview
from uitzicht.privacy.models import AuditEntry

VARIETY = {"theme": "content.variety", "sentiment": "positive"}
CAREER = {"theme": "career", "sentiment": "negative"}


def test_an_answer_gets_themes_and_may_get_others_later(finished: Interview) -> None:
    services.code_answer(finished, "content.variety", [VARIETY, CAREER], by=BRAM, at=NOON)
    assert queries.coded_themes(finished) == {"content.variety": [VARIETY, CAREER]}
    services.code_answer(finished, "content.variety", [], by=BRAM, at=NOON)
    assert queries.coded_themes(finished) == {"content.variety": []}


@pytest.mark.parametrize(
    ("item", "themes", "code"),
    [
        ("content.variety", [{"theme": "content.weather", "sentiment": "positive"}], "coding.unknown_theme"),
        ("content.variety", [VARIETY, VARIETY], "coding.unknown_theme"),
        ("content.variety", [{"theme": "content.variety", "sentiment": "angry"}], "coding.unknown_sentiment"),
        ("content.weather", [VARIETY], "interview.unknown_question"),
    ],
)
def test_only_themes_of_the_codebook_are_taken(
    finished: Interview, item: str, themes: list[services.CodedTheme], code: str
) -> None:
    with pytest.raises(Refusal) as refused:
        services.code_answer(finished, item, themes, by=BRAM, at=NOON)
    assert refused.value.code == code
    assert not CodedAnswer.objects.exists()


def test_coding_begins_after_the_talk(interview: Interview) -> None:
    for change in (
        lambda: services.code_answer(interview, "content.variety", [VARIETY], by=BRAM, at=NOON),
        lambda: services.finish_coding(interview, by=BRAM, at=NOON),
    ):
        with pytest.raises(Refusal) as refused:
            change()
        assert refused.value.code == "interview.not_finished"


def test_finishing_moves_the_departure_to_coded_and_fixes_the_themes(finished: Interview) -> None:
    services.finish_coding(finished, by=BRAM, at=NOON)
    finished.refresh_from_db()
    finished.departure.refresh_from_db()
    assert (finished.status, finished.coded_at, finished.departure.stage) == ("coded", NOON, Stage.CODED)
    with pytest.raises(Refusal) as refused:
        services.code_answer(finished, "content.variety", [VARIETY], by=BRAM, at=NOON)
    assert refused.value.code == "interview.coded"


def test_themes_from_another_window_come_too_late_after_the_end(finished: Interview) -> None:
    stale = Interview.objects.select_related("version", "departure").get(pk=finished.pk)
    services.finish_coding(finished, by=BRAM, at=NOON)
    with pytest.raises(Refusal) as refused:
        services.code_answer(stale, "content.variety", [VARIETY], by=BRAM, at=NOON)
    assert refused.value.code == "interview.coded"
    assert not CodedAnswer.objects.exists()


def test_themes_are_sealed_at_rest_and_bound_to_their_question(finished: Interview) -> None:
    services.code_answer(finished, "content.variety", [VARIETY], by=BRAM, at=NOON)
    services.code_answer(finished, "leaving.led_to", [CAREER], by=BRAM, at=NOON)
    with connection.cursor() as cursor:
        cursor.execute("SELECT sealed FROM coding_codedanswer")
        assert all(b"positive" not in bytes(sealed) for (sealed,) in cursor.fetchall())
    moved = CodedAnswer.objects.get(item_key="content.variety").sealed
    CodedAnswer.objects.filter(item_key="leaving.led_to").update(sealed=moved)
    with pytest.raises(InvalidTag):
        queries.coded_themes(finished)


def test_the_trail_tells_that_somebody_coded_never_what(finished: Interview) -> None:
    services.code_answer(finished, "content.variety", [VARIETY], by=BRAM, at=NOON)
    lines = AuditEntry.objects.filter(action="interview.answer_coded")
    assert [(line.subject, line.detail) for line in lines] == [(f"interview:{finished.pk}", {})]
