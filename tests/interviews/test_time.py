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
