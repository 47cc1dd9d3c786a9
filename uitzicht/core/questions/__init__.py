"""Is a question neutral? Rules of words for Dutch, French, English and German; see docs/methods/neutrality.md."""

from uitzicht.core.questions.check import check
from uitzicht.core.questions.length import MOST_WORDS
from uitzicht.core.questions.vocabulary import Fault, Finding

__all__ = ["MOST_WORDS", "Fault", "Finding", "check"]
