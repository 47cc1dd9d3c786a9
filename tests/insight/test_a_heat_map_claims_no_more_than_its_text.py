"""Units by areas: every cell says its mean or band in words; colour only where the answers are enough to conclude something."""

import pytest
from django.utils import translation

from tests.cast import Cast
from tests.insight.documents import KADE, ROOT, TECHNIEK, TERMINAL, a_document, a_release, freeze
from tests.insight.test_pages_show_what_the_reader_may_see import SignedIn
from uitzicht.insight import heat
from uitzicht.insight.cells import HIDDEN, Above, Below, Exact, Range, Shown
from uitzicht.insight.comparison import by_unit
from uitzicht.insight.menu import Selection
from uitzicht.insight.published import Published
from uitzicht.insight.stories import STORIES
from uitzicht.insight.stories.section import Reading
from uitzicht.insight.tables import Table
from uitzicht.insight.vocabulary import FigureGroup, Item, Kind, View

UNITS = (ROOT, TECHNIEK, TERMINAL, KADE)
ENOUGH = Exact(30)


def a_mean(shown: Shown, base: Shown = ENOUGH) -> FigureGroup:
    item = Item("mean", "pay", shown, score=True)
    return FigureGroup(ROOT, "Havenlicht", Kind.ALL, "satisfaction.terms", "pay", base, (item,))


def units_by_areas() -> Table:
    selection = Selection(View.UNITS, UNITS, Kind.RESIGNATION)
    with translation.override("en"):
        table = by_unit(STORIES["experience"], Reading(Published(a_release(a_document())), selection, "en"), UNITS)
    assert table is not None
    return table


@pytest.mark.parametrize(
    ("shown", "level"),
    [
        (Exact(5.0), 1),
        (Exact(4.0), 1),
        (Exact(3.9), 2),
        (Exact(3.5), 2),
        (Exact(3.0), 3),
        (Exact(2.5), 4),
        (Exact(2.4), 5),
        (Above(4.4167), 1),
        (Below(1.5833), 5),
        (Below(3.2), 0),
        (Range(2.0, 2.4), 5),
        (Range(2.4, 2.6), 0),
        (HIDDEN, 0),
    ],
)
def test_a_mean_is_coloured_where_it_lies_in_one_level(shown: Shown, level: int) -> None:
    assert heat.level(a_mean(shown)) == level


@pytest.mark.parametrize("base", [Exact(19), Below(5), Range(20, 24)])
def test_too_few_answers_are_not_coloured(base: Shown) -> None:
    assert heat.level(a_mean(Exact(2.0), base)) == 0


def test_every_cell_says_in_words_what_its_colour_says() -> None:
    table = units_by_areas()
    assert table.is_shaded
    rows = {row.head: (row.cells, row.levels) for row in table.rows}
    assert rows["Terminal"] == (("3.9 (30)", "4.2 (30)", "2.1 (29)"), (2, 1, 5))
    assert rows["Terminal / Kade Noord"] == (("3.5 (12)", "above 4.4", "below 1.6"), (0, 0, 0))


def test_the_legend_covers_the_whole_scale_from_low_to_high() -> None:
    with translation.override("en"):
        assert heat.legend() == [
            (5, "1.0 to 2.4"),
            (4, "2.5 to 2.9"),
            (3, "3.0 to 3.4"),
            (2, "3.5 to 3.9"),
            (1, "4.0 to 5.0"),
        ]


def test_what_is_not_shown_is_said_in_its_cell(cast: Cast, signed_in: SignedIn) -> None:
    units = {ROOT: cast.root, TERMINAL: cast.terminal, KADE: cast.kade_noord, TECHNIEK: cast.techniek}
    freeze(a_document({key: str(unit.pk) for key, unit in units.items()}))
    page = signed_in("guardian").get("/insight/inclusion/?view=units&kind=resignation").content.decode()
    assert 'class="table tight heat"' in page
    assert '<span class="quiet">not shown</span>' in page
    assert '<td class="figure heat-2" data-of="Felt safe"><b>3.8 (30)</b></td>' in page
    assert "style=" not in page
