"""A view grows by whole bundles only, from release to release."""

from tests.core.disclosure.views.brute_force import cells_of, fewest_singled_out
from tests.core.disclosure.views.crowd import GENDER, PARAMETERS, closed, crowd, views
from uitzicht.core.disclosure.views import close_views, numbered_views

FIRST = crowd({("1-0001", "woman"): 6, ("1-0001", "man"): 6})
EARLIER = closed(FIRST, [GENDER])


def test_one_new_woman_waits_and_so_does_not_show_as_a_difference() -> None:
    new = crowd({("2-0001", "woman"): 1, ("2-0001", "man"): 9})

    certified = close_views(FIRST + new, EARLIER, [GENDER], PARAMETERS)

    assert certified.closed == ()
    assert certified.waiting == {("gender", "resignation"): 10}


def test_who_waited_joins_those_who_come_later() -> None:
    second = crowd({("2-0001", "woman"): 1, ("2-0001", "man"): 9})
    third = crowd({("3-0001", "woman"): 5, ("3-0001", "man"): 1})

    certified = close_views(FIRST + second + third, EARLIER, [GENDER], PARAMETERS)

    assert views(certified) == {}, "the 3 releases meet: third minus women is 1 man minus 1 woman"

    fourth = crowd({("4-0001", "woman"): 6, ("4-0001", "man"): 6})
    certified = close_views(FIRST + second + third + fourth, EARLIER, [GENDER], PARAMETERS)
    assert certified.waiting == {("gender", "resignation"): 28 - sum(views(certified).values())}


def test_nobody_is_closed_in_twice() -> None:
    new = crowd({("2-0001", "woman"): 5, ("2-0001", "man"): 5})

    later = numbered_views(close_views(FIRST + new, EARLIER, [GENDER], PARAMETERS).closed, 2)

    before = {handle for bundle in EARLIER.values() for handle in bundle.members}
    assert [bundle.size for bundle in later.values()] == [5, 5]
    assert not before & {handle for bundle in later.values() for handle in bundle.members}
    assert fewest_singled_out(cells_of(FIRST + new, EARLIER | later), PARAMETERS.k) == PARAMETERS.k


def test_a_cut_that_joins_the_menu_later_counts_everybody_so_far() -> None:
    people = crowd({("1-0001", "woman"): 6, ("1-0001", "man"): 6, ("2-0001", "woman"): 6, ("2-0001", "man"): 6})

    assert views(close_views(people, {}, [GENDER], PARAMETERS)) == {
        "gender:man:resignation": 12,
        "gender:woman:resignation": 12,
    }


def test_nothing_new_changes_nothing() -> None:
    assert close_views(FIRST, EARLIER, [GENDER], PARAMETERS).closed == ()
