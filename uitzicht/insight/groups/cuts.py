"""Groups that may be compared: the menu of cuts in a release, with the views that are certified."""

from collections.abc import Mapping
from dataclasses import dataclass

from uitzicht.insight.published import STRATA, Published
from uitzicht.insight.vocabulary import Kind


@dataclass(frozen=True, slots=True)
class Cut:
    """A public attribute that cuts across units. ``values``: key -> label, in the order of the menu; "" is not known."""

    key: str
    label: str
    values: Mapping[str, str]

    @property
    def known(self) -> tuple[str, ...]:
        """The groups that can be compared: nobody learns from those of whom the value is not known."""
        return tuple(value for value in self.values if value)


def cuts(of: Published, language: str) -> tuple[Cut, ...]:
    """The menu of a release in order of priority; () in a release from before there was one."""
    return tuple(
        Cut(
            cut["key"],
            _label(cut["labels"], language, cut["key"]),
            {value["key"]: _label(value["labels"], language, value["key"]) for value in cut["values"]},
        )
        for cut in of.cuts()
    )


def the_cut(of: Published, key: str, language: str) -> Cut:
    """One cut of the menu. KeyError for anything else."""
    return {cut.key: cut for cut in cuts(of, language)}[key]


def is_certified(of: Published, cut: str, value: str, kind: Kind) -> bool:
    """Whether this value has a view of any departures of that kind."""
    return (cut, value) in of.views(kind)


def strata_shown(of: Published, cut: str, value: str, kind: Kind) -> tuple[str, ...]:
    """Which of the strata of ``kind`` a view of this value holds: the others wait."""
    return tuple(stratum for stratum in STRATA[kind] if is_certified(of, cut, value, Kind(stratum)))


def _label(labels: Mapping[str, str], language: str, key: str) -> str:
    return labels.get(language) or key
