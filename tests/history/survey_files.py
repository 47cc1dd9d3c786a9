"""Two invented surveys: a small one to bend in tests, and one that looks like no other."""

from datetime import date
from io import BytesIO

import openpyxl

from uitzicht.history.mapping import Mapping, load_mapping
from uitzicht.history.reading import Grid, Row
from uitzicht.history.survey import Reading, read_survey

TODAY = date(2026, 3, 10)

SMALL = """
format = "uitzicht-mapping/1"
id = "small"
name = "Small survey"
language = "en"
id_column = "No"
missing = ["?"]

[kind]
column = "Why"
values = { "Quit*" = "resignation", Fired = "dismissal", Moved = "" }

[left_on]
column = "Left"
forms = ["MM/YYYY", "YYYY"]

[started_on]
column = "Began"
forms = ["YYYY"]

[unit]
columns = ["Division", "Team"]

[[items]]
key = "satisfaction.content"
column = "Work"
values = { good = 5, poor = 1, "does not apply" = "" }

[reasons]
ticked = "yes"
not_ticked = "no"
[[reasons.ticks]]
column = "Pay"
reason = "terms.pay"
[[reasons.ticks]]
column = "Family"
reason = "family.family"
[[reasons.ticks]]
column = "Neither"
reason = "none"
"""

COLUMNS = ("No", "Why", "Left", "Began", "Division", "Team", "Work", "Pay", "Family", "Neither")
SOUND = ("1", "Quit: moved", "05/2013", "2010", "North", "Quay", "good", "yes", "no", "no")


def small(*changes: tuple[str, str]) -> Mapping:
    """The small mapping, with pieces of its text replaced."""
    text = SMALL
    for old, new in changes:
        assert old in text
        text = text.replace(old, new)
    return load_mapping(text, file="small.toml")


def row(number: int = 2, **cells: str) -> Row:
    """A sound row, but for the cells that are named."""
    values = dict(zip(COLUMNS, SOUND, strict=True)) | cells
    return Row(number, tuple(values[column] for column in COLUMNS), len(COLUMNS))


def read(*rows: Row, mapping: Mapping | None = None, drop_duplicates: bool = False) -> Reading:
    grid = Grid(COLUMNS, rows)
    return read_survey(grid, mapping=mapping or small(), today=TODAY, drop_duplicates=drop_duplicates)


def told(reading: Reading) -> list[tuple[int, str, str, str]]:
    """(row, column, value, rule) of every oddity."""
    return [(odd.row, odd.column, odd.value, odd.rule.value) for odd in reading.oddities]


def csv_of(*lines: tuple[str, ...], delimiter: str = ",") -> str:
    return "\r\n".join(delimiter.join(cells) for cells in (COLUMNS, *lines)) + "\r\n"


def workbook(*lines: tuple[object, ...], sheet: str = "Data") -> bytes:
    book = openpyxl.Workbook()
    page = book.active
    assert page is not None
    page.title = sheet
    for line in lines:
        page.append(line)
    out = BytesIO()
    book.save(out)
    return out.getvalue()


# --- A survey of another house: Dutch, semicolons, cp1252, ranked reasons, 0-10, its own words for missing ---

HAVEN = """
format = "uitzicht-mapping/1"
id = "haven-2023"
name = "Vertrekenquête 2023"
language = "nl"
missing = ["-", "n.v.t.", "geen antwoord"]

[kind]
column = "Hoe eindigde het?"
values = { "zelf opgezegd" = "resignation", "opgezegd door ons" = "dismissal", "onderling" = "mutual_agreement", "pensioen" = "retirement" }

[left_on]
column = "Laatste dag"
forms = ["DD/MM/YYYY"]
earliest = 2000-01-01

[unit]
columns = "Afdeling"
separator = ">"
names = { "Havenbedrijf" = "", "Kade N." = "Kade Noord" }

[attributes.gender]
column = "m/v/x"
values = { v = "woman", m = "man", x = "other" }

[attributes.age_band]
column = "Geboren"
forms = ["DD/MM/YYYY", "YYYY"]

[attributes.tenure_band]
column = "Jaren in dienst"

[attributes.working_time]
column = "Rooster"
values = { voltijds = "full_time", deeltijds = "part_time" }

[scales.tevreden]
linear = [1, 10]

[[items]]
key = "satisfaction.terms.canteen"
column = "Kantine (1-10)"
scale = "tevreden"
labels = { nl = "de kantine", en = "the canteen" }

[[items]]
key = "satisfaction.relations"
column = "Collega’s"
values = { "zeer tevreden" = 5, "tevreden" = 4, "neutraal" = 3, "ontevreden" = 2, "zeer ontevreden" = 1 }

[[items]]
key = "change.content"
column = "Taken"
values = { "zo houden" = "keep", "anders" = "improve" }

[[items]]
key = "inclusion.safe"
column = "Veilig"
linear = [7, 1]

[[items]]
key = "recommend"
column = "Aanbevelen 0-10"

[reasons.ranked]
columns = ["Reden 1", "Reden 2", "Reden 3"]
[reasons.ranked.values]
"Loon" = "terms.pay"
"Te druk" = "workload_wellbeing.workload"
"De kantine" = "terms.canteen"
"Geen groei" = "career.no_growth"
"Geen van deze" = "none"

[reasons.own."terms.canteen"]
nl = "het eten in de kantine"
fr = "les repas à la cantine"

[ignored]
"Opmerking*" = "open text"
"""

HAVEN_COLUMNS = (
    "Hoe eindigde het?", "Laatste dag", "Afdeling", "m/v/x", "Geboren", "Jaren in dienst", "Rooster", "Kantine (1-10)",
    "Collega’s", "Taken", "Veilig", "Aanbevelen 0-10", "Reden 1", "Reden 2", "Reden 3", "Opmerking 1", "Opmerking 2",
    "Bron",
)  # fmt: skip
HAVEN_ROWS = (
    ("Zelf opgezegd", "31/12/2022", "Havenbedrijf > Terminal > Kade N.", "v", "12/06/1985", "4,5", "voltijds", "10",
     "zeer tevreden", "anders", "1", "9", "Te druk", "Loon", "-", "Café was dicht", "", "web"),
    ("pensioen", "1/3/2023", "Techniek", "m", "1958", "38", "deeltijds", "5", "geen antwoord", "zo houden", "n.v.t.",
     "6", "Geen van deze", "-", "-", "", "", "web"),
    ("zelf opgezegd", "30/02/2023", "-", "x", "-", "n.v.t.", "-", "11", "tevreden", "weet niet", "4", "8",
     "De kantine", "Geen groei", "-", "", "", "papier"),
    ("overgeplaatst", "05/05/2023", "Techniek", "v", "1990", "2", "voltijds", "7", "neutraal", "-", "2", "7",
     "Loon", "-", "-", "", "", "web"),
)  # fmt: skip


def haven_csv() -> bytes:
    lines = [";".join(cells) for cells in (HAVEN_COLUMNS, *HAVEN_ROWS)]
    return "\r\n".join(lines).encode("cp1252")
