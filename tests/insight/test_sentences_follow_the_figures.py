"""Findings in plain sentences, in four languages and by grammar case."""

from collections.abc import Sequence

import pytest
from django.utils import translation

from uitzicht.core.statistics.means import mean_interval
from uitzicht.core.statistics.shares import wilson
from uitzicht.insight import sentences
from uitzicht.insight.cells import Above, Below, Exact, Range, Shown
from uitzicht.insight.vocabulary import FigureGroup, Item, Kind

NBSP = "\u00a0"
LANGUAGES = ("nl", "fr", "en", "de")


def counts(base: Shown, *shown: Shown, labels: Sequence[str] = ("career", "management", "pay")) -> FigureGroup:
    items = []
    for label, value in zip(labels, shown, strict=False):
        if isinstance(value, Exact) and isinstance(base, Exact):
            n, x = int(base.value), int(value.value)
            items.append(Item(label, label, value, share=x / n, interval=wilson(x, n)))
        else:
            items.append(Item(label, label, value))
    return FigureGroup("1", "Havenlicht", Kind.ALL, "main_reason", "main reason", base, tuple(items))


def score(label: str, base: int, shown: Shown) -> FigureGroup:
    interval = mean_interval(shown.value, base) if isinstance(shown, Exact) else None
    item = Item("mean", label, shown, score=True, interval=interval)
    return FigureGroup("1", "Havenlicht", Kind.ALL, label, label, Exact(base), (item,))


def spoken(language: str, found: list[str] | str) -> str:
    with translation.override(language):
        return found if isinstance(found, str) else " ".join(found)


def test_the_top_reason_is_said_as_the_design_says_it() -> None:
    group = counts(Exact(64), Exact(20), Exact(9), labels=("loopbaan", "leiding en beleid"))
    with translation.override("nl"):
        first = sentences.top_reason(group, "x", main=True)[0]
    assert first == (
        "Van de 64 mensen die antwoordden, noemden er 20 loopbaan als belangrijkste reden"
        f" (31{NBSP}%, tussen 21 en 43{NBSP}%)."
    )


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_top_reason_has_base_count_share_and_interval_in_every_language(language: str) -> None:
    with translation.override(language):
        first = sentences.top_reason(counts(Exact(64), Exact(20), Exact(9)), "x", main=True)[0]
    for part in ("64", "20", "career", "31", "21", "43"):
        assert part in first


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("shown", [Below(3), Above(61), Range(50, 60)])
def test_a_banded_value_has_no_percentage(language: str, shown: Shown) -> None:
    with translation.override(language):
        said = sentences.named(counts(Exact(64), shown).items[0], Exact(64))
    assert "%" not in said
    assert "64" in said


def test_all_bands_below_name_no_reason_at_all() -> None:
    with translation.override("en"):
        said = sentences.top_reason(counts(Exact(64), Below(3), Below(3)), "x", main=True)
    assert said == ["Every answer was named by fewer than 3 of 64 people."]


def test_two_reasons_whose_intervals_overlap_are_not_ranked() -> None:
    with translation.override("en"):
        said = sentences.top_reason(counts(Exact(64), Exact(20), Exact(18), Exact(4)), "x", main=True)
    assert said[1] == "“management” follows with 18: too close together to rank the two."


def test_a_clear_first_reason_leaves_the_rest_unranked() -> None:
    with translation.override("en"):
        said = sentences.top_reason(counts(Exact(100), Exact(60), Exact(12), Exact(10)), "x", main=True)
    assert said[1] == "The reasons that follow are too close together to rank."


def test_a_banded_second_reason_that_may_be_as_large_is_not_ranked_either() -> None:
    with translation.override("en"):
        said = sentences.top_reason(counts(Exact(64), Exact(20), Range(16, 19)), "x", main=False)
    assert said[1].startswith("“management” follows with 16 to 19")


def test_none_of_these_is_never_the_top_reason() -> None:
    group = counts(Exact(64), Exact(40), Exact(20), labels=("none", "career"))
    with translation.override("en"):
        assert "career" in sentences.top_reason(group, "x", main=False)[0]


@pytest.mark.parametrize(
    ("language", "one", "many"),
    [
        ("nl", "Er is nog 1 antwoord nodig.", "Er zijn nog 2 antwoorden nodig."),
        ("fr", "Il manque encore 1 réponse.", "Il manque encore 2 réponses."),
        ("en", "1 more answer is needed.", "2 more answers are needed."),
        ("de", "Es fehlt noch 1 Antwort.", "Es fehlen noch 2 Antworten."),
    ],
)
def test_too_few_counts_what_is_missing(language: str, one: str, many: str) -> None:
    with translation.override(language):
        assert sentences.too_few("x", Exact(19)).endswith(one)
        assert sentences.too_few("x", Exact(18)).endswith(many)


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_hidden_base_says_how_many_answers_are_needed(language: str) -> None:
    with translation.override(language):
        said = sentences.too_few("x", Below(5))
    assert "20" in said
    assert "15" not in said


def test_twenty_answers_are_enough_and_nineteen_are_not() -> None:
    with translation.override("en"):
        assert sentences.top_reason(counts(Exact(20), Exact(9), Exact(4)), "x", main=True)[0].startswith("Of the 20")
        assert sentences.top_reason(counts(Exact(19), Exact(9), Exact(4)), "x", main=True)[0].startswith("Too few")


@pytest.mark.parametrize(
    ("language", "zero", "one", "many"),
    [
        ("nl", "", "1 vertrekker, nog", "7 vertrekkers, nog"),
        ("fr", "", "1 départ, pas", "7 départs, pas"),
        ("en", "", "1 leaver, not", "7 leavers, not"),
        ("de", "", "1 Austritt, noch", "7 Austritte, noch"),
    ],
)
def test_waiting_has_its_grammar_cases(language: str, zero: str, one: str, many: str) -> None:
    with translation.override(language):
        assert sentences.waiting(0) == zero
        assert sentences.waiting(1).startswith(one)
        assert sentences.waiting(7).startswith(many)


@pytest.mark.parametrize(
    ("language", "said"),
    [
        ("nl", f"68 van de 86 vertrekkers antwoordden (79{NBSP}%)."),
        ("fr", f"68 réponses pour 86 départs (79{NBSP}%)."),
        ("en", "68 of 86 leavers answered (79%)."),
        ("de", f"68 Antworten bei 86 Austritten (79{NBSP}%)."),
    ],
)
def test_the_response_is_said_with_its_rate(language: str, said: str) -> None:
    with translation.override(language):
        assert sentences.response(68, 86) == said


def test_the_response_of_nobody_and_of_one_is_said_rightly() -> None:
    with translation.override("en"):
        assert sentences.response(0, 0) == "Nobody has left in this period."
        assert sentences.response(1, 1) == "1 of 1 leaver answered (100%)."
    with translation.override("fr"):
        assert sentences.response(0, 1).startswith("0 réponse pour 1 départ")


def test_means_name_the_highest_and_the_lowest() -> None:
    groups = [score("relations", 300, Exact(3.9)), score("content", 300, Exact(3.7)), score("terms", 300, Exact(2.9))]
    with translation.override("nl"):
        said = sentences.means(groups, "x")
    assert said == ["Vertrekkers gaven de hoogste score aan “relations” (3,9 op 5) en de laagste aan “terms” (2,9)."]


def test_means_whose_ranges_overlap_show_no_difference() -> None:
    with translation.override("en"):
        said = sentences.means([score("a", 40, Exact(3.6)), score("b", 40, Exact(3.4))], "x")
    assert said[1] == "The ranges of the two overlap: no difference shown. There may still be one."


@pytest.mark.parametrize(
    ("language", "said"),
    [
        ("nl", "De score voor “pay” ligt onder 2,4 op de schaal van 1 tot 5 (basis 25). Hoe kleiner"),
        ("fr", f"Le score pour «{NBSP}pay{NBSP}» est inférieur à 2,4 sur 5 (base 25). Plus le groupe"),
        ("en", "The score for “pay” is below 2.4 out of 5 (base 25). The smaller"),
        ("de", "Der Wert für „pay“ liegt unter 2,4 von 5 (Basis 25). Je kleiner"),
    ],
)
def test_a_banded_mean_says_on_which_side_of_its_edge_it_lies(language: str, said: str) -> None:
    with translation.override(language):
        assert sentences.mean(score("pay", 25, Below(2.4))).startswith(said)


def test_too_few_means_say_so_once() -> None:
    with translation.override("en"):
        said = sentences.means([score("a", 12, Exact(3.6)), score("b", 15, Exact(3.4))], "satisfaction")
    assert said == ["Too few to conclude about “satisfaction”: the base is 15. 5 more answers are needed."]
