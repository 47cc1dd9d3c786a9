"""How patterns are written: words and phrases instead of bare regular expressions."""

import re

from uitzicht.core.questions.vocabulary import Phrases, Topic


def wording(lines: str) -> re.Pattern[str]:
    """A pattern of whole words from expressions, one a line. A blank stands for any white space; one that may be
    missing is a blank with a question mark."""
    stripped = (line.strip().replace(" ?", r"\s*").replace(" ", r"\s+") for line in lines.splitlines())
    choices = "|".join(line for line in stripped if line)
    return re.compile(rf"(?<!\w)(?:{choices})(?!\w)", re.IGNORECASE)


def phrases(lines: str, proposal: str = "", *, topical: bool = True) -> Phrases:
    """See ``wording`` and ``Phrases``. A group ``place`` narrows what is pointed at."""
    return Phrases(wording(lines), proposal, topical)


def either(words: str) -> str:
    """A piece of a pattern: one of these expressions, apart by white space."""
    return "(?:" + "|".join(words.split()) + ")"


def begins(joining: str) -> str:
    """A piece of a pattern: the beginning of a clause, with a joining word if need be."""
    return rf"(?:^|(?<=[,.:;?!]\s))(?:{either(joining)} )?"


def stated(question_words: str) -> str:
    """A piece of a pattern: a statement, up to the comma before what makes it a question ("..., right?")."""
    return rf"(?:^\s*|(?<=[.?!]\s))(?!{either(question_words)}\b)[^,:?]+(?:,[^,:?]+)*, ?"


def topic(words: str, question: str) -> Topic:
    """Words apart by white space; a star stands for any letters, so ``*druk`` is every compound with it."""
    return Topic(re.compile("|".join(w.replace("*", r"[\w'-]*") for w in words.split()), re.IGNORECASE), question)


def place(match: re.Match[str]) -> tuple[int, int]:
    """Where a wording is: its group ``place`` when it has one, else all of it."""
    inner = match.re.groupindex.get("place")
    return match.span(inner) if inner and match.start(inner) >= 0 else match.span()
