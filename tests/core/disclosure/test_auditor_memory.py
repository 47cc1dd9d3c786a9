"""What an attack on bundles remembers makes the next one quicker, and never greener."""

from tests.core.disclosure.published import CHOICE, Published, choices
from uitzicht.core.disclosure.auditor import Memory, Verdict, audit

PARENTS = {"1": None, "2": "1", "3": "1", "4": "1"}
SIBLING = ("3:resignation", "4:resignation")


def _published(level: int) -> Published:
    """Unit 2 has one reason only and moves in between, so no simple move helps; siblings at this level hide what the parent
    gives away."""
    published = Published(PARENTS, [CHOICE])
    levels = {(group, "main", item): level for group in SIBLING for item in CHOICE["items"]}
    first, second, third = CHOICE["items"][:3]
    for above in ("1", "3"):
        published.parents = {**PARENTS, "2": above}
        published.release(
            [
                ("2", choices(**{first: 6})),
                ("3", choices(**{first: 3, second: 4, third: 3})),
                ("4", choices(**{first: 4, second: 3, third: 3})),
            ],
            levels=levels,
        )
    return published


def _verdict(level: int, memory: Memory | None = None) -> Verdict:
    return audit(*_published(level).evidence(), memory=memory)


def test_a_narrow_figure_stays_open_after_a_wide_one_was_closed() -> None:
    memory = Memory()
    wide = _verdict(2, memory)
    assert wide.green, wide.openings
    assert any(memory._found.values())
    assert _verdict(0, memory).openings == _verdict(0).openings != ()


def test_the_same_attack_again_finds_the_same() -> None:
    memory = Memory()
    assert _verdict(2, memory) == _verdict(2, memory) == _verdict(2)
