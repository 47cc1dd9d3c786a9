"""What stands on Today."""

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True)
class Task:
    """``when``: a word or two; ``order``: the day it is for, the earliest first within pressing and the rest."""

    when: str
    title: str
    text: str
    url: str
    action: str
    order: date
    pressing: bool = False


@dataclass(frozen=True)
class Coming:
    """One line of the coming week."""

    at: date
    time: str
    text: str
    url: str
