"""Three traps of this file: service goes with the way of leaving, an empty group column is no "no", bands turn into dates."""

from collections import Counter, defaultdict
from statistics import median

from tests.cast import TODAY
from uitzicht.history.oddities import Rule
from uitzicht.history.reading import read_grid
from uitzicht.history.survey import read_survey


def test_time_in_service_goes_with_the_way_of_leaving(dete, dete_mapping):
    grid = read_grid(dete, file="dete_survey.csv", source=dete_mapping.file)
    columns = {name: grid.header.index(name) for name in ("SeparationType", "Cease Date", "DETE Start Date")}
    years = defaultdict(list)
    for row in grid.rows:
        kind, ceased, started = (str(row.cells[at]) for at in columns.values())
        if ceased[-4:].isdigit() and started.isdigit():
            years[kind.partition("-")[0]].append(int(ceased[-4:]) - int(started))
    assert {kind: (len(found), median(found)) for kind, found in years.items() if len(found) > 100} == {
        "Resignation": (273, 7),
        "Age Retirement": (248, 30.5),
    }


def test_an_empty_group_column_is_never_read(dete, dete_mapping):
    grid = read_grid(dete, file="dete_survey.csv", source=dete_mapping.file)
    empty = {}
    for name in ("Aboriginal", "Torres Strait", "South Sea", "Disability", "NESB"):
        assert name in dete_mapping.ignored
        empty[name] = sum(row.cells[grid.header.index(name)] == "" for row in grid.rows)
    assert empty == {"Aboriginal": 300, "Torres Strait": 302, "South Sea": 302, "Disability": 299, "NESB": 301}


def test_a_band_that_a_spreadsheet_made_a_date_is_missing_and_named(dete, dete_mapping):
    damaged = dete.replace(b",21-25,", b",2-Jan,")
    reading = read_survey(
        read_grid(damaged, file="damaged.csv", source=dete_mapping.file), mapping=dete_mapping, today=TODAY
    )
    found = [oddity for oddity in reading.oddities if oddity.value == "2-Jan"]
    assert Counter((oddity.column, oddity.rule) for oddity in found) == {("Age", Rule.UNKNOWN_CODE): 40}
    assert len(reading.records) == 822
