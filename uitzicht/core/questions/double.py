"""Double-barrelled questions: two subjects, one answer."""

from collections.abc import Iterator

from uitzicht.core.questions.proposals import question, topic_of
from uitzicht.core.questions.text import Sentence, Word
from uitzicht.core.questions.vocabulary import Language, Place, Topic

REACH = 4  # words from the joiner in which a subject is looked for
ECHO = 4  # words that a question may add to the one before it and still be one with it

Named = tuple[Word, Topic]


def second_question(text: str, sentence: Sentence, language: Language) -> Iterator[Place]:
    """A sentence that follows a question and asks something else; "Why?", "If so, ..." and an invitation do not."""
    follows = language.harmless.match(text, sentence.start, sentence.end)
    invites = language.invites.match(text, sentence.start, sentence.end)
    if sentence.asks and len(sentence.words) > ECHO and not follows and not invites:
        joiner = language.joiners.match(text, sentence.start, sentence.end)
        second = text[joiner.end() if joiner else sentence.start : sentence.end]
        yield sentence.start, sentence.end, _apart(text[: sentence.start], second, language)


def double(text: str, sentence: Sentence, language: Language) -> Iterator[Place]:
    """The first joiner of a sentence that joins two questions or two subjects; none when the two act together."""
    if language.together.search(text, sentence.start, sentence.end):
        return
    harmless = [m.span() for m in language.harmless.finditer(text, sentence.start, sentence.end)]
    for match in language.joiners.finditer(text, sentence.start, sentence.end):
        start, end = match.span(match.lastgroup or 0)
        if not any(low <= start < high for low, high in harmless):
            found = _joined(text, sentence, (start, end), language)
            if found:
                yield found
                return


def _joined(text: str, sentence: Sentence, joiner: tuple[int, int], language: Language) -> Place | None:
    start, end = joiner
    left = [word for word in sentence.words if word.end <= start]
    right = _unbroken(text, [word for word in sentence.words if word.start >= end])
    if not left or not right:
        return None
    if language.asks.match(text, right[0].start, sentence.end):
        return _two_questions(text, sentence, start, left, right, language)
    choice = language.choices.fullmatch(text, start, end)
    before, after = _subject(left[: -REACH - 1 : -1], language), _subject(right[:REACH], language)
    if choice and (":" in text[sentence.start : start] or not (before and after)):
        return None
    if before and after:
        return _two_subjects(left, before, after, language)
    return _two_phrases(text, left, right, language)


def _two_questions(
    text: str, sentence: Sentence, start: int, left: list[Word], right: list[Word], language: Language
) -> Place | None:
    """Unless the second is no question, or only turns the first: what went well, and what did not?"""
    asks = language.asks.match(text, right[0].start, sentence.end)
    rest = [word for word in right if asks and word.start >= asks.end()]
    subordinate = bool(rest and language.subject.match(text, rest[0].start, sentence.end))
    who_or_what = language.asks.fullmatch(left[-1].form)
    if not rest or who_or_what or subordinate or _echoes(left, right, rest, language):
        return None
    end = right[-1].end
    return start, end, _apart(text[sentence.start : start], text[right[0].start : end], language)


def _echoes(left: list[Word], right: list[Word], rest: list[Word], language: Language) -> bool:
    """The same question word again, with few words after it that name no other subject."""
    same = any(word.form.lower() == right[0].form.lower() for word in left)
    before, after = _subject(left, language), _subject(rest, language)
    return same and len(rest) <= ECHO and not (before and after and before[1] is not after[1])


def _two_subjects(left: list[Word], before: Named, after: Named, language: Language) -> Place | None:
    (noun, first), (last, second) = before, after
    if first is second:
        return None
    at = left.index(noun)
    article = at > 0 and language.determiners.fullmatch(left[at - 1].form)
    start = left[at - 1].start if article else noun.start
    return start, last.end, language.advice.split.format(first=first.question, second=second.question)


def _two_phrases(text: str, left: list[Word], right: list[Word], language: Language) -> Place | None:
    """Two nouns that each have an article or possessive of their own: your A and your B."""
    article = next((word for word in left[-2:-4:-1] if language.determiners.fullmatch(word.form)), None)
    if not article or len(right) < 2 or not language.determiners.fullmatch(right[0].form):
        return None
    if any(language.times.fullmatch(word.form) for word in (left[-1], *right[1:3])):
        return None
    first, second = text[article.start : left[-1].end], text[right[0].start : right[1].end]
    return article.start, right[1].end, language.advice.two.format(first=first, second=second)


def _unbroken(text: str, words: list[Word]) -> list[Word]:
    """The words before the next comma or other break."""
    breaks = (at for at in range(1, len(words)) if text[words[at - 1].end : words[at].start].strip())
    return words[: next(breaks, len(words))]


def _subject(words: list[Word], language: Language) -> Named | None:
    return next(((word, known) for word in words if (known := topic_of(word.form, language))), None)


def _apart(first: str, second: str, language: Language) -> str:
    return language.advice.split.format(first=question(first, language), second=question(second, language))
