"""Rates: events per exposure, such as leavers per person-year."""

from scipy.special import gammaincinv

from uitzicht.core.statistics.vocabulary import CONFIDENCE, Interval


def poisson_rate(events: int, exposure: float, confidence: float = CONFIDENCE) -> Interval:
    """Exact Poisson interval of ``events / exposure`` (Garwood 1936), per unit of exposure.

    The ends are the means at which the count observed, or one further away, has probability (1 - confidence) / 2. Exact
    means at least the stated confidence. Not for events that come in clusters, such as a closed site.

    Raises ValueError unless events >= 0, exposure > 0 and 0 < confidence < 1.
    """
    if events < 0 or exposure <= 0 or not 0 < confidence < 1:
        raise ValueError("a rate needs events >= 0, exposure > 0 and a confidence between 0 and 1")
    tail = (1 - confidence) / 2
    low = float(gammaincinv(events, tail)) if events else 0.0
    return Interval(low / exposure, float(gammaincinv(events + 1, 1 - tail)) / exposure)
