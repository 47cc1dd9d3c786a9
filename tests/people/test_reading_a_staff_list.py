from datetime import date, datetime

import pytest
from django.utils import translation
from hypothesis import given
from hypothesis import strategies as st

from tests.people.lists import ANN, as_csv, as_xlsx
from uitzicht.core.refusal import Refusal
from uitzicht.people.staff_file import load_mapping, read_staff
from uitzicht.people.staff_file.columns import NAMES, plain
from uitzicht.people.staff_file.values import CHOICES, read_word

ZOE = ANN | {"Voornaam": "Zoë", "Achternaam": "Desmet; Ñ"}


@pytest.mark.parametrize("delimiter", [",", ";", "\t"])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp1252", "utf-16"])
def test_a_list_reads_the_same_in_every_encoding_and_with_every_separator(delimiter, encoding):
    file = read_staff(as_csv([ZOE], delimiter=delimiter, encoding=encoding))
    assert not file.problems
    (row,) = file.rows
    assert (row.first_name, row.last_name, row.unit) == ("Zoë", "Desmet; Ñ", ("Kade",))
    assert row.started_on == date(2020, 2, 1)


def test_a_spreadsheet_reads_numbers_and_dates_as_they_are_meant():
    cells = ANN | {"Personeelsnummer": 1003, "In dienst": datetime(2020, 2, 1), "FTE": 0.8, "Geboortejaar": 1980.0}
    (row,) = read_staff(as_xlsx([cells])).rows
    assert (row.employee_number, row.started_on) == ("1003", date(2020, 2, 1))
    assert (row.working_time, row.birth_year) == (80, 1980)


@pytest.mark.parametrize(
    "header",
    [
        ("Personeelsnummer", "Voornaam", "Naam", "Afdeling", "Datum in dienst", "Leidinggevende"),
        ("Matricule", "Prénom", "Nom", "Service", "Date d'entrée", "Responsable"),
        ("Employee number", "First name", "Last name", "Department", "Start date", "Manager"),
        ("Personalnummer", "Vorname", "Nachname", "Abteilung", "Eintrittsdatum", "Führungskraft"),
    ],
)
def test_columns_are_recognised_in_four_languages(header):
    content = as_csv([dict(zip(header, ("7", "Ann", "Claes", "Kade", "2020-02-01", "9"), strict=True))])
    file = read_staff(content)
    assert not file.problems
    assert file.ignored == ()
    (row,) = file.rows
    assert (row.employee_number, row.first_name, row.last_name, row.manager) == ("7", "Ann", "Claes", "9")


def test_no_column_name_means_two_things():
    names = [name for names in NAMES.values() for name in set(names)]
    assert len(names) == len(set(names))
    assert all(plain(name) == name for name in names)


@pytest.mark.parametrize(
    ("whole", "mapping", "expected"),
    [
        ("Ann Van den Bossche", "", ("Ann", "Van den Bossche")),
        ("Van den Bossche, Ann", "", ("Ann", "Van den Bossche")),
        ("Van den Bossche Ann", 'names = "last first"', ("Ann", "Van den Bossche")),
        ("Ann", "", ("Ann", "")),
    ],
)
def test_one_column_with_the_whole_name_is_divided(whole, mapping, expected):
    cells = {"Personeelsnummer": "1", "Naam": whole, "Afdeling": "Kade", "In dienst": "2020-02-01"}
    (row,) = read_staff(as_csv([cells]), load_mapping(mapping)).rows
    assert (row.first_name, row.last_name) == expected


@pytest.mark.parametrize(
    ("cells", "path"),
    [
        ({"Eenheid": "Terminal / Kade Noord"}, ("Terminal", "Kade Noord")),
        ({"Eenheid": "Terminal>Kade Noord"}, ("Terminal", "Kade Noord")),
        ({"Divisie": "Haven", "Afdeling": "Terminal", "Team": "A/B"}, ("Haven", "Terminal", "A/B")),
        ({"Team": "A", "Divisie": "Haven", "Afdeling": ""}, ("Haven", "A")),
        ({"Eenheid": "Terminal / Kade", "Team": "Kade"}, ("Terminal", "Kade")),
    ],
)
def test_a_unit_is_a_path_or_columns_from_high_to_low(cells, path):
    bare = {name: value for name, value in ANN.items() if name != "Afdeling"}
    file = read_staff(as_csv([bare | cells]))
    assert not file.problems
    assert file.rows[0].unit == path


@pytest.mark.parametrize(
    ("column", "values", "percents"),
    [
        ("Tewerkstellingspercentage", ("80", "20 %"), [80, 20]),
        ("Uren per week", ("30,4", "38 u"), [80, 100]),
        ("FTE", ("0,8", "1"), [80, 100]),
        ("Arbeidstijd", ("0.8", "1"), [80, 100]),
        ("Arbeidstijd", ("19", "38"), [50, 100]),
        ("Arbeidstijd", ("50", "100"), [50, 100]),
        ("Arbeidstijd", ("20%", "30%"), [20, 30]),
    ],
)
def test_a_column_of_working_time_is_read_in_one_way(column, values, percents):
    rows = [ANN | {column: value, "Personeelsnummer": str(n)} for n, value in enumerate(values)]
    file = read_staff(as_csv(rows))
    assert not file.problems
    assert [row.working_time for row in file.rows] == percents


@pytest.mark.parametrize(
    ("column", "words", "code"),
    [
        ("Geslacht", ("V", "vrouw", "Femme", "female", "weiblich", "Frau"), "woman"),
        ("Geslacht", ("M", "man", "H", "Homme", "male", "männlich"), "man"),
        ("Geslacht", ("X", "andere", "autre", "non-binair", "divers"), "other"),
        ("Contract", ("vast", "Onbepaalde duur", "CDI", "permanent", "unbefristet"), "permanent"),
        ("Contract", ("bepaalde tijd", "CDD", "fixed term", "befristet"), "fixed_term"),
        ("Contract", ("uitzendkracht", "intérimaire", "agency worker", "Zeitarbeit"), "temporary"),
        ("Contract", ("jobstudent", "étudiant", "student"), "student"),
        ("Taal", ("Frans", "français", "FR", "fr-BE", "Französisch"), "fr"),
    ],
)
def test_words_are_recognised_in_four_languages(column, words, code):
    rows = [ANN | {column: word, "Personeelsnummer": str(n)} for n, word in enumerate(words)]
    file = read_staff(as_csv(rows))
    assert not file.problems
    field = {"Geslacht": "gender", "Contract": "contract", "Taal": "language"}[column]
    assert {getattr(row, field) for row in file.rows} == {code}


@pytest.mark.parametrize("language", ["nl", "fr", "en", "de"])
def test_every_word_that_an_error_offers_is_understood(language):
    with translation.override(language):
        for column, choices in CHOICES.items():
            for choice in choices:
                if choice.value:
                    assert read_word(column, str(choice.label), {}) == choice.value


def test_a_mapping_file_overrules_what_is_recognised():
    mapping = load_mapping(
        """
        dates = "MM-DD-YYYY"
        missing = ["n/a"]
        working_time = "hours"
        full_time_hours = 36
        [columns]
        employee_number = "ID"
        unit = ["L1", "L2"]
        [values.gender]
        "1" = "woman"
        """
    )
    cells = {
        "ID": "7",
        "Personeelsnummer": "other",
        "Naam": "Ann Claes",
        "L1": "Terminal",
        "L2": "n/a",
        "In dienst": "02-01-2020",
        "Geslacht": "1",
        "Arbeidstijd": "18",
    }
    file = read_staff(as_csv([cells]), mapping)
    assert not file.problems
    (row,) = file.rows
    assert (row.employee_number, row.unit, row.started_on) == ("7", ("Terminal",), date(2020, 2, 1))
    assert (row.gender, row.working_time) == ("woman", 50)


@pytest.mark.parametrize(
    "content",
    [
        "this is not TOML",
        'nonsense = "x"',
        '[columns]\nsalary = "Loon"',
        "[columns]\nunit = 3",
        'dates = "D/M"',
        'working_time = "days"',
        "full_time_hours = 0",
        '[values.title]\na = "b"',
        'values = "x"',
    ],
)
def test_a_mapping_file_that_is_not_understood_is_refused(content):
    with pytest.raises(Refusal) as refusal:
        load_mapping(content)
    assert refusal.value.code.startswith("staff.mapping")


@pytest.mark.parametrize(
    ("content", "code"),
    [
        (b"", "staff.file_empty"),
        (b"Personeelsnummer;Naam\n\n", "staff.file_empty"),
        (b"PK\x03\x04 not a spreadsheet", "staff.file_unreadable"),
        (b"a;b\n\x81\x00", "staff.file_unreadable_text"),
    ],
)
def test_a_file_that_cannot_be_read_is_refused_with_what_to_do(content, code):
    with pytest.raises(Refusal) as refusal:
        read_staff(content)
    assert refusal.value.code == code


def test_a_page_that_the_spreadsheet_lacks_is_refused():
    with pytest.raises(Refusal) as refusal:
        read_staff(as_xlsx([ANN]), load_mapping('sheet = "Personeel"'))
    assert refusal.value.code == "staff.sheet_unknown"


words = st.text(st.characters(codec="utf-8", exclude_categories=("C", "Z")), min_size=1, max_size=20)


@given(
    number=words,
    first=words.filter(lambda word: "," not in word),
    title=st.text(st.characters(codec="utf-8", exclude_categories=("C",)), max_size=40),
    started=st.dates(date(1970, 1, 1), date(2100, 1, 1)),
    delimiter=st.sampled_from(",;\t"),
    encoding=st.sampled_from(["utf-8", "utf-8-sig"]),
)
def test_whatever_is_written_as_csv_is_read_back(number, first, title, started, delimiter, encoding):
    cells = ANN | {"Personeelsnummer": number, "Voornaam": first, "Functie": title, "In dienst": started.isoformat()}
    (row,) = read_staff(as_csv([cells], delimiter=delimiter, encoding=encoding)).rows
    assert (row.employee_number, row.first_name, row.started_on) == (number, first, started)
    assert row.title == " ".join(title.split())
