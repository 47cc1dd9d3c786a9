"""The self-check: each practice with its fact, what others do as context, and no score anywhere."""

from typing import Any

import pytest
from django.utils import translation

from tests.insight.documents import KADE, ROOT, a_release
from tests.insight.fields import a_field, practice
from uitzicht.core.refusal import Refusal
from uitzicht.insight.figures import drawn
from uitzicht.insight.measures.maturity import maturity
from uitzicht.insight.menu import Selection
from uitzicht.insight.published import Published
from uitzicht.insight.stories.maturity import sections
from uitzicht.insight.stories.section import Reading, Section
from uitzicht.insight.vocabulary import Kind, View


def told(
    document: dict[str, Any], unit: str = ROOT, language: str = "en", units: list[str] | None = None
) -> dict[str, Section]:
    selection = Selection(View.ORGANISATION, (unit,), Kind.ALL)
    with translation.override(language):
        found = sections(Reading(Published(a_release(document)), selection, language, units))
    return {section.key: section for section in found}


def with_practice(**changes: Any) -> dict[str, Any]:
    document = a_field()
    document["public"]["practice"] = practice(**changes)
    return document


def words(section: Section) -> str:
    return " ".join((section.about, section.finding, *section.more))


def test_each_practice_of_a_good_conversation_has_its_fact() -> None:
    found = told(a_field())
    assert list(found) == [
        "offered",
        "planned",
        "independent",
        "structured",
        "inclusion-asked",
        "follow-up",
        "registered",
        "per-group",
        "actions",
        "elsewhere",
    ]
    assert "52 were offered a conversation, 40 had one" in found["offered"].finding
    assert "30 of 40 conversations were held 4 to 10 days before" in found["planned"].finding
    assert "1 conversation was held on the last day worked" in words(found["planned"])
    assert found["independent"].finding.startswith("All 40 conversations")
    assert "36 of 40 are processed (90%)" in words(found["structured"])
    assert "38 of 40 conversations (95%)" in found["inclusion-asked"].finding
    assert "8 answered (40%)" in found["follow-up"].finding
    assert found["registered"].finding == "A reason is registered of 64 of 70 people in the figures (91%)."
    assert found["actions"].finding == "Not measured yet."


@pytest.mark.parametrize(
    ("changes", "key", "said"),
    [
        ({"leavers": 0, "offered": 0, "held": 0, "declined": 0}, "offered", "Nobody left in these twelve months"),
        ({"leavers": 1, "offered": 1}, "offered", "1 person left and could be asked: 1 was offered"),
        ({"held": 1, "independent": 1}, "independent", "1 conversation was held by somebody without a tie"),
        ({"held": 1, "structured": 1}, "structured", "1 conversation followed the questionnaire"),
        ({"interviewers": 1}, "independent", "1 interviewer held them."),
        ({"when": {"earlier": 0, "week": 38, "later": 2, "last_day": 0}}, "planned", "Nobody had to talk on the last"),
        ({"when": {"earlier": 0, "week": 8, "later": 2, "last_day": 30}}, "planned", "30 conversations were held on"),
        ({"follow_up": {"asked": 0, "answered": 0}}, "follow-up", "Nobody was asked again"),
        ({"follow_up": {"asked": 1, "answered": 1}}, "follow-up", "1 person was asked again"),
    ],
)
def test_no_one_few_and_many_are_said_as_people_say_them(changes: dict[str, Any], key: str, said: str) -> None:
    assert said in words(told(with_practice(**changes))[key])


def test_without_a_conversation_nothing_is_said_of_how_they_were_held() -> None:
    found = told(with_practice(held=0))
    assert not {"planned", "independent", "structured", "inclusion-asked"} & set(found)


def test_a_release_from_before_has_no_facts_and_says_when_they_come() -> None:
    document = a_field()
    document["public"].pop("practice")
    found = told(document)
    assert "The next one has them" in found["maturity"].finding
    table = found["elsewhere"].table
    assert table is not None
    assert [row.cells[1] for row in table.rows] == ["yes", None, "not yet"]


def test_certified_breakdowns_are_named() -> None:
    document = a_field()
    document["cuts"] = [{"key": "gender", "labels": {"en": "gender"}, "values": [{"key": "woman", "labels": {}}]}]
    document["views"] = [
        {"cut": "gender", "value": "woman", "stratum": "resignation", "size": 40, "id": "v", "bundles": []}
    ]
    found = told(document)
    assert found["per-group"].finding == "Reasons are shown by gender."
    table = found["elsewhere"].table
    assert table is not None
    assert table.rows[2].cells[1] == "yes"


def test_a_reason_whose_base_is_not_shown_stays_unshown() -> None:
    document = a_field("<5")
    document["cells"]["main_reason"] = {}
    assert "Not shown" in told(document)["registered"].finding


def test_what_others_do_is_context_with_its_source_and_doubt() -> None:
    section = told(a_field())["elsewhere"]
    for part in ("55%", "15%", "10%", "van der Toorn", "Sources differ on the base", "context, not a score"):
        assert part in words(section)


def test_nothing_is_added_up_to_a_score() -> None:
    for section in told(a_field()).values():
        assert "out of 100" not in words(section)
        assert "points" not in words(section)


def test_who_reads_units_only_is_told_who_can_see_it() -> None:
    (section,) = told(a_field(), KADE, units=[KADE]).values()
    assert "HR and the privacy guardian can see it" in section.finding
    (section,) = told(a_field(), KADE).values()
    assert "Choose it" in section.finding


def test_the_download_holds_the_counts_of_the_page_and_only_for_the_whole() -> None:
    published = Published(a_release(a_field()))
    whole = drawn("maturity", published, Selection(View.ORGANISATION, (ROOT,), Kind.ALL), "en").to_json()["groups"]
    found = {(group["question"], item["key"]): item["count"] for group in whole for item in group["items"]}
    assert found["maturity.offered", "held"] == 40
    assert found["maturity.planned", "week"] == 30
    assert found["maturity.follow_up", "answered"] == 8
    assert found["maturity.reasons", "registered"] == 64
    assert all(item["interval"] is None for group in whole for item in group["items"])
    assert maturity(published, Selection(View.ORGANISATION, (KADE,), Kind.ALL), "en") == ()
    with pytest.raises(Refusal, match="not on the menu"):
        maturity(published, Selection(View.ORGANISATION, (ROOT,), Kind.OTHER), "en")


@pytest.mark.parametrize("language", ["nl", "fr", "de"])
def test_the_page_speaks_each_language(language: str) -> None:
    for section in told(a_field(), language=language).values():
        assert "{" not in words(section)
