"""End bands: how one number is displayed, exactly or as a band, given its base and a widening level.

0 % and 100 % are never shown: near an end a figure is a band, and which band is a function of the number displayed and
the base only. The displays of one figure at one widening level partition its possible values, so a cell means exactly
the values that it prints; an attacker who knows this algorithm reads no more in it.
"""

Cell = int | float | str
LOWEST, HIGHEST = 10, 50  # tenths of a mean of scores
WIDEST_SCORE_LEVEL = 5


def count_cell(count: int, base: int, m: int, level: int = 0) -> int | str:
    """A yes-count among `base` people: the number, an end band "<m" or ">base-m", or from level 1 a range "lo..hi".

    Level j has aligned blocks 2**j wide. An end band merges with every block it touches: displays never overlap.
    """
    lowest, highest = count_span(count, base, m, level)
    if lowest == highest:
        return lowest
    if (lowest, highest) == (0, m - 1):
        return f"<{m}"
    if (lowest, highest) == (base - m + 1, base):
        return f">{base - m}"
    return f"{lowest}..{highest}"


def mean_cell(total: int, base: int, margin: int, level: int = 0) -> float | str:
    """A mean of `base` scores of 1..5 that sum to `total`: in tenths, as an end band, or from level 1 as "3.0..3.4".

    An end band prints the first mean beyond it ("<2.4"), rounded inwards so that the printed edge means the same sums.
    Level j has aligned blocks of 5 * 2**(j - 1) tenths.
    """
    lowest, highest = _mean_span(total, base, margin, level)
    if level or (lowest, highest) == (LOWEST, HIGHEST):
        return f"{lowest / 10:.1f}..{highest / 10:.1f}"
    if total < base + margin:
        return f"<{_edge(base + margin, base)}"
    if total > 5 * base - margin:
        return f">{_edge(5 * base - margin, base, up=True)}"
    return lowest / 10


def count_span(count: int, base: int, m: int, level: int) -> tuple[int, int]:
    """The counts that are displayed as this one."""
    return _block(count, last_low=m - 1, first_high=base - m + 1, ends=(0, base), width=2**level)


def _mean_span(total: int, base: int, margin: int, level: int) -> tuple[int, int]:
    """Tenths. At level 0 an end band may end inside a tenth, from level 1 on it takes in the whole of that tenth."""
    last_low, first_high = base + margin - 1, 5 * base - margin + 1
    if last_low >= first_high:
        return LOWEST, HIGHEST
    low, high, shown = _tenths(last_low, base), _tenths(first_high, base), _tenths(total, base)
    if level == 0:
        return (LOWEST, low) if total <= last_low else (high, HIGHEST) if total >= first_high else (shown, shown)
    return _block(shown, last_low=low, first_high=high, ends=(LOWEST, HIGHEST), width=5 * 2 ** (level - 1))


def sum_span(total: int, base: int, margin: int, level: int) -> tuple[int, int]:
    """The sums of scores that are displayed as this one."""
    lowest, highest = _mean_span(total, base, margin, level)
    sums = -((base - 2 * base * lowest) // 20), (2 * base * (highest + 1) - base - 1) // 20
    if level or (lowest, highest) == (LOWEST, HIGHEST):
        ends = base, 5 * base
    elif total < base + margin:
        ends = base, base + margin - 1
    elif total > 5 * base - margin:
        ends = 5 * base - margin + 1, 5 * base
    else:
        ends = base + margin, 5 * base - margin
    return max(sums[0], ends[0]), min(sums[1], ends[1])


def _block(value: int, *, last_low: int, first_high: int, ends: tuple[int, int], width: int) -> tuple[int, int]:
    """The block that holds the value, of a partition of ends[0]..ends[1]: aligned blocks, both end bands merged in."""
    low_ends = last_low // width * width + width - 1
    high_starts = first_high // width * width
    if low_ends >= high_starts:
        return ends
    if value <= low_ends:
        return ends[0], low_ends
    if value >= high_starts:
        return high_starts, ends[1]
    return value // width * width, value // width * width + width - 1


def _tenths(total: int, base: int) -> int:
    """The mean in tenths, rounded half up, in whole numbers."""
    return (20 * total + base) // (2 * base)


def _edge(total: int, base: int, *, up: bool = False) -> str:
    """total / base with four decimals; more only from 10,000 people on, where four would mean other sums."""
    decimals = max(4, len(str(base)))
    scaled = -(-total * 10**decimals // base) if up else total * 10**decimals // base
    whole, rest = divmod(scaled, 10**decimals)
    return f"{whole}.{rest:0{decimals}d}".rstrip("0").rstrip(".")
