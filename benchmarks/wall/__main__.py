"""How many respondents are read under four rules of vendors and under Uitzicht: ``python -m benchmarks.wall [YEARS]``.

The rules of vendors are simulated over ten years of 60, 300 and 1,000 leavers; Uitzicht over as many years of 60 and 300 as
asked (1; two take some five minutes, ten were never waited for), because it attacks everything released so far at each release.
"""

import sys

from benchmarks.measuring import show
from benchmarks.wall.company import quarters
from benchmarks.wall.protected import simulate
from benchmarks.wall.vendors import RULES

VENDOR_YEARS, VENDOR_LEAVERS = 10, (60, 300, 1_000)
OWN_LEAVERS = (60, 300)
HEADINGS = (
    *("leavers a year", "answered", "in figures", "releases waited", "bundles", "views", "bands", "widened"),
    *("s a release", "opened", "read"),
)


def main(arguments: list[str]) -> None:
    years = int(arguments[0]) if arguments else 1
    companies = {leavers: list(quarters(leavers, VENDOR_YEARS)) for leavers in VENDOR_LEAVERS}
    people = {leavers: sum(len(quarter.people) for quarter in made) for leavers, made in companies.items()}
    show(
        f"Share of respondents whose score is read, {VENDOR_YEARS} years",
        ("rule", *(f"{leavers:,} a year" for leavers in VENDOR_LEAVERS)),
        [
            [name, *(f"{100 * len(rule(made)) / people[leavers]:.0f} %" for leavers, made in companies.items())]
            for name, rule in RULES.items()
        ],
    )
    rows = []
    for leavers in OWN_LEAVERS:
        found = simulate(list(quarters(leavers, years)))
        shares = [f"{100 * share:.0f} %" for share in (found.bands, found.widened)]
        rows.append(
            [
                *(leavers, found.answered, f"{100 * found.released:.0f} %", found.waited, found.bundles),
                *("{} of {}".format(*found.views), *shares, found.seconds, found.opened, found.read),
            ]
        )
    show(f"Uitzicht, {years} years of quarterly releases", HEADINGS, rows)


if __name__ == "__main__":
    main(sys.argv[1:])
