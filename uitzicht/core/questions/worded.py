"""Faults that lie in single words: leading, loaded, presuming."""

from collections.abc import Iterator

from uitzicht.core.questions.patterns import place
from uitzicht.core.questions.proposals import instead
from uitzicht.core.questions.text import Sentence
from uitzicht.core.questions.vocabulary import Language, Phrases, Place


def worded(text: str, sentence: Sentence, groups: tuple[Phrases, ...], language: Language) -> Iterator[Place]:
    """Every wording of these groups in the sentence; of two that overlap the first; balanced ones are no fault."""
    balanced = [m.span() for m in language.harmless.finditer(text, sentence.start, sentence.end)]
    taken: list[tuple[int, int]] = []
    for group in groups:
        for match in group.pattern.finditer(text, sentence.start, sentence.end):
            start, end = place(match)
            if not any(low < end and start < high for low, high in taken + balanced):
                taken.append((start, end))
                yield start, end, instead(text, start, end, group, language)
