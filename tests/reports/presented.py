"""Reports told from hand-made releases, and their slides and workbooks opened again by other programs than wrote them."""

from collections.abc import Iterator
from datetime import date
from functools import cache
from io import BytesIO
from typing import Any
from zipfile import ZipFile

from lxml import etree
from openpyxl import Workbook, load_workbook

from tests.insight.documents import a_release
from tests.insight.staff_documents import a_staff_document
from uitzicht.reports.definition import Brand, Report, ReportKind
from uitzicht.reports.kinds import tell
from uitzicht.reports.slides import as_pptx
from uitzicht.reports.telling import Asked

A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
C = "{http://schemas.openxmlformats.org/drawingml/2006/chart}"
P = "{http://schemas.openxmlformats.org/presentationml/2006/main}"
R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
POINT = 12700
WIDE, TALL = 960 * POINT, 540 * POINT


def a_report(language: str = "en", *, unit: str = "", document: Any = None, brand: Brand | None = None) -> Report:
    """The yearly report of Havenlicht, or the report of one unit."""
    kind = ReportKind.UNIT if unit else ReportKind.YEARLY
    released = a_release(document or a_staff_document())
    return tell(kind, Asked(released, language, unit=unit, brand=brand or Brand(), on=date(2026, 3, 2)))


@cache
def slides_of(language: str = "en", unit: str = "") -> "Slides":
    return Slides(as_pptx(a_report(language, unit=unit)))


class Slides:
    """A presentation as the parts of its zip file: read without the library that wrote it."""

    def __init__(self, content: bytes) -> None:
        with ZipFile(BytesIO(content)) as file:
            self.parts = {name: file.read(name) for name in file.namelist()}
            self.dates = {info.date_time for info in file.infolist()}

    @property
    def names(self) -> list[str]:
        """Slides in the order in which they are shown."""
        targets = self.related("ppt/presentation.xml")
        shown = self.xml("ppt/presentation.xml").iter(f"{P}sldId")
        return [targets[one.get(f"{R}id")] for one in shown]

    def xml(self, name: str) -> Any:
        return etree.fromstring(self.parts[name])

    def related(self, name: str) -> dict[str, str]:
        """Number of a relation -> the part it leads to."""
        folder, _, file = name.rpartition("/")
        found = {}
        for one in etree.fromstring(self.parts.get(f"{folder}/_rels/{file}.rels", b"<none/>")):
            steps = f"{folder}/{one.get('Target')}".split("/") if not one.get("Target").startswith("/") else []
            while ".." in steps:
                at = steps.index("..")
                del steps[at - 1 : at + 1]
            found[one.get("Id")] = "/".join(steps) or one.get("Target").lstrip("/")
        return found

    def titles(self) -> list[str]:
        return [self.title(name) for name in self.names]

    def title(self, name: str) -> str:
        return next(text_of(shape) for shape in self.xml(name).iter(f"{P}sp") if _is(shape, "title"))

    def slide(self, title: str) -> str:
        return next(name for name in self.names if self.title(name) == title)

    def said(self, title: str) -> str:
        return text_of(self.xml(self.slide(title)))

    def notes(self, title: str) -> str:
        part = next(one for one in self.related(self.slide(title)).values() if "notesSlide" in one)
        return text_of(self.xml(part))

    def chart(self, title: str) -> "Chart":
        part = next(one for one in self.related(self.slide(title)).values() if "/charts/" in one)
        sheet = next(one for one in self.related(part).values() if one.endswith(".xlsx"))
        return Chart(self.xml(part), self.parts[sheet])

    def charts(self) -> "Iterator[Chart]":
        for name in self.names:
            if any("/charts/" in one for one in self.related(name).values()):
                yield self.chart(self.title(name))

    def cells(self, title: str) -> list[list[str]]:
        rows = self.xml(self.slide(title)).iter(f"{A}tr")
        return [[text_of(cell) for cell in row.iter(f"{A}tc")] for row in rows]


class Chart:
    """``xml``: of the chart; ``sheet``: the workbook inside it."""

    def __init__(self, xml: Any, sheet: bytes) -> None:
        self.xml, self.book = xml, load_workbook(BytesIO(sheet))

    @property
    def sheet(self) -> Any:
        return self.book.worksheets[0]

    @property
    def labels(self) -> list[str]:
        return [one.text for one in self.series[0].find(f"{C}cat").iter(f"{C}v")]

    @property
    def series(self) -> list[Any]:
        return list(self.xml.iter(f"{C}ser"))

    def values(self, place: int = 0, part: str = "val") -> list[float | None]:
        return cached(self.series[place].find(f"{C}{part}"))

    def arms(self, place: int, side: str) -> list[float | None]:
        bars = self.series[place].find(f"{C}errBars")
        return [] if bars is None else cached(bars.find(f"{C}{side}"))

    def column(self, place: int) -> list[object]:
        return [row[place].value for row in self.sheet.iter_rows(min_row=2)]


def cached(part: Any) -> list[float | None]:
    """The points that a program draws from, None where there is none."""
    many = int(next(part.iter(f"{C}ptCount")).get("val"))
    found = {int(one.get("idx")): float(one.find(f"{C}v").text) for one in part.iter(f"{C}pt")}
    return [found.get(place) for place in range(many)]


def text_of(element: Any) -> str:
    return "\n".join("".join(one.text or "" for one in line.iter(f"{A}t")) for line in element.iter(f"{A}p"))


def book_of(content: bytes) -> Workbook:
    return load_workbook(BytesIO(content))


def _is(shape: Any, kind: str) -> bool:
    return any(one.get("type") == kind for one in shape.iter(f"{P}ph"))
