"""Length of stay on a million people, beside statsmodels in the same run: the same figures, and how long they take.

``python -m benchmarks.survival``; ``--rows 100000`` for fewer people.
"""

import sys
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass

import numpy as np
from statsmodels.duration.hazard_regression import PHReg
from statsmodels.duration.survfunc import SurvfuncRight, survdiff

from benchmarks.measuring import Row, median, show
from uitzicht.core.statistics.cox import cox
from uitzicht.core.statistics.survival import Spells, kaplan_meier, log_rank

ROWS = 1_000_000
SEED = 20_261_124
TIMES = 3
RATIO = 1.3  # planted: women leave this many times as soon
DAYS_OBSERVED = 5 * 365
HEADINGS = ("", "ours s", "statsmodels s", "times as fast", "ours says", "statsmodels says")


@dataclass(frozen=True)
class People:
    """Whole days since hiring; ``entry``: from when observed; ``columns``: woman, hired part-time."""

    spells: Spells
    columns: np.ndarray

    @property
    def is_woman(self) -> np.ndarray:
        return self.columns[:, 0] == 1


def invented(rows: int) -> People:
    """``rows`` people observed in the last five of ten years of hiring; their hazard of leaving falls with service."""
    random = np.random.default_rng(SEED)
    rows, wanted = rows * 3 // 2, rows  # a quarter has left before the first observed day
    columns = random.integers(0, 2, (rows, 2)).astype(float)
    hired = random.integers(0, 2 * DAYS_OBSERVED, rows)
    speed = np.where(columns[:, 0] == 1, RATIO, 1.0)
    stay = np.ceil(1500 * (random.exponential(size=rows) / speed) ** (1 / 0.8))
    entry = np.maximum(DAYS_OBSERVED - hired, 0)
    until = 2 * DAYS_OBSERVED - hired
    end = np.minimum(stay, until)
    seen = np.flatnonzero(end > entry)[:wanted]
    spells = Spells(entry[seen].astype(float), end[seen].astype(float), (stay <= until)[seen])
    return People(spells, columns[seen])


def compared(people: People) -> list[Row]:
    spells, woman = people.spells, people.is_woman
    groups = [_part(spells, woman), _part(spells, ~woman)]
    ours: Sequence[tuple[str, Callable[[], float], Callable[[], float]]] = (
        (
            "Kaplan-Meier, delayed entry: after 1 year",
            lambda: kaplan_meier(spells).at(365),
            lambda: _after_a_year(SurvfuncRight(spells.exit, spells.left, spells.entry)),
        ),
        (
            "log-rank, two groups: chi-square",
            lambda: log_rank(groups).chi2,
            lambda: float(survdiff(spells.exit, spells.left, woman, entry=spells.entry)[0]),
        ),
        (
            "Cox, two columns, delayed entry: ratio of women",
            lambda: cox(spells, people.columns).ratios[0].ratio,
            lambda: float(np.exp(_phreg(people).params[0])),
        ),
    )
    return [_row(*task) for task in ours]


def _row(name: str, ours: Callable[[], float], theirs: Callable[[], float]) -> Row:
    fast, (slow, said) = median(ours, TIMES), _timed(theirs)
    return name, fast, slow, slow / fast, f"{ours():.6g}", f"{said:.6g}"


def _timed(work: Callable[[], float]) -> tuple[float, float]:
    """Seconds of one call, and its result: statsmodels takes too long to ask twice."""
    start = time.perf_counter()
    said = work()
    return time.perf_counter() - start, said


def _part(spells: Spells, chosen: np.ndarray) -> Spells:
    return Spells(spells.entry[chosen], spells.exit[chosen], spells.left[chosen])


def _after_a_year(curve: SurvfuncRight) -> float:
    return float(curve.surv_prob[np.searchsorted(curve.surv_times, 365, side="right") - 1])


def _phreg(people: People):  # type: ignore[no-untyped-def]
    spells = people.spells
    model = PHReg(spells.exit, people.columns, status=spells.left, entry=spells.entry, ties="breslow")
    return model.fit(disp=False)


def main() -> None:
    rows = int(sys.argv[sys.argv.index("--rows") + 1]) if "--rows" in sys.argv[1:] else ROWS
    people = invented(rows)
    title = f"Length of stay: {len(people.spells):,} people observed, {int(people.spells.left.sum()):,} leavers"
    show(f"{title} (median of {TIMES}; statsmodels once)", HEADINGS, compared(people))


if __name__ == "__main__":
    main()
