import pytest

from tests.interviews.setting import BRAM, NOON
from uitzicht.core.refusal import Refusal
from uitzicht.interviews import queries, services
from uitzicht.interviews.models import Interview
from uitzicht.interviews.rules import NewerText

ITEM = "content.variety"


def save(interview: Interview, text: str, revision: int, item: str = ITEM, **closed: object) -> int:
    values = {"notes": text, "score": None, "choice": None} | closed
    return services.save_answer(interview, item, **values, revision=revision, by=BRAM, at=NOON)


def test_an_answer_is_read_back_as_it_was_said(interview: Interview) -> None:
    first = save(interview, "Veel afwisseling.\n  In het begin.", 0)
    second = save(interview, "Veel afwisseling.\n  In het begin. “Later minder”", first)
    sheet = queries.read_sheet(interview)
    assert (first, second) == (1, 2)
    assert sheet.answers[ITEM] == {
        "notes": "Veel afwisseling.\n  In het begin. “Later minder”",
        "score": None,
        "choice": None,
        "marks": [],
    }
    assert sheet.revisions == {ITEM: 2}


def test_a_save_from_an_older_revision_is_refused_and_tells_what_is_newer(interview: Interview) -> None:
    save(interview, "one", 0)
    save(interview, "two", 1)
    with pytest.raises(NewerText) as refused:
        save(interview, "written in another window", 1)
    assert refused.value.code == "interview.newer_text"
    assert refused.value.revision == 2
    assert refused.value.current["notes"] == "two"
    assert queries.read_sheet(interview).answers[ITEM]["notes"] == "two"


def test_a_first_save_from_a_second_window_is_refused_too(interview: Interview) -> None:
    save(interview, "first window", 0)
    with pytest.raises(NewerText):
        save(interview, "second window", 0)
    assert queries.read_sheet(interview).answers[ITEM]["notes"] == "first window"


@pytest.mark.parametrize(
    ("item", "closed"),
    [
        ("content.satisfaction", {"score": 1}),
        ("content.satisfaction", {"score": 5}),
        ("content.change", {"choice": "improve"}),
        ("closing.recommend", {"score": 0}),
        ("closing.recommend", {"score": 10}),
        ("closing.recommend", {"score": None}),
    ],
)
def test_a_closed_item_takes_what_it_offers(interview: Interview, item: str, closed: dict[str, object]) -> None:
    save(interview, "", 0, item, **closed)
    assert queries.read_sheet(interview).answers[item].items() >= closed.items()


@pytest.mark.parametrize(
    ("item", "closed", "code"),
    [
        ("content.satisfaction", {"score": 6}, "interview.answer_not_offered"),
        ("content.satisfaction", {"score": 0}, "interview.answer_not_offered"),
        ("content.change", {"choice": "leave"}, "interview.answer_not_offered"),
        ("content.change", {"score": 1}, "interview.answer_not_offered"),
        ("closing.recommend", {"score": 11}, "interview.answer_not_offered"),
        ("content.variety", {"score": 3}, "interview.answer_not_offered"),
        ("content.weather", {}, "interview.unknown_question"),
    ],
)
def test_a_closed_item_refuses_what_it_does_not_offer(
    interview: Interview, item: str, closed: dict[str, object], code: str
) -> None:
    with pytest.raises(Refusal) as refused:
        save(interview, "", 0, item, **closed)
    assert refused.value.code == code


def test_reasons_keep_their_order_and_force(interview: Interview) -> None:
    ranked = [{"reason": "career.no_growth", "force": "push"}, {"reason": "commute.travel_time", "force": "personal"}]
    revision = services.save_reasons(interview, ranked, revision=0, by=BRAM, at=NOON)
    assert queries.read_sheet(interview).reasons == ranked
    with pytest.raises(NewerText) as refused:
        services.save_reasons(interview, [], revision=revision - 1, by=BRAM, at=NOON)
    assert refused.value.current == ranked


@pytest.mark.parametrize(
    ("ranked", "code"),
    [
        ([{"reason": r, "force": "push"} for r in ("a.a", "b.b", "c.c", "d.d")], "interview.reasons_ranking"),
        ([{"reason": "a.a", "force": "push"}, {"reason": "a.a", "force": "pull"}], "interview.reasons_ranking"),
        ([{"reason": "", "force": "push"}], "interview.reasons_ranking"),
        ([{"reason": "a.a", "force": ""}], "interview.reasons_force"),
    ],
)
def test_a_ranking_has_at_most_three_different_reasons_each_with_a_force(
    interview: Interview, ranked: list[dict[str, str]], code: str
) -> None:
    with pytest.raises(Refusal) as refused:
        services.save_reasons(interview, ranked, revision=0, by=BRAM, at=NOON)
    assert refused.value.code == code


def test_a_summary_is_never_written_over_a_newer_one(interview: Interview) -> None:
    services.save_summary(interview, "Sofie zocht een volgende stap.", revision=0, by=BRAM, at=NOON)
    with pytest.raises(NewerText) as refused:
        services.save_summary(interview, "older", revision=0, by=BRAM, at=NOON)
    assert refused.value.current == "Sofie zocht een volgende stap."
    assert queries.read_sheet(interview).summary == "Sofie zocht een volgende stap."


def test_a_page_with_one_conflict_saves_its_other_answers(interview: Interview) -> None:
    save(interview, "newer", 0)
    nothing = {"score": None, "choice": None, "marks": []}
    drafts = {ITEM: ({"notes": "older", **nothing}, 0), "content.learning": ({"notes": "kept", **nothing}, 0)}
    conflicts = services.save_answers(interview, drafts, by=BRAM, at=NOON)
    assert list(conflicts) == [ITEM]
    sheet = queries.read_sheet(interview)
    assert (sheet.answers[ITEM]["notes"], sheet.answers["content.learning"]["notes"]) == ("newer", "kept")
