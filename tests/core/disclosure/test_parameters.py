import pytest

from uitzicht.core.disclosure.vocabulary import Parameters, Question, QuestionType


def test_the_floor_of_k_can_be_raised_but_not_lowered() -> None:
    assert Parameters(k=8).k == 8
    with pytest.raises(ValueError, match="never holds fewer than 5"):
        Parameters(k=4)


def test_a_sensitive_group_is_never_smaller_than_k() -> None:
    with pytest.raises(ValueError, match="k_sensitive"):
        Parameters(k=12)
    assert Parameters(k=12, k_sensitive=12).k_sensitive == 12


@pytest.mark.parametrize("wrong", [{"c": -1}, {"patience": -1}])
def test_coalitions_and_patience_cannot_be_negative(wrong: dict[str, int]) -> None:
    with pytest.raises(ValueError, match="negative"):
        Parameters(**wrong)


def test_the_margins_follow_from_the_size_of_a_coalition() -> None:
    assert (Parameters(c=1).m, Parameters(c=1).score_margin) == (3, 7)
    assert (Parameters(c=2).m, Parameters(c=2).score_margin) == (4, 11)


@pytest.mark.parametrize(
    ("type_", "items"),
    [(QuestionType.TICK, ()), (QuestionType.CHOICE, ("career", "career")), (QuestionType.SCORE, ("1", "2"))],
)
def test_a_question_names_each_of_its_items_once(type_: QuestionType, items: tuple[str, ...]) -> None:
    with pytest.raises(ValueError, match="question odd"):
        Question("odd", type_, items)
