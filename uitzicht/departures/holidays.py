"""Public holidays of the place of work, as the law of the country gives them."""

from datetime import date
from functools import lru_cache

import holidays

# The package lists what is celebrated. Good Friday is a day of work in the Netherlands (Algemene termijnenwet art. 3 names
# it for postal terms only); its Belgian list is the ten days of the law of 4 January 1974, plus two Sundays of feast.
_NOT_OFF = {"NL": ("Good Friday",)}
# Liberation Day is left to collective agreements, most of which give it once in five years, as the list does.


@lru_cache(maxsize=64)
def public_holidays(country: str, first_year: int, last_year: int, region: str = "") -> frozenset[date]:
    """Every public holiday of ``country`` (ISO 3166-1, "BE") in these years, both included. Cached: the law is slow.

    ``region``: its code in the package ``holidays``, where regions differ by law ("BY" of "DE"). In Belgium and the
    Netherlands none does: a feast of a community is a closing day of the organisation. Ask ``knows`` first.
    """
    found = holidays.country_holidays(
        country,
        subdiv=region or None,
        years=range(first_year, last_year + 1),
        language="en_US",
        categories=("public",),
    )
    not_off = _NOT_OFF.get(country, ())
    return frozenset(day for day, name in found.items() if name not in not_off)


def knows(country: str, region: str = "") -> bool:
    """Whether the public holidays of this place are known."""
    regions = holidays.list_supported_countries().get(country)
    return regions is not None and (not region or region in regions)
