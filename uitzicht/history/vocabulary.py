"""The words of a historical exit survey: which questions it can answer, and in which terms."""

import re
import unicodedata
from dataclasses import dataclass
from typing import Final

from uitzicht.departures.vocabulary import Kind
from uitzicht.people.vocabulary import ContractKind, Gender
from uitzicht.questionnaires.codebook import GROUPS as REASON_GROUPS
from uitzicht.questionnaires.vocabulary import Area

KINDS: Final = tuple(kind.value for kind in Kind)
AREAS: Final = tuple(area.value for area in Area)
FULL_TIME, PART_TIME = "full_time", "part_time"

# A reason is `group.reason`; the codebook has the product's own, a mapping may declare more.
REASON_CODE: Final = re.compile(rf"(?:{'|'.join(REASON_GROUPS)})\.[a-z][a-z0-9_]*")

TERMS: Final[dict[str, tuple[str, ...]]] = {
    "gender": tuple(gender.value for gender in Gender if gender.value),
    "contract": tuple(contract.value for contract in ContractKind if contract.value),
    "working_time": (FULL_TIME, PART_TIME),
}
"""What an attribute may be; age and tenure are bands of full years instead (`rules.is_band`)."""

BANDED: Final = ("age_band", "tenure_band")
ATTRIBUTES: Final = ("gender", "age_band", "tenure_band", "contract", "working_time")
LOW, MIDDLE, HIGH = "low", "middle", "high"


@dataclass(frozen=True)
class QuestionForm:
    """How a question of this family is answered: `items` are the codes of a choice, ("mean",) for a score of 1..5."""

    pattern: re.Pattern[str]
    type: str
    items: tuple[str, ...]
    measure: str


_AREA = f"(?P<area>{'|'.join(AREAS)})"
CLOSED_FORMS: Final = (
    QuestionForm(re.compile(rf"satisfaction\.{_AREA}(?:\.[a-z][a-z0-9_]*)?"), "score", ("mean",), "experience"),
    QuestionForm(re.compile(rf"change\.{_AREA}"), "choice", ("keep", "improve"), "experience"),
    QuestionForm(re.compile(r"inclusion\.(?:safe|at_home|valued)"), "score", ("mean",), "inclusion"),
    QuestionForm(re.compile(r"recommend"), "choice", (LOW, MIDDLE, HIGH), "recommend"),
)

_ALIKE = str.maketrans(dict.fromkeys("‐‑‒–—―−", "-") | {"‘": "'", "’": "'", "“": '"', "”": '"'})


def form_of(key: str) -> QuestionForm | None:
    """The form of a closed question, or None where no question has this key."""
    return next((form for form in CLOSED_FORMS if form.pattern.fullmatch(key)), None)


def area_of(key: str) -> str | None:
    """The one of the 5 A's that a question is about, or None."""
    form = form_of(key)
    match = form.pattern.fullmatch(key) if form else None
    return match.groupdict().get("area") if match else None


def plain(text: str) -> str:
    """Text with typographic look-alikes and white space made equal: exports of one survey differ in them."""
    if not text.isascii():  # most cells are; this decides how fast a large survey is read
        text = unicodedata.normalize("NFKC", text).translate(_ALIKE)
    return " ".join(text.split())


def same(text: str) -> str:
    """What two cells have in common when they mean the same code: `plain`, in lower case."""
    return plain(text).casefold()
