"""Small crowds for the tests of views, written as tables: bundle, value of each cut, how many people."""

from collections.abc import Mapping, Sequence

from hypothesis import strategies as st

from uitzicht.core.disclosure.views import Certified, Cut, Profiled, ViewBundle, close_views, numbered_views
from uitzicht.core.disclosure.vocabulary import Parameters

GENDER, AGE = Cut("gender", 5), Cut("age", 5)
MENU = (GENDER, AGE)
PARAMETERS = Parameters()
MIX = {"gender": ("woman", "man", "other"), "age": ("under_30", "over_50")}


def crowd(
    table: Mapping[tuple[str, ...], int], *, stratum: str = "resignation", cuts: Sequence[str] = ("gender", "age")
) -> list[Profiled]:
    """`table`: (bundle, value of the first cut, value of the second ...) -> how many people. No value: none is known."""
    people: list[Profiled] = []
    for (bundle, *values), count in table.items():
        for _ in range(count):
            handle = f"{bundle}-{len(people):03d}"
            people.append(Profiled(handle, bundle, stratum, dict(zip(cuts, values, strict=False))))
    return people


def views(certified: Certified) -> dict[str, int]:
    """Size by view of what closed."""
    return {bundle.view: bundle.size for bundle in certified.closed}


def closed(people: Sequence[Profiled], menu: Sequence[Cut] = MENU) -> dict[str, ViewBundle]:
    """View bundles of a first release."""
    return numbered_views(close_views(people, {}, menu, PARAMETERS).closed, 1)


@st.composite
def crowds(draw: st.DrawFn, most: int = 20, bundles: int = 3, prefix: str = "1") -> list[Profiled]:
    """Bundles of 5 to `most` people together, each of whom may be known, lack a value or be in another stratum."""
    people: list[Profiled] = []
    for number in range(draw(st.integers(1, bundles))):
        size = draw(st.integers(5, max(5, most // bundles)))
        values = st.fixed_dictionaries({}, optional={cut: st.sampled_from(few) for cut, few in MIX.items()})
        for values_of_one in draw(st.lists(values, min_size=size, max_size=size)):
            name = f"{prefix}-{number + 1:04d}"
            people.append(Profiled(f"{name}-{len(people):02d}", name, "resignation", values_of_one))
    return people
