"""An action keeps the sentence and the figure as they were read, and is refused for what the reader cannot read."""

import pytest

from tests.actions.cases import DUE_ON, KADE, PAY, ROOT, TECHNIEK, place, proposed
from tests.cast import Cast
from uitzicht.actions.findings import aims
from uitzicht.actions.findings.place import reading
from uitzicht.actions.models import Action
from uitzicht.core.refusal import Refusal
from uitzicht.insight.models import CostLine
from uitzicht.privacy.models import AuditEntry

Ids = dict[str, str]


def test_the_sentence_is_kept_in_four_languages(cast: Cast, ids: Ids) -> None:
    action = proposed(cast.hr_lead)
    assert set(action.finding) == {"nl", "fr", "en", "de"}
    assert action.finding["en"].startswith("Of the 64 people who answered, 25 named “no room to grow”")
    assert len(set(action.finding.values())) == 4


def test_the_figure_is_kept_with_its_base_and_the_release_it_comes_from(cast: Cast, ids: Ids) -> None:
    action = proposed(cast.hr_lead, where=place(unit=ids[TECHNIEK], kind="resignation"))
    assert (action.release, len(action.certificate), action.unit, action.kind) == (
        7,
        64,
        ids[TECHNIEK],
        "resignation",
    )
    assert action.before["base"] == 18
    assert action.before["count"] == 7
    assert action.before["unit"] == "Techniek"
    assert action.before["labels"]["nl"][0] == "genoemde redenen"
    assert (action.measure, action.question, action.item) == ("reasons", "reasons", "terms.pay")


def test_a_banded_figure_stays_a_band(cast: Cast, ids: Ids) -> None:
    action = proposed(
        cast.hr_lead, where=place(unit=ids[KADE], kind="resignation"), aim="reasons|reasons|career.no_growth"
    )
    assert action.before["band"] == ">9"
    assert "count" not in action.before
    assert action.before["share"] is None


def test_turnover_of_the_unit_can_be_aimed_at_from_any_finding(cast: Cast, ids: Ids) -> None:
    action = proposed(cast.hr_lead, where=place(kind="resignation"), aim="turnover|turnover.2025|all")
    assert (action.measure, action.kind, action.finding_kind) == ("turnover", "all", "resignation")
    assert action.before["count"] == 1776


@pytest.mark.parametrize(
    "wrong",
    [{"section": "no-such"}, {"story": "no-such"}, {"release": "8"}, {"release": "x"}, {"unit": "9999"}],
)
def test_what_does_not_stand_in_the_release_is_refused(cast: Cast, ids: Ids, wrong: dict[str, str]) -> None:
    with pytest.raises(Refusal):
        proposed(cast.hr_lead, where=place(**wrong))
    assert not Action.objects.exists()


def test_a_figure_that_the_section_does_not_show_is_refused(cast: Cast, ids: Ids) -> None:
    with pytest.raises(Refusal, match="does not stand in the release"):
        proposed(cast.hr_lead, aim="recommend|recommend|high")


def test_a_manager_makes_actions_of_their_own_unit_only(cast: Cast, ids: Ids) -> None:
    own = {ids[KADE]}
    where = place(unit=ids[KADE], kind="resignation")
    assert proposed(cast.leader, where=where, units=own).owner == cast.leader
    with pytest.raises(Refusal):
        proposed(cast.leader, where=place(unit=ids[TECHNIEK], kind="resignation"), units=own)
    with pytest.raises(Refusal):
        proposed(cast.leader, where=place(unit=ids[ROOT]), units=own)


def test_the_finding_is_not_handed_to_who_may_not_read_it(cast: Cast, ids: Ids) -> None:
    with pytest.raises(Refusal, match="does not read the figures"):
        proposed(cast.leader, where=place(unit=ids[TECHNIEK], kind="resignation"))
    with pytest.raises(Refusal, match="does not read the figures"):
        proposed(cast.guardian)


def test_steps_and_the_trail_are_written_without_content(cast: Cast, ids: Ids) -> None:
    action = proposed(cast.hr_lead, steps=["Compare pay", "Decide"], cost=12000)
    assert [step.text for step in action.steps.all()] == ["Compare pay", "Decide"]
    line = AuditEntry.objects.get(action="action.proposed")
    assert line.subject == f"action:{action.pk}"
    assert line.detail == {"release": 7, "story": "reasons"}
    assert action.due_on == DUE_ON
    assert not CostLine.objects.exists()


def test_the_usual_aim_is_what_the_sentence_is_about(cast: Cast, ids: Ids) -> None:
    firsts = {
        ("reasons", "reasons"): ("reasons|reasons|career.no_growth", "down"),
        ("experience", "experience"): ("experience|satisfaction.terms|mean", "up"),
        ("experience", "change"): ("change|change.content|improve", "down"),
        ("recommend", "recommend"): ("recommend|recommend|high", "up"),
        ("turnover", "turnover"): ("turnover|turnover.2025|all", "down"),
        ("turnover", "stability"): ("turnover|stability.2025|still_here", "up"),
    }
    for (story, section), wanted in firsts.items():
        where = place(story=story, section=section)
        first = aims.aims(where, reading(where, None, "en"))[0]
        assert (first.key, first.direction) == wanted


def test_the_key_of_an_aim_finds_it_again(cast: Cast, ids: Ids) -> None:
    found = reading(place(), None, "en")
    aim = aims.chosen(place(), found, PAY)
    assert aim is not None
    assert aim.label == "Reasons named: the pay here"
