"""Who left and did not answer, and whether the main reason stays first when every group counts for its part."""

from typing import Any

import pytest
from django.utils import translation

from tests.insight.documents import KADE, ROOT, TECHNIEK, TERMINAL, a_document, a_release
from uitzicht.core.statistics.response import post_stratified
from uitzicht.insight.figures import drawn
from uitzicht.insight.menu import select
from uitzicht.insight.missing import response_of, reweighted
from uitzicht.insight.published import Published
from uitzicht.insight.stories import STORIES, missing
from uitzicht.insight.stories.section import Reading, Section

Json = dict[str, Any]
EVEN = {
    "kind": {"resignation": 51, "retirement": 15, "dismissal": 7},
    "tenure": {"0-1": 17, "2-5": 39, "10+": 17},
    "unit": {ROOT: 73, TERMINAL: 34, KADE: 14, TECHNIEK: 26},
}
UNEVEN = EVEN | {"kind": {"resignation": 58, "retirement": 7, "dismissal": 8}}


def of(answered: Json, **changes: Any) -> Published:
    made = a_document(**changes)
    made["public"]["answered"] = answered
    return Published(a_release(made))


def told(published: Published, language: str = "en", units: frozenset[str] | None = None) -> dict[str, Section]:
    with translation.override(language):
        reading = Reading(published, select(published, "organisation", {}, units), language, units)
        return {section.key: section for section in STORIES["candour"].sections(reading)}


def test_a_group_that_answers_less_often_is_named() -> None:
    section = told(of(UNEVEN))["missing"]
    assert section.finding == (
        "Missing more often: “kind of departure: retirement”. Of these 18 leavers 7 answered (39%), of all leavers 85%."
    )
    assert "Groups compared: 8." in section.more[0]


def test_no_group_is_named_when_none_is_shown_to_differ() -> None:
    assert told(of(EVEN))["missing"].finding.startswith("No group is shown to answer less often than the others.")


def test_all_groups_of_all_parts_are_corrected_together() -> None:
    groups = response_of(of(UNEVEN))
    assert [group.part for group in groups] == ["kind"] * 3 + ["tenure"] * 3 + ["unit"] * 2
    assert [group.response.group for group in groups if group.differs] == ["resignation", "retirement"]


def test_when_everybody_answered_nobody_is_missing() -> None:
    public = a_document()["public"]
    everybody = {part: public["who_left"][part] for part in ("kind", "tenure", "unit")}
    section = told(of(everybody, public=public | {"respondents": 86}))["missing"]
    assert section.finding == "Everybody who left answered: nobody is missing."


def test_few_leavers_are_too_few_to_conclude() -> None:
    public = a_document()["public"] | {"leavers": 9, "respondents": 6}
    assert told(of(EVEN, public=public))["missing"].finding.startswith("Too few to conclude about “who is missing”")


def test_the_main_reason_is_weighted_by_kind_from_displayed_figures() -> None:
    by_kind, *_ = reweighted(of(UNEVEN), "career")
    known = post_stratified(
        {"resignation": 20, "other": 7}, {"resignation": 48, "other": 16}, {"resignation": 60, "other": 26}
    )
    assert by_kind.part == "kind"
    assert by_kind.low == by_kind.high == pytest.approx(known.share)
    assert by_kind.effective_n == pytest.approx(known.effective_n)
    section = told(of(UNEVEN))["weighted"]
    assert section.finding == "“career” stays first: 42% when weighted by kind of departure, 42% as answered."
    assert "as certain as 63 unweighted ones" in section.more[0]


def test_a_band_makes_a_weighted_share_a_range() -> None:
    made = a_document()
    made["cells"]["main_reason"][f"{ROOT}:other"]["items"] = ["4..7", 5, 4]
    made["public"]["answered"] = UNEVEN
    by_kind, *_ = reweighted(Published(a_release(made)), "career")
    assert by_kind.low < by_kind.high


def test_another_reason_may_come_first_when_weighted() -> None:
    made = a_document()
    made["cells"]["main_reason"][f"{ROOT}:other"] = {"base": 6, "items": [0, 1, 5]}
    made["public"]["answered"] = UNEVEN
    assert told(Published(a_release(made)))["weighted"].finding == (
        "“career” does not stay first: weighted by kind of departure, “terms of employment” comes before it."
    )


def test_a_group_without_displayed_answers_is_not_weighted() -> None:
    assert [one.part for one in reweighted(of(UNEVEN), "career")] == ["kind"]  # Techniek shows no other departures


def test_a_leader_does_not_see_the_response_of_the_organisation() -> None:
    assert "missing" not in told(of(UNEVEN), units=frozenset({TERMINAL, KADE}))


def test_a_release_that_does_not_know_who_answered_says_nothing() -> None:
    published = Published(a_release())
    assert "missing" not in told(published)
    assert drawn("response", published, select(published, "organisation", {}, None), "en").groups == ()


def test_the_download_has_leavers_and_who_of_them_answered() -> None:
    published = of(UNEVEN)
    groups = drawn("response", published, select(published, "organisation", {}, None), "en").groups
    found = {group.question: group.to_json() for group in groups}["response.kind.retirement"]
    assert (found["base"], found["items"][0]["count"], found["items"][0]["share"]) == (18, 7, 0.3889)


@pytest.mark.parametrize("language", ["nl", "fr", "de"])
def test_every_language_says_it(language: str) -> None:
    published = of(UNEVEN)
    with translation.override(language):
        reading = Reading(published, select(published, "organisation", {}, None), language)
        texts = [" ".join((one.question, one.about, one.finding, *one.more)) for one in missing.sections(reading)]
    text = " ".join(texts)
    assert "{" not in text
    assert "answered" not in text
    assert len(texts) == 2
