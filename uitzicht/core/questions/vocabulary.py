"""What the neutrality check speaks about: kinds of fault, findings, and what it knows of a language."""

import re
from dataclasses import dataclass
from enum import StrEnum


class Fault(StrEnum):
    """Why a question may steer who answers it. The values are stable codes."""

    CLOSED = "closed"
    LEADING = "leading"
    DOUBLE_BARRELLED = "double_barrelled"
    LOADED = "loaded"
    PRESUMING = "presuming"
    TOO_LONG = "too_long"


@dataclass(frozen=True, slots=True)
class Finding:
    """One possible fault. ``text[start:end] == excerpt``; ``proposal`` is in the language of the question."""

    kind: Fault
    start: int
    end: int
    excerpt: str
    proposal: str


Place = tuple[int, int, str]  # from, up to, proposal


@dataclass(frozen=True, slots=True)
class Phrases:
    """Wordings that are one fault for one reason. An empty ``proposal``: leave the words out. ``topical``: when the
    subject of the question is known, its own neutral question is the better proposal."""

    pattern: re.Pattern[str]
    proposal: str
    topical: bool


@dataclass(frozen=True, slots=True)
class Topic:
    """A subject of exit interviews: the words for it, and a neutral question about it."""

    words: re.Pattern[str]
    question: str


@dataclass(frozen=True, slots=True)
class Advice:
    """Sentences for a proposal, with ``{placeholders}``."""

    extent: str  # put before a closed question it makes an open one: "To what extent"
    open: str  # for a question whether there is something
    statement: str  # for a statement with a question mark
    split: str  # {first} and {second} are whole questions
    two: str  # {first} and {second} are subjects
    shorten: str  # {limit}
    keep: str  # {question}
    plain: str  # {words}: leave them out
    mark: str = "?"  # with the blank before it, if the language has one


@dataclass(frozen=True, slots=True)
class Language:
    """All that the check knows of one language."""

    asks: re.Pattern[str]  # a question word, with what may stand before it
    subject: re.Pattern[str]  # a subject that, right after a question word, makes a subordinate clause of it
    closed: re.Pattern[str]  # the beginning of a yes/no question, whatever its last mark
    closed_if_marked: re.Pattern[str]  # one only when the sentence ends in a question mark
    judges: re.Pattern[str]  # closed beginnings that ask for a judgement
    exists: re.Pattern[str]  # closed beginnings that ask whether there is something
    invites: re.Pattern[str]  # closed in form, an invitation to tell in fact
    joiners: re.Pattern[str]  # words that join two subjects; in group "joiner" when more is needed to see it
    choices: re.Pattern[str]  # joiners that offer a choice
    determiners: re.Pattern[str]
    times: re.Pattern[str]  # nouns of time: "your first day and the weeks after it" is one subject
    together: re.Pattern[str]  # two subjects that are one, because they do something with each other
    harmless: re.Pattern[str]  # pairs that are one subject, balanced judgements, "if so"
    leading: tuple[Phrases, ...]
    loaded: tuple[Phrases, ...]
    presuming: tuple[Phrases, ...]
    topics: tuple[Topic, ...]
    advice: Advice
    tidy: tuple[tuple[str, str], ...] = ()  # what to mend after words were left out
