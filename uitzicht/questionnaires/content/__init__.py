"""The content of a version of the questionnaire; those that ship lie in `versions/v<number>.toml`."""

from uitzicht.questionnaires.content.reading import latest, load, read
from uitzicht.questionnaires.content.shape import MINUTES, OPEN, PROBES, Answer, Item, Part, Variant, Version

__all__ = [
    "MINUTES",
    "OPEN",
    "PROBES",
    "Answer",
    "Item",
    "Part",
    "Variant",
    "Version",
    "latest",
    "load",
    "read",
]
