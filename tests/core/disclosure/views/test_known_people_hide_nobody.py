"""Somebody whose answers another may know is in figures but hides nobody."""

from dataclasses import replace

from tests.core.disclosure.views.crowd import GENDER, PARAMETERS, crowd, views
from uitzicht.core.disclosure.views import Profiled, close_views, witnesses


def known(people: list[Profiled], *numbers: int) -> list[Profiled]:
    return [replace(person, known=number in numbers) for number, person in enumerate(people)]


def test_a_view_bundle_needs_k_others() -> None:
    people = crowd({("1-0001", "woman"): 5, ("1-0001", "man"): 6})

    assert views(close_views(known(people, 0), {}, [GENDER], PARAMETERS)) == {}


def test_a_known_person_is_counted_in_with_enough_others() -> None:
    people = crowd({("1-0001", "woman"): 6, ("1-0001", "man"): 6})

    assert views(close_views(known(people, 0), {}, [GENDER], PARAMETERS)) == {
        "gender:man:resignation": 6,
        "gender:woman:resignation": 6,
    }


def test_a_crossing_that_rests_on_a_known_person_does_not_close() -> None:
    """The first bundle minus the men is 2 women minus 3 men; with a known woman that is about four others."""
    table: dict[tuple[str, ...], int] = {
        ("1-0001", "woman"): 2,
        ("1-0001", "man"): 4,
        ("1-0002", "woman"): 4,
        ("1-0002", "man"): 3,
    }

    assert views(close_views(crowd(table), {}, [GENDER], PARAMETERS))
    assert not views(close_views(known(crowd(table), 0), {}, [GENDER], PARAMETERS))


def test_known_people_alone_need_no_witness_and_are_in_none() -> None:
    people = known(crowd({("1-0001", "woman"): 7, ("1-0001", "man"): 7, ("1-0001", "other"): 1}), 14)
    certified = close_views(people, {}, [GENDER], PARAMETERS)

    assert set(certified.waiting.values()) == {1}, "who is left over has no secret"
    assert certified.witnesses == ()


def test_a_bundle_closed_under_a_smaller_k_keeps_its_promise() -> None:
    """Raising k must not stop every view for ever because earlier bundles hold fewer."""
    old = crowd({("1-0001", "woman"): 5})
    new = crowd({("2-0001", "woman"): 7, ("2-0001", "man"): 7})
    raised = replace(PARAMETERS, k=7)

    assert views(close_views(old + new, {}, [GENDER], raised)) == {
        "gender:man:resignation": 7,
        "gender:woman:resignation": 12,
    }
    assert len(witnesses(old + new, {}, raised)) == 0
