"""Every kind of report as PDF: tagged, titled, in its language, findings first, with the words of the pages."""

from collections import Counter
from collections.abc import Iterator
from io import BytesIO
from typing import Any

import pytest
from django.utils import translation
from pypdf import PdfReader
from pypdf.generic import ArrayObject, DictionaryObject, IndirectObject

from tests.insight.documents import KADE, a_release
from tests.insight.staff_documents import a_staff_document
from uitzicht.reports.definition import Report, ReportKind
from uitzicht.reports.kinds import tell
from uitzicht.reports.pdf import MOST_ALIKE, _folded, as_pdf
from uitzicht.reports.telling import Asked

pytestmark = pytest.mark.django_db
KINDS = tuple(ReportKind)


def told(kind: ReportKind, language: str = "en") -> Report:
    unit = KADE if kind is ReportKind.UNIT else ""
    return tell(kind, Asked(a_release(a_staff_document()), language, unit=unit))


def text_of(reader: PdfReader) -> str:
    return " ".join(" ".join(page.extract_text() for page in reader.pages).split())


@pytest.mark.parametrize("language", ["nl", "fr", "en", "de"])
@pytest.mark.parametrize("kind", KINDS)
def test_it_is_marked_and_says_its_language_and_title(kind: ReportKind, language: str) -> None:
    report = told(kind, language)
    pdf = as_pdf(report)
    reader = PdfReader(BytesIO(pdf))
    root: Any = reader.trailer["/Root"]
    assert root["/MarkInfo"]["/Marked"]
    assert root["/Lang"] == language
    assert root["/ViewerPreferences"]["/DisplayDocTitle"]
    assert b"pdfuaid" in pdf
    assert reader.metadata is not None
    assert reader.metadata.title == report.title
    assert reader.metadata.author == report.organisation
    assert report.title in text_of(reader)


@pytest.mark.parametrize("kind", KINDS)
def test_its_tree_of_tags_has_headings_tables_and_described_drawings(kind: ReportKind) -> None:
    report = told(kind)
    elements = list(_elements(PdfReader(BytesIO(as_pdf(report)))))
    tags = Counter(str(one["/S"]) for one in elements)
    assert tags["/Title"] == 1
    assert tags["/H1"] >= len(report.parts) + len(report.texts) + len(report.closing)
    sections = [section for part in report.parts for section in part.sections]
    tables = sum(section.table is not None for section in sections) + sum(bool(text.table) for text in report.texts)
    assert tags["/Table"] == tables
    assert tags["/TH"] >= tables
    figures = [one for one in elements if one["/S"] == "/Figure"]
    assert all(str(one.get("/Alt", "")) for one in figures)
    assert len(figures) >= sum(section.chart is not None for section in sections)


@pytest.mark.parametrize("kind", KINDS)
def test_it_says_everything_that_was_told_findings_first(kind: ReportKind) -> None:
    report = told(kind)
    said = text_of(PdfReader(BytesIO(as_pdf(report))))
    for text in (*report.texts, *report.closing):
        assert text.title in said
        for paragraph in text.paragraphs:
            assert "".join(paragraph.split()) in "".join(said.split())  # a certificate breaks over lines
    findings = [section.finding for part in report.parts for section in part.sections]
    for finding in findings:
        assert finding in said
    if findings:
        assert said.index(findings[-1]) < said.index(report.parts[0].sections[0].caption or findings[0])


@pytest.mark.parametrize("kind", KINDS)
def test_the_same_report_gives_the_same_bytes(kind: ReportKind) -> None:
    assert as_pdf(told(kind)) == as_pdf(told(kind))


def test_many_answers_that_say_the_same_are_one_line_on_paper() -> None:
    rows = [["pay", "9"], *([f"reason {n}", "fewer than 3"] for n in range(MOST_ALIKE + 1))]
    with translation.override("en"):
        assert _folded(rows) == [["pay", "9"], [f"{MOST_ALIKE + 1} more answers, each", "fewer than 3"]]
        assert _folded(rows[:-1]) == rows[:-1]


def _elements(reader: PdfReader) -> Iterator[DictionaryObject]:
    """Every structure element below the root of the tags, in reading order."""
    root: Any = reader.trailer["/Root"]
    waiting: list[Any] = [root["/StructTreeRoot"]["/K"]]
    while waiting:
        one = waiting.pop()
        one = one.get_object() if isinstance(one, IndirectObject) else one
        if isinstance(one, ArrayObject):
            waiting.extend(reversed(one))
        elif isinstance(one, DictionaryObject) and "/S" in one:
            yield one
            if "/K" in one:
                waiting.append(one["/K"])
