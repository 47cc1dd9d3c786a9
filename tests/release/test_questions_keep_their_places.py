"""Totals are kept by position: an item stays where an earlier release put it, whoever asks the question next."""

import json
from typing import Any

from tests import survey
from tests.cast import Cast
from tests.release.leavers import DAY, LEFT, QUARTER, left_before, months_later, release, spoke
from uitzicht.release.attack import attack_everything
from uitzicht.release.models import Release


def questions(made: Release) -> dict[str, dict[str, Any]]:
    return {question["key"]: question for question in json.loads(made.document)["questions"]}


def shown(made: Release, question: str, item: str, group: str) -> Any:
    document = json.loads(made.document)
    place = questions(made)[question]["items"].index(item)
    return document["cells"][question][group]["items"][place]


def test_conversations_after_an_import_leave_its_figures_where_they_were(house: Cast) -> None:
    left_before(60, 4)
    first = release(DAY)
    spoke(house, 10, left_on=LEFT.replace(month=3))
    second = release(months_later(DAY, QUARTER))
    before, after = questions(first), questions(second)
    assert set(before) < set(after)
    for key, question in before.items():
        assert after[key]["items"][: len(question["items"])] == question["items"]
        assert all(after[key]["item_labels"].get(item) for item in after[key]["items"] if item != "mean")
    assert attack_everything().green


def test_figures_of_both_sources_add_up_item_by_item(house: Cast) -> None:
    left_before(60, 4)
    release(DAY)
    spoke(house, 9, left_on=LEFT.replace(month=3))
    second = release(months_later(DAY, QUARTER))
    root = f"{house.root.pk}:resignation"
    rows = [line.split(",") for line in survey.survey(60, 4).decode().splitlines()[1:]]
    for place, code in enumerate(survey.codes()[:3]):
        of_before = sum(row[3] == "resigned" and row[5 + place] == "x" for row in rows)
        assert shown(second, "reasons", code, root) == of_before + 3


def test_an_import_after_conversations_adds_its_items_at_the_end(house: Cast) -> None:
    spoke(house, 5)
    first = release(DAY)
    left_before(60, 4)
    second = release(DAY)
    for key, question in questions(first).items():
        assert questions(second)[key]["items"][: len(question["items"])] == question["items"]
    assert attack_everything().green


def test_a_unit_is_called_by_its_own_name_because_its_path_follows_from_the_tree(house: Cast) -> None:
    spoke(house, 5)
    document = json.loads(release(DAY).document)
    assert document["units"][str(house.kade_noord.pk)] == {"parent": str(house.terminal.pk), "label": "Kade Noord"}
    assert document["units"][str(house.root.pk)] == {"parent": None, "label": "Havenlicht"}
