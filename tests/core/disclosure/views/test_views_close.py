"""Which view bundles close in a first release."""

import pytest

from tests.core.disclosure.views.crowd import GENDER, MENU, PARAMETERS, closed, crowd, views
from uitzicht.core.disclosure.views import Cut, Profiled, ViewBundle, close_views, numbered_views


def test_every_value_with_enough_people_closes_in_one_bundle() -> None:
    people = crowd({("1-0001", "woman"): 5, ("1-0001", "man"): 6})

    certified = close_views(people, {}, [GENDER], PARAMETERS)

    assert certified.closed == (
        ViewBundle("gender", "man", "resignation", tuple(f"1-0001-{n:03d}" for n in range(5, 11))),
        ViewBundle("gender", "woman", "resignation", tuple(f"1-0001-{n:03d}" for n in range(5))),
    )
    assert certified.waiting == {("gender", "resignation"): 0}


def test_one_person_of_a_rare_value_makes_the_smallest_other_value_wait() -> None:
    """Everybody minus women minus men would be that one person."""
    people = crowd({("1-0001", "woman"): 6, ("1-0001", "man"): 5, ("1-0001", "other"): 1})

    certified = close_views(people, {}, [GENDER], PARAMETERS)

    assert views(certified) == {"gender:woman:resignation": 6}
    assert certified.waiting == {("gender", "resignation"): 6}


def test_of_equally_small_values_the_first_by_name_waits() -> None:
    people = crowd({("1-0001", "woman"): 5, ("1-0001", "man"): 5, ("1-0001", "other"): 1})

    assert views(close_views(people, {}, [GENDER], PARAMETERS)) == {"gender:woman:resignation": 5}


def test_a_value_whose_publication_leaves_too_few_does_not_close() -> None:
    people = crowd({("1-0001", "woman"): 9, ("1-0001", "man"): 4})

    assert views(close_views(people, {}, [GENDER], PARAMETERS)) == {}


def test_a_crossing_in_which_four_people_could_be_read_does_not_close() -> None:
    """The first bundle minus the men is 2 women minus 2 men of the second bundle: about 4 people."""
    people = crowd({("1-0001", "woman"): 2, ("1-0001", "man"): 3, ("1-0002", "woman"): 3, ("1-0002", "man"): 2})

    assert views(close_views(people, {}, [GENDER], PARAMETERS)) == {}


def test_a_crossing_about_five_people_closes() -> None:
    people = crowd({("1-0001", "woman"): 2, ("1-0001", "man"): 3, ("1-0002", "woman"): 3, ("1-0002", "man"): 3})

    assert views(close_views(people, {}, [GENDER], PARAMETERS)) == {
        "gender:man:resignation": 6,
        "gender:woman:resignation": 5,
    }


def test_what_nobody_knows_is_a_value_like_any_other() -> None:
    people = crowd({("1-0001", "woman"): 5, ("1-0001", ""): 5})

    assert views(close_views(people, {}, [GENDER], PARAMETERS)) == {
        "gender::resignation": 5,
        "gender:woman:resignation": 5,
    }


def test_who_lacks_the_cut_waits_in_it() -> None:
    people = crowd({("1-0001", "woman"): 5, ("1-0001",): 5})

    certified = close_views(people, {}, [GENDER], PARAMETERS)

    assert views(certified) == {"gender:woman:resignation": 5}
    assert certified.waiting == {("gender", "resignation"): 5}


def test_a_view_may_be_one_whole_bundle() -> None:
    people = crowd({("1-0001", "woman"): 5, ("1-0002", "man"): 5})

    assert set(views(close_views(people, {}, [GENDER], PARAMETERS)).values()) == {5}


def test_a_cut_may_ask_for_more_people_than_k() -> None:
    people = crowd({("1-0001", "woman"): 10, ("1-0001", "man"): 9, ("1-0001", "other"): 9})

    assert views(close_views(people, {}, [Cut("gender", 10)], PARAMETERS)) == {"gender:woman:resignation": 10}


def test_a_cut_cannot_ask_for_fewer_people_than_k() -> None:
    people = crowd({("1-0001", "woman"): 4, ("1-0001", "man"): 9})

    assert views(close_views(people, {}, [Cut("gender", 1)], PARAMETERS)) == {}


def test_the_first_cut_of_the_menu_goes_before_the_next() -> None:
    """Women minus people under 30 is 2 women minus 2 men: either cut may close, not both."""
    people = crowd(
        {
            ("1-0001", "woman", "under_30"): 4,
            ("1-0001", "woman", "over_50"): 2,
            ("1-0001", "man", "under_30"): 2,
            ("1-0001", "man", "over_50"): 3,
        }
    )
    gender, age = MENU

    assert {bundle.cut for bundle in close_views(people, {}, [gender, age], PARAMETERS).closed} == {"gender"}
    assert {bundle.cut for bundle in close_views(people, {}, [age, gender], PARAMETERS).closed} == {"age"}


def test_strata_do_not_wait_for_each_other() -> None:
    people = crowd({("1-0001", "woman"): 5, ("1-0001", "man"): 5})
    people += crowd({("1-0002", "woman"): 5, ("1-0002", "man"): 4}, stratum="other")

    certified = close_views(people, {}, [GENDER], PARAMETERS)

    assert set(views(certified)) == {"gender:man:resignation", "gender:woman:resignation"}
    assert certified.waiting == {("gender", "resignation"): 0, ("gender", "other"): 9}


def test_nobody_gives_nothing() -> None:
    assert close_views([], {}, MENU, PARAMETERS).closed == ()


def test_view_bundles_are_numbered_in_the_order_in_which_they_closed() -> None:
    people = crowd({("1-0001", "woman"): 5, ("1-0001", "man"): 5})
    certified = close_views(people, {}, [GENDER], PARAMETERS)

    assert list(numbered_views(certified.closed, 3).items()) == [
        ("3-v0001", certified.closed[0]),
        ("3-v0002", certified.closed[1]),
    ]


def test_a_handle_given_twice_is_refused() -> None:
    person = Profiled("p", "1-0001", "resignation", {})

    with pytest.raises(ValueError, match="twice"):
        close_views([person, person], {}, MENU, PARAMETERS)


def test_somebody_in_two_view_bundles_of_a_cut_is_refused() -> None:
    people = crowd({("1-0001", "woman"): 5})
    bundles = closed(people, [GENDER])

    with pytest.raises(ValueError, match="another of the same cut"):
        close_views(people, {**bundles, "2-v0001": bundles["1-v0001"]}, MENU, PARAMETERS)
