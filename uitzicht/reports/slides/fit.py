"""How much room a text takes, before a program that draws has seen it: widths of Helvetica, which the narrower fonts of
the slides stay under (Adobe font metrics, core 14 fonts; Arial and Liberation Sans are as wide).
"""

import unicodedata
from collections.abc import Iterable, Sequence

LINE = 1.2
"""Height of a line, in sizes of its letters."""
CAREFUL = 1.04
"""Other fonts are a little wider."""
BOLD = 1.08
"""How much wider a bold text is."""
ROUNDING = 0.01  # points
PER_EM = 1000
WIDE = 1000  # what is in no table: an em, as in scripts whose letters are square
WIDTHS = {
    191: "'",
    222: "ijl",
    260: "|",
    278: " !,./:;I[\\]ft",
    333: "()-`r",
    334: "{}",
    355: '"',
    389: "*",
    469: "^",
    500: "Jckvsxyz",
    556: "#$0123456789?L_abdeghnopqu",
    584: "+<=>~",
    611: "FTZ",
    667: "&ABEKPSVXY",
    722: "CDHNRUw",
    778: "GOQ",
    833: "Mm",
    889: "%",
    944: "W",
    1015: "@",
}
OF_CHARACTER = {character: width for width, characters in WIDTHS.items() for character in characters}
OTHERS = {
    "–": 556,
    "—": 1000,
    "’": 222,
    "‘": 222,
    "“": 333,
    "”": 333,
    "„": 333,
    "«": 556,
    "»": 556,
    "·": 278,
    "…": 1000,
}
OTHERS |= {
    "\u00a0": 278,
    "\u202f": 278,
    "ß": 611,
    "œ": 944,
    "Œ": 1000,
    "æ": 889,
    "Æ": 1000,
    "ø": 611,
    "Ø": 778,
    "€": 556,
}


def width(text: str, size: float) -> float:
    """Points that a line of text takes in letters of ``size`` points."""
    return CAREFUL * size * sum(map(_per_em, text)) / PER_EM


def lines(text: str, size: float, room: float) -> int:
    """Lines that a paragraph takes in ``room`` points; a word that is wider than the room is broken."""
    count, left = 1, room
    for word in text.split(" "):
        long, space = width(word, size), width(" ", size) if left < room else 0
        if long + space <= left + ROUNDING:
            left -= long + space
            continue
        count += 1 if left < room else 0
        extra = max(0, -(-(long - ROUNDING) // room) - 1)
        count += int(extra)
        left = room - (long - extra * room)
    return count


def height(paragraphs: Iterable[str], size: float, room: float, *, between: float = 0) -> float:
    """Points from the top of the first paragraph to the bottom of the last; ``between``: sizes of white between two."""
    counts = [lines(paragraph, size, room) for paragraph in paragraphs]
    return size * (LINE * sum(counts) + between * max(0, len(counts) - 1))


def largest(
    paragraphs: Sequence[str], sizes: Sequence[float], room: float, tall: float, *, between: float = 0
) -> float | None:
    """The first of ``sizes``, large ones first, in which the paragraphs fit ``room`` by ``tall`` points; None: in none."""
    return next((size for size in sizes if height(paragraphs, size, room, between=between) <= tall), None)


def _per_em(character: str) -> int:
    if character in OF_CHARACTER:
        return OF_CHARACTER[character]
    if character in OTHERS:
        return OTHERS[character]
    plain = unicodedata.normalize("NFD", character)[0]  # é is as wide as e
    return OF_CHARACTER.get(plain, 0 if unicodedata.combining(plain) else WIDE)
