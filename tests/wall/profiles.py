"""How long the state machines run: shortly and always the same in the suite, at length and by chance in the soak."""

import os

from hypothesis import HealthCheck, settings

SOAKING = os.environ.get("HYPOTHESIS_PROFILE") == "soak"
_UNHURRIED = (HealthCheck.too_slow, HealthCheck.data_too_large, HealthCheck.function_scoped_fixture)


def pace(*, examples: int, steps: int, soaking: tuple[int, int]) -> settings:
    """``examples`` lives of at most so many ``steps`` in the suite; the two numbers of ``soaking`` in the soak."""
    shared = settings(deadline=None, suppress_health_check=_UNHURRIED, database=None, print_blob=True)
    if SOAKING:
        return settings(shared, max_examples=soaking[0], stateful_step_count=soaking[1])
    return settings(shared, max_examples=examples, stateful_step_count=steps, derandomize=True)
