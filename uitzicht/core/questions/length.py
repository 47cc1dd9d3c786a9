"""Questions that are too long to keep in mind while one answers."""

from collections.abc import Iterator

from uitzicht.core.questions.proposals import question
from uitzicht.core.questions.text import Sentence
from uitzicht.core.questions.vocabulary import Language, Place

MOST_WORDS = 20


def too_long(text: str, sentence: Sentence, language: Language) -> Iterator[Place]:
    """A sentence of more than ``MOST_WORDS`` words, with the shorter question that is in it, if there is one."""
    if len(sentence.words) > MOST_WORDS:
        yield sentence.start, sentence.end, _shorter(text, sentence, language)


def _shorter(text: str, sentence: Sentence, language: Language) -> str:
    start, end = sentence.clauses[-1]
    led_up = len(sentence.clauses) > 1 and not language.asks.match(text, sentence.start, sentence.end)
    if led_up and language.asks.match(text, start, end):
        return language.advice.keep.format(question=question(text[start:end], language))
    return language.advice.shorten.format(limit=MOST_WORDS)
