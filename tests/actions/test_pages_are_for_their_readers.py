"""Who reads which action, who works on it, and what the pages show of it."""

import csv
from collections.abc import Callable
from io import StringIO

import pytest
from django.test import Client
from django.urls import reverse
from pytest_django import DjangoAssertNumQueries

from tests.actions.cases import KADE, PAY, TECHNIEK, moved, place, proposed
from tests.cast import Cast
from uitzicht.actions import queries
from uitzicht.actions.models import Action
from uitzicht.actions.vocabulary import State
from uitzicht.privacy.models import AuditEntry

Ids = dict[str, str]
SignedIn = Callable[[str], Client]
NEW = "/actions/new/?release=7&story=reasons&section=reasons"
SAID = {"title": "Pay beside the market", "aim": PAY, "direction": "down", "due_on": "2030-06-01", "cost": "12.500"}


def _on(unit: str) -> dict[str, object]:
    return {"where": place(unit=unit, kind="resignation")}


def test_every_role_reads_what_it_may(cast: Cast, ids: Ids) -> None:
    of_all = proposed(cast.hr_lead)
    kade, techniek = proposed(cast.hr_lead, **_on(ids[KADE])), proposed(cast.hr_lead, **_on(ids[TECHNIEK]))
    areas = proposed(
        cast.hr_lead,
        where=place(story="psychosocial", section="areas"),
        aim="experience|satisfaction.terms|mean",
        direction="up",
    )
    handed = proposed(cast.leader, title="Handed by HR")
    everything = {of_all, kade, techniek, areas, handed}
    assert set(queries.visible_to(cast.hr_lead)) == everything
    assert set(queries.visible_to(cast.guardian)) == everything
    assert set(queries.visible_to(cast.leader)) == {kade, handed}
    assert set(queries.visible_to(cast.prevention)) == {areas}
    assert not queries.visible_to(cast.admin).exists()
    assert set(queries.workable_by(cast.leader)) == {handed}
    assert not queries.workable_by(cast.guardian).exists()


def test_a_manager_reads_an_action_of_their_unit_and_works_on_their_own_only(
    cast: Cast, ids: Ids, signed_in: SignedIn
) -> None:
    theirs = proposed(cast.hr_lead, **_on(ids[KADE]))
    leader = signed_in("leader")
    assert leader.get(reverse("action", args=[theirs.pk])).status_code == 200
    assert "Agree on this action" not in leader.get(reverse("action", args=[theirs.pk])).content.decode()
    for name in ("action_move", "action_note", "action_hand_over", "action_step_add"):
        assert leader.post(reverse(name, args=[theirs.pk]), {"to": "agreed", "note": "x"}).status_code == 404
    own = proposed(cast.leader, **_on(ids[KADE]))
    leader.post(reverse("action_move", args=[own.pk]), {"to": "agreed"})
    own.refresh_from_db()
    assert own.state == State.AGREED


def test_the_page_shows_the_finding_the_aim_and_the_log(cast: Cast, ids: Ids, signed_in: SignedIn) -> None:
    action = moved(proposed(cast.hr_lead, steps=["Compare pay"], cost=900), State.AGREED)
    page = signed_in("guardian").get(reverse("action", args=[action.pk])).content.decode()
    assert "Of the 64 people who answered, 25 named “no room to grow”" in page
    assert "Reasons named: the pay here" in page
    assert "should go down" in page
    assert "Compare pay" in page
    assert "From “proposed” to “agreed”, by Noor Verlinden." in page
    assert f"/insight/reasons/?release=7&amp;unit={action.unit}&amp;kind=all" in page
    assert "<form" not in page.split("<main", 1)[1].split("</main>")[0]


def test_a_new_action_is_proposed_from_a_finding(cast: Cast, ids: Ids, signed_in: SignedIn) -> None:
    hr = signed_in("hr_lead")
    page = hr.get(NEW).content.decode()
    assert "Fewer people who name “no room to grow”" in page
    assert 'data-direction="down"' in page
    answer = hr.post(NEW, SAID | {"owner": cast.leader.pk, "steps": "Compare pay\n\n Decide \n"})
    action = Action.objects.get()
    assert answer.url == reverse("action", args=[action.pk])
    assert (action.owner, action.cost, action.created_by) == (cast.leader, 12500, cast.hr_lead.signature)
    assert [step.text for step in action.steps.all()] == ["Compare pay", "Decide"]


def test_a_manager_proposes_for_themselves(cast: Cast, ids: Ids, signed_in: SignedIn) -> None:
    address = f"{NEW}&unit={ids[KADE]}&kind=resignation"
    leader = signed_in("leader")
    assert 'name="owner"' not in leader.get(address).content.decode()
    leader.post(address, SAID | {"aim": "reasons|reasons|career.no_growth", "owner": cast.hr_lead.pk})
    assert Action.objects.get().owner == cast.leader


def test_what_a_manager_may_not_read_is_refused(cast: Cast, ids: Ids, signed_in: SignedIn) -> None:
    answer = signed_in("leader").post(f"{NEW}&unit={ids[TECHNIEK]}", SAID)
    assert answer.status_code == 422
    assert not Action.objects.exists()


def test_a_finding_that_does_not_exist_is_refused(cast: Cast, ids: Ids, signed_in: SignedIn) -> None:
    page = signed_in("hr_lead").get("/actions/new/?release=7&story=reasons&section=none")
    assert page.status_code == 422


@pytest.mark.parametrize("who", ["hr_lead", "leader"])
def test_a_finding_of_insight_leads_to_an_action(ids: Ids, signed_in: SignedIn, who: str) -> None:
    page = signed_in(who).get("/insight/recommend/").content.decode()
    assert "/actions/new/?release=7&amp;story=recommend&amp;section=recommend" in page


def test_who_only_watches_finds_no_such_button(ids: Ids, signed_in: SignedIn) -> None:
    assert "/actions/new/" not in signed_in("guardian").get("/insight/recommend/").content.decode()


def test_the_list_is_searched_filtered_and_sorted_by_its_address(cast: Cast, ids: Ids, signed_in: SignedIn) -> None:
    proposed(cast.hr_lead, title="Alpha", **_on(ids[KADE]))
    proposed(cast.leader, title="Beta", due_on=proposed(cast.hr_lead, title="Gamma").due_on, steps=["Ask quotes"])
    moved(proposed(cast.hr_lead, title="Delta"), State.DROPPED)
    hr = signed_in("hr_lead")

    def shown(query: str) -> list[str]:
        page = hr.get(f"/actions/?{query}").content.decode()
        names = ("Alpha", "Beta", "Gamma", "Delta")
        return sorted((name for name in names if f">{name}</a>" in page), key=lambda name: page.index(f">{name}</a>"))

    assert shown("") == ["Alpha", "Beta", "Gamma"]
    assert shown("state=dropped") == ["Delta"]
    assert shown("state=all&sort=title") == ["Alpha", "Beta", "Delta", "Gamma"]
    assert shown("q=quotes") == ["Beta"]
    assert shown(f"owner={cast.leader.pk}") == ["Beta"]
    assert shown(f"unit={cast.terminal.pk}") == ["Alpha"]
    assert shown("story=experience") == []
    assert shown("owner=nobody&unit=x&state=strange&sort=strange&page=zz") == ["Alpha", "Beta", "Gamma"]


def test_the_file_holds_what_is_shown_and_is_written_down(cast: Cast, ids: Ids, signed_in: SignedIn) -> None:
    proposed(cast.hr_lead, title="=HYPERLINK(1)", steps=["One"])
    moved(proposed(cast.hr_lead, title="Dropped"), State.DROPPED)
    answer = signed_in("hr_lead").get("/actions/?format=csv")
    rows = list(csv.reader(StringIO(answer.content.decode("utf-8-sig"))))
    assert len(rows) == 2
    assert rows[1][0] == "'=HYPERLINK(1)"
    assert rows[1][1:3] == ["proposed", "Noor Verlinden"]
    assert AuditEntry.objects.get(action="action.exported").detail == {"count": 1}


def test_the_board_shows_open_states_and_moves_without_dragging(cast: Cast, ids: Ids, signed_in: SignedIn) -> None:
    action = proposed(cast.hr_lead)
    moved(proposed(cast.hr_lead, title="Dropped"), State.DROPPED)
    hr = signed_in("hr_lead")
    page = hr.get("/actions/?view=board").content.decode()
    assert page.count('class="card') == 1
    assert "dropped (1)" in page
    answer = hr.post(reverse("action_move", args=[action.pk]), {"to": "agreed", "back": "board"})
    assert answer.url == "/actions/?view=board"
    assert ">Begin<" in hr.get("/actions/?view=board").content.decode()


@pytest.mark.parametrize("address", ["/actions/", "/actions/?view=board"])
def test_more_actions_ask_no_more_of_the_database(
    cast: Cast,
    ids: Ids,
    signed_in: SignedIn,
    address: str,
    django_assert_num_queries: DjangoAssertNumQueries,
) -> None:
    proposed(cast.hr_lead, steps=["One"])
    hr = signed_in("hr_lead")
    with django_assert_num_queries(10, exact=False) as first:
        hr.get(address)
    asked = len(first.captured_queries)
    for number in range(8):
        moved(proposed(cast.leader, title=f"Action {number}", steps=["One", "Two"]), State.AGREED)
    with django_assert_num_queries(asked):
        hr.get(address)


def test_empty_pages_say_how_an_action_comes(ids: Ids, signed_in: SignedIn) -> None:
    assert "beside a finding on a page of Insight" in signed_in("hr_lead").get("/actions/").content.decode()
    assert "whether the figure moved" in signed_in("guardian").get("/actions/").content.decode()
    assert "five areas of work" in signed_in("prevention").get("/actions/").content.decode()
    assert "No action fits this search" in signed_in("hr_lead").get("/actions/?q=x").content.decode()


def test_everything_on_the_page_can_be_done_without_a_script(cast: Cast, ids: Ids, signed_in: SignedIn) -> None:
    action = proposed(cast.hr_lead, **_on(ids[KADE]))
    hr = signed_in("hr_lead")

    def do(name: str, *more: int, **said: object) -> str:
        return hr.post(reverse(name, args=[action.pk, *more]), said, follow=True).content.decode()

    do("action_step_add", text="Ask quotes", due_on="2030-01-05")
    step = action.steps.get()
    assert "Done on" in do("action_step", step.pk, do="finish")
    assert "Done on" not in do("action_step", step.pk, do="reopen")
    do("action_step", step.pk, do="remove")
    assert not action.steps.exists()
    assert "at most 200" in do("action_step_add", text="")
    assert "Seen in the board" in do("action_note", note="Seen in the board")
    assert "Els Maes is the owner now." in do("action_hand_over", owner=cast.leader.pk)
    assert "Choose who becomes the owner" in do("action_hand_over", owner=cast.outsider.pk)
    assert "cannot go to" in do("action_move", to="measuring")
    assert "Nothing was changed" in do("action_move", to="nonsense")
    assert "Kept." in do("action_change", title="Other words", due_on="2030-07-01", cost="")
    action.refresh_from_db()
    assert (action.title, action.owner) == ("Other words", cast.leader)


def test_a_longer_page_asks_no_more_of_the_database(
    cast: Cast, ids: Ids, signed_in: SignedIn, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    action = proposed(cast.hr_lead, steps=["One"])
    hr, address = signed_in("hr_lead"), reverse("action", args=[action.pk])
    hr.get(address)
    with django_assert_num_queries(25, exact=False) as first:
        hr.get(address)
    asked = len(first.captured_queries)
    for number in range(6):
        hr.post(reverse("action_step_add", args=[action.pk]), {"text": f"Step {number}"})
        hr.post(reverse("action_note", args=[action.pk]), {"note": f"Note {number}"})
    hr.get(address)  # the messages are read once
    with django_assert_num_queries(asked):
        hr.get(address)


def test_what_is_missing_is_asked_again_beside_its_field(cast: Cast, ids: Ids, signed_in: SignedIn) -> None:
    page = signed_in("hr_lead").post(NEW, {"title": "", "aim": "nonsense", "direction": "sideways"}).content.decode()
    assert page.count('class="error"') >= 4
    too_long = SAID | {"owner": cast.hr_lead.pk, "steps": "x" * 201}
    assert "longer than 200" in signed_in("hr_lead").post(NEW, too_long).content.decode()
    assert not Action.objects.exists()


def test_a_confirmation_is_offered_only_when_the_figures_can_tell(cast: Cast, ids: Ids, signed_in: SignedIn) -> None:
    action = moved(proposed(cast.hr_lead), State.AGREED, State.UNDER_WAY, State.DONE)
    page = signed_in("hr_lead").get(reverse("action", args=[action.pk])).content.decode()
    assert "It is not done after all" in page
    assert "Confirm:" not in page
