import pytest

from tests.people.lists import ANN, BERT, as_csv, imported, planned
from uitzicht.core.refusal import Refusal
from uitzicht.people import services
from uitzicht.people.models import Person, Position, Unit
from uitzicht.people.staff_file import RULES, load_mapping, read_staff


@pytest.mark.parametrize(
    ("cells", "column", "value", "code"),
    [
        ({"Personeelsnummer": ""}, "Personeelsnummer", "", "empty"),
        ({"Achternaam": ""}, "Achternaam", "", "empty"),
        ({"Afdeling": ""}, "Afdeling", "", "empty"),
        ({"In dienst": ""}, "In dienst", "", "empty"),
        ({"In dienst": "31/02/2020"}, "In dienst", "31/02/2020", "date_form"),
        ({"In dienst": "1/2/20"}, "In dienst", "1/2/20", "date_form"),
        ({"Uit dienst": "31/01/2020"}, "Uit dienst", "31/01/2020", "end_before_start"),
        ({"E-mail": "ann at example"}, "E-mail", "ann at example", "email"),
        ({"Geboortejaar": "2015"}, "Geboortejaar", "2015", "birth_year"),
        ({"Geslacht": "blauw"}, "Geslacht", "blauw", "word"),
        ({"Contract": "slavernij"}, "Contract", "slavernij", "word"),
        ({"Taal": "Klingon"}, "Taal", "Klingon", "word"),
        ({"Uren per week": "0"}, "Uren per week", "0", "working_time"),
        ({"Uren per week": "50"}, "Uren per week", "50", "working_time"),
        ({"Uren per week": "veel"}, "Uren per week", "veel", "working_time"),
        ({"Functie": "x" * 121}, "Functie", "x" * 121, "too_long"),
        ({"Personeelsnummer": "2"}, "Personeelsnummer", "2", "number_twice"),
        ({"Leidinggevende": "nobody"}, "Leidinggevende", "nobody", "manager_unknown"),
        ({"Leidinggevende": "1"}, "Leidinggevende", "1", "manager_self"),
    ],
)
@pytest.mark.django_db
def test_an_error_names_row_column_value_and_rule(cells, column, value, code):
    assert not planned(BERT, ANN).problems, "without the fault the list is fine"
    (problem,) = planned(BERT, ANN | cells).problems
    assert (problem.row, problem.column, problem.value, problem.code) == (3, column, value, code)
    assert problem.rule
    assert problem.remedy


@pytest.mark.parametrize("column", ["Personeelsnummer", "Voornaam", "Afdeling", "In dienst"])
def test_a_column_that_is_needed_and_missing_is_an_error_of_the_file(column):
    file = read_staff(as_csv([{name: value for name, value in ANN.items() if name != column}]))
    assert [problem.code for problem in file.problems] == ["column_missing"]
    assert file.rows == ()


def test_two_columns_for_one_thing_are_an_error():
    (problem,) = read_staff(as_csv([ANN | {"Stamnummer": "9"}])).problems
    assert (problem.row, problem.column, problem.code) == (1, "Stamnummer", "column_twice")


def test_a_mapping_to_a_column_that_is_not_there_is_an_error():
    (problem,) = read_staff(as_csv([ANN]), load_mapping('[columns]\ntitle = "Rol"')).problems
    assert (problem.column, problem.code) == ("Rol", "column_unknown")


@pytest.mark.django_db
def test_every_error_is_collected():
    plan = planned(*({**ANN, "Personeelsnummer": str(n), "In dienst": "?", "Geslacht": "?"} for n in range(300)))
    assert len(plan.problems) == 600
    assert [problem.row for problem in plan.problems] == sorted(problem.row for problem in plan.problems)


@pytest.mark.django_db
def test_a_list_with_one_error_changes_nothing_at_all():
    with pytest.raises(Refusal) as refusal:
        imported(ANN, BERT | {"In dienst": "?"})
    assert refusal.value.code == "staff.file_has_errors"
    assert not Person.objects.exists()
    assert not Unit.objects.exists()
    assert not Position.objects.exists()


@pytest.mark.django_db
def test_a_fault_of_the_database_in_the_middle_leaves_nothing_behind(at, monkeypatch):
    plan = planned(ANN, BERT)
    monkeypatch.setattr(services.staff.audit, "record", lambda *args, **kwargs: 1 / 0)
    with pytest.raises(ZeroDivisionError):
        services.import_staff(plan, by="test", at=at)
    assert not Person.objects.exists()
    assert not Unit.objects.exists()


def test_every_rule_says_what_to_do():
    assert all(str(rule) and str(remedy) for rule, remedy in RULES.values())
