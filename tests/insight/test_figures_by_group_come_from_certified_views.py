"""By group: only what is on the menu of the release, only certified views, only for who sees the whole organisation."""

import csv
import json
from collections.abc import Callable
from io import StringIO

import pytest
from django.test import Client
from pytest_django import DjangoAssertNumQueries

from tests.cast import Cast
from tests.insight.documents import KADE, ROOT, TECHNIEK, TERMINAL, freeze
from tests.insight.groups import a_compared_document, published_with
from uitzicht.core.refusal import Refusal
from uitzicht.insight.figures import figure
from uitzicht.insight.menu import select
from uitzicht.insight.vocabulary import Kind, View

SignedIn = Callable[[str], Client]


@pytest.fixture
def ids(cast: Cast) -> dict[str, str]:
    units = {ROOT: cast.root, TERMINAL: cast.terminal, KADE: cast.kade_noord, TECHNIEK: cast.techniek}
    found = {key: str(unit.pk) for key, unit in units.items()}
    freeze(a_compared_document(found))
    return found


def items(measure: str, **where: str) -> dict[str, dict[str, dict]]:
    found = figure(measure, where=where).to_json()
    return {group["group"]: {item["key"]: item for item in group["items"]} for group in found["groups"]}


def test_the_first_cut_of_the_menu_is_taken_when_none_is_named() -> None:
    of = published_with(a_compared_document())
    assert select(of, "groups", {}, None).by == "gender"
    assert select(of, "organisation", {"by": "age"}, None).view is View.GROUPS


@pytest.mark.parametrize("where", [{"by": "salary"}, {"by": "gender", "unit": KADE}])
def test_what_is_not_on_the_menu_of_groups_is_refused(where: dict[str, str]) -> None:
    with pytest.raises(Refusal, match="menu"):
        select(published_with(a_compared_document()), "organisation", where, None)


def test_groups_are_not_crossed_with_units() -> None:
    with pytest.raises(Refusal):
        select(published_with(a_compared_document()), "units", {"by": "gender"}, None)


def test_who_sees_some_units_only_is_refused_groups_of_the_whole() -> None:
    with pytest.raises(Refusal):
        select(published_with(a_compared_document()), "organisation", {"by": "gender"}, {KADE})


@pytest.mark.django_db
def test_a_measure_by_group_holds_what_certified_views_display() -> None:
    freeze(a_compared_document())
    found = items("main_reason", by="gender", kind="resignation")
    assert found["gender:woman:resignation"]["career"]["count"] == 30
    assert found["gender:other:resignation"]["career"] == {
        "key": "career", "label": "career", "band": None, "share": None, "interval": None
    }  # fmt: skip
    assert items("recommend", by="gender") == {}


@pytest.mark.django_db
def test_who_left_is_not_told_by_group_here() -> None:
    freeze(a_compared_document())
    with pytest.raises(Refusal):
        figure("who_left", where={"by": "gender"})


@pytest.mark.django_db
def test_comparisons_have_their_size_and_chance_before_and_after_correction() -> None:
    freeze(a_compared_document())
    everything = figure("comparisons").to_json()["groups"]
    gender = {item["key"]: item for item in everything[0]["items"]}
    assert gender["more_often.woman"]["count"] == pytest.approx(2.0267, abs=1e-3)
    assert 0 <= gender["main_reason"]["p"] <= gender["main_reason"]["q"] <= 0.05
    assert "p" not in gender["more_often.other"]
    assert set(gender) >= {"sooner", "more_often.man", "force", "inclusion.safe"}
    assert [group["base"] for group in everything] == [6, 0, 0]
    assert json.dumps(everything)


@pytest.mark.django_db
@pytest.mark.parametrize("name", ["sooner", "more_often", "other_reasons", "belonging"])
def test_the_measures_of_the_page_are_of_resignations_and_refuse_other_departures(name: str) -> None:
    freeze(a_compared_document())
    assert {group.kind for group in figure(name).groups} == {Kind.RESIGNATION}
    assert {group.unit.partition(":")[0] for group in figure(name, where={"by": "gender"}).groups} == {"gender"}
    with pytest.raises(Refusal):
        figure(name, where={"kind": "other"})


@pytest.mark.django_db
def test_resignations_a_year_and_the_ratio_stand_beside_person_years() -> None:
    freeze(a_compared_document())
    woman = next(group for group in figure("more_often").groups if group.unit == "gender:woman")
    rate, ratio = woman.to_json()["items"]
    assert (woman.to_json()["base"], rate["count"], rate["share"]) == (300, 60, 0.2)
    assert ratio["interval"][0] > 1


def test_the_page_shows_groups_and_the_download_the_same(ids: dict[str, str], signed_in: SignedIn) -> None:
    client = signed_in("hr_lead")
    page = client.get("/insight/groups/").content.decode()
    assert "Of 6 comparisons, 5 show a difference." in page
    assert page.count("<svg") >= 8
    answer = client.get("/insight/groups.csv").content.decode("utf-8-sig")
    rows = list(csv.DictReader(StringIO(answer)))
    assert {row["measure"] for row in rows} == {"comparisons", "sooner", "more_often", "other_reasons", "belonging"}
    reasons = [row for row in rows if (row["measure"], row["unit"]) == ("other_reasons", "gender: woman")]
    for row in reasons:
        if row["count"] and row["question"] == "main_reason":
            assert f"{row['count']} (" in page


def test_another_cut_is_one_click_away(ids: dict[str, str], signed_in: SignedIn) -> None:
    page = signed_in("guardian").get("/insight/groups/?by=age").content.decode()
    assert "113 people stand in no group here" in page
    assert 'aria-current="true">Age</a>' in page


@pytest.mark.parametrize("name", ["reasons", "experience", "inclusion"])
def test_pages_on_answers_have_a_view_by_group(ids: dict[str, str], signed_in: SignedIn, name: str) -> None:
    client = signed_in("hr_lead")
    assert "By group" in client.get(f"/insight/{name}/").content.decode()
    page = client.get(f"/insight/{name}/?view=groups&by=gender").content.decode()
    assert "Side by side is not yet a difference." in page
    assert "Woman, resignations only" in page
    assert ">Man</th>" in page
    assert "3 people stand in no group here" in page


def test_a_cut_that_is_not_certified_says_how_many_people_wait(ids: dict[str, str], signed_in: SignedIn) -> None:
    page = signed_in("hr_lead").get("/insight/reasons/?by=age").content.decode()
    assert "No group has enough answers to these questions in this release." in page
    assert "113 people stand in no group here" in page


def test_a_page_without_certified_answers_has_no_view_by_group(ids: dict[str, str], signed_in: SignedIn) -> None:
    assert "By group" not in signed_in("hr_lead").get("/insight/who-left/").content.decode()


def test_a_leader_sees_no_groups_of_the_whole_organisation(ids: dict[str, str], signed_in: SignedIn) -> None:
    leader = signed_in("leader")
    page = leader.get("/insight/groups/").content.decode()
    assert "Groups are compared for the whole organisation only." in page
    assert "difference shown" not in page
    assert "By group" not in leader.get("/insight/reasons/").content.decode()
    for address in ("/insight/reasons/?by=gender", "/insight/groups/?by=gender", "/insight/groups.csv?by=gender"):
        assert leader.get(address).status_code == 422
    rows = list(csv.DictReader(StringIO(leader.get("/insight/groups.csv").content.decode("utf-8-sig"))))
    assert rows == []


def test_a_release_from_before_there_were_groups_says_so(cast: Cast, ids: dict[str, str], signed_in: SignedIn) -> None:
    older = a_compared_document(ids) | {"release": 8, "cuts": [], "views": [], "view_cells": {}}
    freeze(older)
    page = signed_in("hr_lead").get("/insight/groups/?by=gender").content.decode()
    assert "this release holds no groups that may be compared" in page
    assert signed_in("hr_lead").get("/insight/reasons/?by=gender").status_code == 200


def test_the_page_takes_as_many_statements_as_another(
    ids: dict[str, str], signed_in: SignedIn, django_assert_max_num_queries: DjangoAssertNumQueries
) -> None:
    client = signed_in("hr_lead")
    client.get("/insight/groups/")
    with django_assert_max_num_queries(12):
        client.get("/insight/groups/?by=age")
