"""Small words of planning for templates."""

from django import template
from django.utils.dates import WEEKDAYS_ABBR

register = template.Library()


@register.filter
def weekday_names(pattern: str) -> str:
    """ "1111100" -> "ma–vr"; days that do not follow one another with commas."""
    runs: list[list[int]] = []
    for n in (n for n, works in enumerate(pattern) if works == "1"):
        if runs and runs[-1][-1] == n - 1:
            runs[-1].append(n)
        else:
            runs.append([n])
    return ", ".join(_run(run) for run in runs)


def _run(days: list[int]) -> str:
    first, last = str(WEEKDAYS_ABBR[days[0]]), str(WEEKDAYS_ABBR[days[-1]])
    return first if len(days) == 1 else f"{first}, {last}" if len(days) == 2 else f"{first}–{last}"
