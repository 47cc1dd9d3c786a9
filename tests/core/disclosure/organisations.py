"""Small organisations for the tests of disclosure control: trees of units, people who wait, sheets of answers."""

from collections.abc import Sequence

from hypothesis import strategies as st

from uitzicht.core.disclosure.bundles import Waiting
from uitzicht.core.disclosure.vocabulary import Question, QuestionType

PARENTS: dict[str, str | None] = {"1": None, "2": "1", "3": "1", "4": "2", "5": "2", "6": "3"}
REASONS = Question("reasons", QuestionType.TICK, ("career", "family", "pay"))
MAIN = Question("main_reason", QuestionType.CHOICE, ("career", "family", "pay"))
CONTENT = Question("satisfaction.content", QuestionType.SCORE, ("mean",))
QUESTIONS = (REASONS, MAIN, CONTENT)
STRATA = ("resignation", "other")


def people(count: int, unit: str, *, waited: int = 0, historical: bool = False, prefix: str = "p") -> list[Waiting]:
    """`count` people of one unit who resigned."""
    return [Waiting(f"{prefix}{unit}-{n:02d}", unit, "resignation", waited, historical) for n in range(count)]


@st.composite
def trees(draw: st.DrawFn) -> dict[str, str | None]:
    """A tree of one to nine units; each hangs from one drawn before it."""
    parents: dict[str, str | None] = {"0": None}
    for unit in range(1, draw(st.integers(1, 9))):
        parents[str(unit)] = str(draw(st.integers(0, unit - 1)))
    return parents


@st.composite
def waiting_people(draw: st.DrawFn, parents: Sequence[str], historical: bool | None = None) -> list[Waiting]:
    """Up to 60 people spread over the units, both strata; `historical` None draws it per person."""
    past = st.booleans() if historical is None else st.just(historical)
    attributes = st.tuples(st.sampled_from(sorted(parents)), st.sampled_from(STRATA), st.integers(0, 3), past)
    drawn = draw(st.lists(attributes, max_size=60))
    return [Waiting(f"h{number:03d}", *attributes) for number, attributes in enumerate(drawn)]


def sheets(max_size: int = 12) -> st.SearchStrategy[list[dict[str, list[str] | str | int]]]:
    """Sheets on the three questions; any may stay unanswered."""
    answers = {
        REASONS.key: st.lists(st.sampled_from(REASONS.items), unique=True),
        MAIN.key: st.sampled_from(MAIN.items),
        CONTENT.key: st.integers(1, 5),
    }
    return st.lists(st.fixed_dictionaries({}, optional=answers), max_size=max_size)
