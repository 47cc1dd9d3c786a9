"""``python -m tests.actions.effect_power``: how often an effect is said to show, drawn; the table of docs/methods/effects.md.

Every unit shares what is good or bad about a year (a factor of 0.7 to 1.3). One minute on one core.
"""

import os
import sys
from collections import Counter
from collections.abc import Sequence
from datetime import date

import django
import numpy as np

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "tests.settings")
django.setup()

from tests.actions.effect_documents import EAST, NORTH, SOUTH, an_aim, staffed, years  # noqa: E402
from uitzicht.actions.effect import rates  # noqa: E402
from uitzicht.actions.effect.units import comparison  # noqa: E402
from uitzicht.actions.effect.vocabulary import OUTCOMES, EffectState, Outcome  # noqa: E402

DRAWS, RATE, FALLING = 2000, 0.2, 0.9
CASES = (  # years before and after, people in the unit and in each of the two others, yearly factor of a trend of its own
    ("2 and 2 years, 200 people", 2, 2, 200, 600, 1.0),
    ("3 and 2 years, 2,000 people", 3, 2, 2000, 3000, 1.0),
    ("4 and 3 years, 400 people", 4, 3, 400, 600, 1.0),
    ("2 and 2 years, falling 10 % a year", 2, 2, 200, 600, FALLING),
    ("3 and 2 years, falling 10 % a year", 3, 2, 2000, 3000, FALLING),
)
Series = dict[str, list[tuple[int, float]]]


def drawn(
    chance: np.random.Generator, ratio: float, before: int, after: int, sizes: tuple[int, int], trend: float
) -> Series:
    common = chance.uniform(0.7, 1.3, size=before + after)

    def unit(people: int, factors: Sequence[float]) -> list[tuple[int, float]]:
        return [
            (int(chance.poisson(RATE * people * c * f)), float(people)) for c, f in zip(common, factors, strict=True)
        ]

    own = [(ratio if at >= before else 1.0) * trend ** (at - before) for at in range(before + after)]
    others = [1.0] * (before + after)
    return {NORTH: unit(sizes[0], own), SOUTH: unit(sizes[1], others), EAST: unit(sizes[1], others)}


def measured(series: Series, before: int) -> Outcome:
    many = len(series[NORTH])
    since = date(2000 + before, 1, 1)
    aim, of = an_aim(effective_on=since), staffed(years(2000, many), series)
    return rates.outcome(of, aim, comparison(of, aim, []), since=since)


def share(states: Counter[EffectState], state: EffectState) -> str:
    judged = sum(states[one] for one in OUTCOMES)
    return f"{100 * states[state] / judged:.1f} %"


def main() -> None:
    sys.stdout.write("case | judged | shown without an effect | the other way | shown when halved\n")
    for name, before, after, people, others, trend in CASES:
        none, halved = (
            Counter(
                measured(
                    drawn(np.random.default_rng([seed, at]), ratio, before, after, (people, others), trend), before
                ).state
                for at in range(DRAWS)
            )
            for seed, ratio in ((1, 1.0), (2, 0.5))
        )
        judged = sum(none[one] for one in OUTCOMES)
        row = (share(none, EffectState.SHOWN), share(none, EffectState.OPPOSITE), share(halved, EffectState.SHOWN))
        sys.stdout.write(f"{name} | {100 * judged / DRAWS:.0f} % | {' | '.join(row)}\n")
    sys.stdout.write(_looking_again())


def _looking_again() -> str:
    """Without an effect: the first outcome, against any of four yearly ones."""
    first = ever = 0
    for at in range(DRAWS):
        series = drawn(np.random.default_rng([3, at]), 1.0, 2, 4, (250, 600), 1.0)
        looks = [measured({unit: rows[: 2 + n] for unit, rows in series.items()}, 2).state for n in (1, 2, 3, 4)]
        outcomes = [state for state in looks if state in OUTCOMES]
        first += outcomes[:1] == [EffectState.SHOWN]
        ever += EffectState.SHOWN in outcomes
    return f"looking again for four years | first outcome shown {100 * first / DRAWS:.1f} % | ever shown {100 * ever / DRAWS:.1f} %\n"


if __name__ == "__main__":
    main()
