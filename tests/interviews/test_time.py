import pytest

from uitzicht.interviews.horizon import LEFT, RIGHT, horizon
from uitzicht.interviews.vocabulary import PartState
from uitzicht.interviews.workspace import PartRow


def rows(*seconds: int) -> list[PartRow]:
    keys = ("opening", "content", "leaving")
    return [PartRow(key, key, 20, spent, PartState.NOT_YET) for key, spent in zip(keys, seconds, strict=True)]


@pytest.mark.parametrize(
    ("spent", "remaining"),
    [(0, 20), (1, 20), (60, 19), (19 * 60 + 1, 1), (20 * 60, 0), (20 * 60 + 1, 0), (22 * 60, -2)],
)
def test_what_remains_of_a_part_is_rounded_up_to_whole_minutes(spent: int, remaining: int) -> None:
    assert horizon(rows(0, spent, 0), "content").remaining == remaining


def test_the_hour_is_a_line_from_its_first_to_its_last_minute() -> None:
    hour = horizon(rows(600, 1200, 0), "content")
    assert (hour.ticks[0], hour.ticks[-1]) == (LEFT, RIGHT)
    assert (hour.minutes, hour.passed, hour.now) == (60, 30, (LEFT + RIGHT) / 2)


def test_a_talk_that_takes_longer_stays_at_the_end_of_the_line() -> None:
    assert horizon(rows(3600, 3600, 0), "leaving").now == RIGHT


def test_a_part_that_runs_on_takes_from_the_longest_part_to_come() -> None:
    hour = [
        PartRow("opening", "opening", 5, 300, PartState.COVERED),
        PartRow("content", "content", 20, 1380, PartState.TOUCHED),
        PartRow("inclusion", "inclusion", 10, 0, PartState.NOT_YET),
        PartRow("leaving", "leaving", 25, 0, PartState.NOT_YET),
    ]
    assert (horizon(hour, "content").longest, horizon(hour, "content").lost) == ("leaving", 3)


@pytest.mark.parametrize(
    ("seconds", "state"),
    [(1100, PartState.NOT_YET), (1380, PartState.SKIPPED), (1230, PartState.NOT_YET)],
    ids=["within its time", "another part was skipped", "less than a minute over"],
)
def test_nothing_is_lost_while_the_hour_has_room(seconds: int, state: PartState) -> None:
    hour = [
        PartRow("content", "content", 20, seconds, PartState.TOUCHED),
        PartRow("inclusion", "inclusion", 10, 0, state),
        PartRow("leaving", "leaving", 30, 0, PartState.NOT_YET),
    ]
    assert horizon(hour, "content").lost == 0


def test_the_last_part_takes_from_nobody() -> None:
    assert (horizon(rows(0, 0, 9999), "leaving").longest, horizon(rows(1200, 1200, 9999), "leaving").lost) == (
        "opening",
        0,
    )
