"""What all kinds of report have in common: how a story of insight becomes a part, and what stands at the end."""

from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass, field
from datetime import date

from django.utils.translation import gettext as _

from uitzicht.insight import overview, words
from uitzicht.insight.menu import Selection
from uitzicht.insight.published import Published, published
from uitzicht.insight.stories import STORIES
from uitzicht.insight.stories.section import Reading, Section
from uitzicht.insight.vocabulary import Figure, Kind, View
from uitzicht.release.queries import Released
from uitzicht.reports.definition import Brand, Part, Text
from uitzicht.reports.methods import limits, methods


@dataclass(frozen=True)
class Asked:
    """What a report is asked about. ``units``: what the reader may see (document ids; None: all). ``unit``: of a unit report.

    ``released``: None for a dossier before the first release; ``on``: its day. ``organisation``: its name in that case.
    """

    released: Released | None
    language: str
    units: Collection[str] | None = None
    unit: str = ""
    brand: Brand = field(default_factory=Brand)
    organisation: str = ""
    on: date = date.min

    @property
    def release(self) -> Released:
        """Raises ValueError before the first release: only the works council's dossier can be told then."""
        if self.released is None:
            raise ValueError("there is no release to tell of")
        return self.released

    @property
    def published(self) -> Published:
        return published(self.release)

    def reading(self, unit: str) -> Reading:
        """All departures in one unit."""
        return Reading(self.published, Selection(View.ORGANISATION, (unit,), Kind.ALL), self.language, self.units)


def part(name: str, reading: Reading, *, title: str = "", only: Collection[str] = ()) -> Part | None:
    """A story as a chapter; ``only``: keys of the sections to keep. None when the story has nothing to say."""
    story = STORIES[name]
    sections = tuple(one for one in story.sections(reading) if not only or one.key in only)
    return Part(name, title or str(story.title), sections, story.measures) if sections else None


def present(parts: Iterable[Part | None]) -> tuple[Part, ...]:
    return tuple(part for part in parts if part)


def has_figures(section: Section) -> bool:
    """Whether a section shows anything, or only says why it does not."""
    return section.chart is not None or section.table is not None


def figures(parts: Iterable[Part], readings: Iterable[Reading]) -> tuple[Figure, ...]:
    """Every measure of these parts once, for all units told of together."""
    told = list(readings)
    units = tuple(reading.unit for reading in told)
    together = Reading(
        told[0].published, Selection(View.ORGANISATION, units, Kind.ALL), told[0].language, told[0].units
    )
    return tuple(together.figure(measure) for measure in dict.fromkeys(_measures(parts)))


def _measures(parts: Iterable[Part]) -> Iterator[str]:
    for one in parts:
        yield from one.measures


def lede(reading: Reading) -> tuple[str, ...]:
    """How many people the figures are about, and how many answered."""
    return tuple(filter(None, [*overview.lede(reading), overview.response(reading)]))


def closing(of: Published) -> tuple[Text, ...]:
    """How the figures were made, what they cannot say, and the proof that they were attacked."""
    return (
        Text(_("How these figures were made"), tuple(methods(of))),
        Text(_("What this report cannot say"), tuple(limits())),
        certificate(of.released),
    )


def certificate(released: Released) -> Text:
    return Text(
        _("Certificate"),
        (
            _(
                "Before publication a test attack tried to trace every figure of this release to one person, together with"
                " everything published earlier. It opened none."
            ),
            _("Full certificate (SHA-256): {certificate}").format(certificate=released.certificate),
        ),
    )


def unbroken(day: date) -> str:
    """A date that stays on one line."""
    return words.long_date(day).replace(" ", "\u00a0")


def day_of(of: Published) -> str:
    return unbroken(of.released.released_on)


def foot(of: Published) -> str:
    """The line at the bottom of every page."""
    pattern = _("Release {number}, frozen on {date}. Threshold: {k} people. Certificate {certificate}")
    return pattern.format(
        number=of.released.number,
        date=words.long_date(of.released.released_on),
        k=of.k,
        certificate=words.certificate(of.released.certificate),
    )


def about_release(asked: Asked) -> dict[str, object]:
    """The fields of a report that say which release it was told from."""
    of = asked.published
    return {
        "language": asked.language,
        "organisation": of.name(of.root),
        "release": of.released.number,
        "released_on": of.released.released_on,
        "k": of.k,
        "certificate": of.released.certificate,
        "foot": foot(of),
        "brand": asked.brand,
    }
