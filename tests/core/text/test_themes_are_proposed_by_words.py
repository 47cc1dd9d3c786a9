import pytest
from hypothesis import given
from hypothesis import strategies as st

from uitzicht.core.text import proposed_themes, read_signs

SIGNS = read_signs(
    {
        "variety": ["afwissel*", "steeds hetzelfde", "éentonig"],
        "pay": ["loon", "*lohn", "verdien*"],
        "manager": ["chef*", "n+1"],
    }
)


def proposed(text: str, most: int = 5) -> list[str]:
    return proposed_themes(text, SIGNS, most=most)


@pytest.mark.parametrize(
    ("text", "themes"),
    [
        ("Veel AFWISSELING gehad.", ["variety"]),
        ("Steeds\n hetzelfde werk", ["variety"]),
        ("Het was eentonig; mijn chef vond van niet.", ["variety", "manager"]),
        ("Der Monatslohn war gut", ["pay"]),
        ("mijn N+1", ["manager"]),
        ("Ik beloonde mezelf.", []),  # "loon" is in it, but not as a word
        ("lohnend", []),
        ("", []),
    ],
)
def test_a_sign_is_a_word_its_start_or_its_end(text: str, themes: list[str]) -> None:
    assert proposed(text) == themes


def test_more_different_signs_come_first_and_the_same_word_counts_once() -> None:
    text = "chef, chef, chef; afwisselend maar eentonig"
    assert proposed(text) == ["variety", "manager"]
    assert proposed(text, most=1) == ["variety"]


@pytest.mark.parametrize("words", [[], [""], ["*"], ["good", " "]])
def test_a_theme_without_a_letter_to_look_for_is_refused(words: list[str]) -> None:
    with pytest.raises(ValueError, match="pay"):
        read_signs({"pay": words})


@given(st.text(max_size=300))
def test_any_text_gives_known_themes_once_and_always_the_same(text: str) -> None:
    found = proposed(text)
    assert len(set(found)) == len(found)
    assert set(found) <= {"variety", "pay", "manager"}
    assert proposed(text) == found
