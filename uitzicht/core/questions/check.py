"""The neutrality check: what may steer who answers a question."""

from collections.abc import Iterator

from uitzicht.core.questions.closed import closed
from uitzicht.core.questions.double import double, second_question
from uitzicht.core.questions.languages import LANGUAGES
from uitzicht.core.questions.length import too_long
from uitzicht.core.questions.text import sentences, straight
from uitzicht.core.questions.vocabulary import Fault, Finding, Language
from uitzicht.core.questions.worded import worded


def check(text: str, language: str, *, closed_item: bool = False) -> list[Finding]:
    """Possible faults of a question, in the order of their places. ``language``: nl, fr, en or de. ``closed_item``: the
    answer is a score or a choice, so that a closed form is no fault.

    Rules of words, no understanding: see docs/methods/neutrality.md. Raises ValueError for another language.
    """
    if language not in LANGUAGES:
        raise ValueError(f"there are no rules for {language}")
    faults = _faults(straight(text), LANGUAGES[language])
    found = [Finding(kind, start, end, text[start:end], proposal) for kind, start, end, proposal in faults]
    leading = [f for f in found if f.kind is Fault.LEADING]
    # "Don't you think" is closed as well, but opened it would still lead.
    kept = [f for f in found if f.kind is not Fault.CLOSED or not (closed_item or any(_meet(f, o) for o in leading))]
    return sorted(kept, key=lambda f: (f.start, f.end, f.kind))


def _meet(one: Finding, other: Finding) -> bool:
    return one.start < other.end and other.start < one.end


def _faults(text: str, language: Language) -> Iterator[tuple[Fault, int, int, str]]:
    asked = False
    for sentence in sentences(text):
        rules = {
            Fault.CLOSED: closed(text, sentence, language),
            Fault.LEADING: worded(text, sentence, language.leading, language),
            Fault.LOADED: worded(text, sentence, language.loaded, language),
            Fault.PRESUMING: worded(text, sentence, language.presuming, language),
            Fault.DOUBLE_BARRELLED: (second_question if asked else double)(text, sentence, language),
            Fault.TOO_LONG: too_long(text, sentence, language),
        }
        for kind, places in rules.items():
            yield from ((kind, *found) for found in places)
        asked = asked or sentence.asks
