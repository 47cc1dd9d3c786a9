import pytest

from tests.history.survey_files import HAVEN, SMALL
from uitzicht.history.mapping import MappingRefusal, load_mapping

TICK = '[[reasons.ticks]]\ncolumn = "Pay"\nreason = "terms.pay"'


def problems(text: str) -> list[str]:
    with pytest.raises(MappingRefusal) as refused:
        load_mapping(text, file="bent.toml")
    assert refused.value.code == "history.mapping"
    assert str(refused.value).startswith("bent.toml: ")
    return [str(problem) for problem in refused.value.problems]


@pytest.mark.parametrize("text", [SMALL, HAVEN])
def test_a_sound_mapping_has_no_problem(text):
    assert load_mapping(text, file="sound.toml").name


@pytest.mark.parametrize(
    ("old", "new", "place", "said"),
    [
        ('format = "uitzicht-mapping/1"', 'format = "2"', "format", "uitzicht-mapping/1"),
        ('name = "Small survey"', "", "name", "missing"),
        ('language = "en"', 'language = "it"', "language", "nl, fr, en, de"),
        ('id_column = "No"', 'id_colum = "No"', "id_colum", "id_column"),
        ('[kind]\ncolumn = "Why"', "[kind]", "[kind] column", "missing"),
        ('Fired = "dismissal"', 'Fired = "dismisal"', "[kind] values", "Did you mean “dismissal”?"),
        ('Fired = "dismissal"', '"QUIT*" = "dismissal"', "[kind] values", "two meanings"),
        ('forms = ["YYYY"]', 'forms = ["Y"]', "[started_on] forms", "“Y”"),
        ('forms = ["YYYY"]', 'forms = ["DD/MM/YYYY", "MM/DD/YYYY"]', "[started_on] forms", "told apart"),
        ('forms = ["YYYY"]', 'forms = ["YY"]', "[started_on] latest", "century"),
        ('forms = ["YYYY"]', "", "[started_on] forms", "missing"),
        ('forms = ["YYYY"]', 'forms = ["YYYY"]\nlatest = "2014"', "[started_on] latest", "without quotes"),
        ('columns = ["Division", "Team"]', 'columns = ["Division", "Team"]\nseparator = "/"', "[unit] separator", "2"),
        ('columns = ["Division", "Team"]', 'columns = 3', "[unit] columns", "list of texts"),
        ('key = "satisfaction.content"', 'key = "satisfaction.weather"', "[[items]] 1 key", "satisfaction.weather"),
        ('key = "satisfaction.content"', 'key = "satisfaction.content.pace"', "[[items]] 1 labels", "en"),
        ("good = 5", "good = 6", "[[items]] 1 values", "1, 2, 3, 4, 5"),
        ("good = 5", "good = true", "[[items]] 1 values", "1, 2, 3, 4, 5"),
        ('column = "Work"', 'column = "Work"\nscale = "mood"', "[[items]] 1 scale", "mood"),
        ('column = "Work"', 'column = "Work"\nlinear = [5, 5]', "[[items]] 1 linear", "[worst, best]"),
        ('ticked = "yes"\nnot_ticked', "not_ticked", "[[reasons.ticks]] 1 ticked", "missing"),
        ('ticked = "yes"', 'ticked = ["yes", "no"]', "[[reasons.ticks]] 1 ticked", "two meanings"),
        ('reason = "terms.pay"', 'reason = "terms.pey"', "[[reasons.ticks]] 1 reason", "Did you mean “terms.pay”?"),
        ('reason = "terms.pay"', 'reason = "weather.rain"', "[[reasons.ticks]] 1 reason", "group.reason"),
        (TICK, f'{TICK}\n[reasons.own."terms.pay"]\nen = "pay"', "[reasons.own] terms.pay", "its meaning stays"),
        (TICK, f'{TICK}\n[reasons.own."terms.van"]\nnl = "bus"', "[reasons.own] terms.van", "no text in en"),
        (TICK, f'[reasons.separated]\ncolumn = "Pay"\nseparator = ","\nvalues = {{ a = "terms.pay" }}\n{TICK}', "[reasons]", "two ways"),
        ("[kind]", "[attributes.gender]\ncolumn = \"Sex\"\nvalues = { f = \"female\" }\n[kind]", "[attributes.gender] values", "woman, man, other"),
        ("[kind]", "[attributes.age_band]\ncolumn = \"Age\"\nvalues = { young = \"30-20\" }\n[kind]", "[attributes.age_band] values", "25-34"),
        ("[kind]", "[attributes.age_band]\ncolumn = \"Age\"\nbands = [\"old\"]\n[kind]", "[attributes.age_band] bands", "old"),
        ("[kind]", "[attributes.shoe]\ncolumn = \"Shoe\"\n[kind]", "[attributes] shoe", "not a key"),
        ("[kind]", "[ignored]\nWork = \"private\"\n[kind]", "[ignored]", "also reads"),
        ("[kind]", "[file]\nencoding = \"latin\"\n[kind]", "[file] encoding", "cp1252"),
        ("[kind]", "[file]\nheader_row = 3\nfirst_row = 2\n[kind]", "[file] first_row", "row 3"),
        ("[kind]", "kind = 3\n[kinds]", "kind", "should be a table"),
    ],
)  # fmt: skip
def test_a_mistake_is_named_with_its_place_and_what_to_do(old, new, place, said):
    assert old in SMALL
    named = [text for text in problems(SMALL.replace(old, new, 1)) if text.startswith(f"{place}:") and said in text]
    assert named, problems(SMALL.replace(old, new, 1))


def test_every_mistake_is_named_in_one_run():
    bent = SMALL.replace("good = 5", "good = 9").replace('"dismissal"', '"sacking"').replace('name = "', 'nam = "', 1)
    assert len(problems(bent)) == 4  # name is missing, and nam is not a key


def test_the_line_of_a_refusal_stays_short():
    bent = SMALL.replace("Pay", "").replace('"terms.pay"', "3").replace('"family.family"', "4").replace('"none"', "5")
    with pytest.raises(MappingRefusal, match="more"):
        load_mapping(bent, file="bent.toml")


def test_text_that_is_not_toml_is_refused_with_its_line():
    (problem,) = problems("format = \n")
    assert "line 1" in problem


def test_a_survey_without_a_kind_or_without_answers_is_refused():
    assert any("[kind]" in text for text in problems(SMALL.replace("[kind]", "[sort]")))
    bare = SMALL[: SMALL.index("[[items]]")]
    assert any("without answers" in text for text in problems(bare))


def test_one_question_cannot_be_read_from_two_columns():
    twice = '\n[[items]]\nkey = "satisfaction.content"\ncolumn = "Other"\nvalues = { a = 1 }\n'
    assert any("used twice" in text for text in problems(SMALL + twice))


def test_labels_in_the_language_of_the_survey_serve_the_others_too():
    mapping = load_mapping(HAVEN, file="haven.toml")
    (canteen,) = [item for item in mapping.items if item.key == "satisfaction.terms.canteen"]
    assert canteen.labels == {"nl": "de kantine", "fr": "de kantine", "en": "the canteen", "de": "de kantine"}
