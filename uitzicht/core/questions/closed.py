"""Closed questions: those that yes or no answers."""

from collections.abc import Iterator

from uitzicht.core.questions.patterns import place
from uitzicht.core.questions.proposals import about, question
from uitzicht.core.questions.text import Sentence
from uitzicht.core.questions.vocabulary import Language, Place

LEAST_WORDS = 4  # of a statement


def closed(text: str, sentence: Sentence, language: Language) -> Iterator[Place]:
    """The beginning of a yes/no question, with an open question instead; nothing for an invitation to tell."""
    if sentence.tells:
        return
    for start, end in sentence.clauses:
        opening = language.closed.match(text, start, end)
        if not opening and sentence.asks:
            opening = language.closed_if_marked.match(text, start, end)
        if opening:
            first, last = place(opening)
            if not language.invites.search(text, first, sentence.end):
                yield first, last, _opened(text, sentence, first, last, language)
            return
        if language.asks.match(text, start, end):
            return
    yield from _stated(text, sentence, language)


def _stated(text: str, sentence: Sentence, language: Language) -> Iterator[Place]:
    """A statement with a question mark; a few loose words ("And then?") only repeat the question before."""
    long_enough = len(sentence.words) >= LEAST_WORDS
    patterns = (language.asks, language.invites)
    if sentence.asks and long_enough and not any(p.search(text, sentence.start, sentence.end) for p in patterns):
        first, last = sentence.words[0].start, sentence.words[1].end
        yield first, last, about(text, first, last, language) or language.advice.statement


def _opened(text: str, sentence: Sentence, first: int, last: int, language: Language) -> str:
    """The same question, so that yes or no no longer answers it."""
    if language.exists.match(text, first, last):
        return language.advice.open
    if language.judges.match(text, first, last) and (known := about(text, first, last, language)):
        return known
    before, rest = text[sentence.start : first], text[first : sentence.end]
    extent = language.advice.extent.lower() if before.strip() else language.advice.extent
    return question(f"{before}{extent} {rest[:1].lower()}{rest[1:]}", language)
