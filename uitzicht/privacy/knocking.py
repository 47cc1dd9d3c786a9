"""How often somebody may knock with a key that fits no door."""

from django.core.cache import cache

MISSES_A_MINUTE = 30
_MINUTE = 60


def too_many_misses(visitor: str) -> bool:
    """``visitor``: the address a request comes from. Only wrong links count, so that a shared address stays open."""
    return int(cache.get(_key(visitor), 0)) >= MISSES_A_MINUTE


def count_miss(visitor: str) -> None:
    if not cache.add(_key(visitor), 1, timeout=_MINUTE):
        try:
            cache.incr(_key(visitor))
        except ValueError:  # it expired between the two calls
            cache.add(_key(visitor), 1, timeout=_MINUTE)


def _key(visitor: str) -> str:
    return f"miss:{visitor}"
