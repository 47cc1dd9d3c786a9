"""The report as PDF: accessible, in four languages, with the figures of the pages, for the reader's own units."""

from collections.abc import Callable
from io import BytesIO

import pytest
from django.test import Client
from django.utils import translation
from pypdf import PdfReader

from tests.cast import Cast
from tests.insight.documents import KADE, ROOT, TECHNIEK, TERMINAL, a_document, a_release, freeze
from uitzicht.insight.menu import select
from uitzicht.insight.published import published
from uitzicht.insight.stories import STORIES
from uitzicht.insight.stories.section import Reading, Section
from uitzicht.privacy.models import AuditEntry
from uitzicht.reports.services import write_report

SignedIn = Callable[[str], Client]


def text_of(pdf: bytes) -> str:
    """All text with single spaces: lines break differently on paper."""
    pages = PdfReader(BytesIO(pdf)).pages
    return " ".join(" ".join(page.extract_text() for page in pages).split())


def sections(units: frozenset[str] | None = None) -> list[Section]:
    of = published(a_release())
    reading = Reading(of, select(of, "organisation", {}, units), "en", units)
    return [section for story in STORIES.values() for section in story.sections(reading)]


@pytest.mark.parametrize(
    ("language", "title", "contents"),
    [
        ("nl", "Waarom mensen vertrokken bij Havenlicht", "Inhoud"),
        ("fr", "Pourquoi des personnes ont quitté Havenlicht", "Table des matières"),
        ("en", "Why people left Havenlicht", "Contents"),
        ("de", "Warum Menschen Havenlicht verlassen haben", "Inhalt"),
    ],
)
def test_it_is_tagged_titled_and_in_the_language_asked_for(language: str, title: str, contents: str) -> None:
    pdf = write_report(a_release(), language=language)
    reader = PdfReader(BytesIO(pdf))
    root = reader.trailer["/Root"]
    assert root["/MarkInfo"]["/Marked"]
    assert root["/Lang"] == language
    assert "/StructTreeRoot" in root
    assert b"pdfuaid" in pdf
    assert reader.metadata is not None
    assert reader.metadata.title == title
    said = text_of(pdf)
    assert title in said
    assert contents in said
    assert round(float(reader.pages[0].mediabox.width)) == 595


def test_every_finding_and_every_cell_of_the_pages_stands_in_it() -> None:
    said = text_of(write_report(a_release(), language="en"))
    with translation.override("en"):
        for section in sections():
            assert section.finding in said
            for row in section.table.rows if section.table else ():
                assert " ".join([row.head, *(cell or "–" for cell in row.cells)]) in said


def test_a_dash_in_a_table_is_explained_before_the_table() -> None:
    said = text_of(write_report(a_release(), language="nl", units=frozenset({KADE})))
    assert "Basis: 12. Een streepje (–) betekent: niet getoond." in said


def test_every_drawing_has_a_text_alternative() -> None:
    reader = PdfReader(BytesIO(write_report(a_release(), language="en")))
    alternatives = [str(obj["/Alt"]) for obj in _dictionaries(reader) if "/Alt" in obj]
    with translation.override("en"):
        charts = [section.chart for section in sections() if section.chart]
    for chart in charts:
        assert f"{chart.title}. {chart.description}" in alternatives


def test_the_release_and_its_certificate_stand_on_paper() -> None:
    release = a_release()
    said = text_of(write_report(release, language="en"))
    assert "Release 7, frozen on 2 March 2026. Threshold: 5 people." in said
    assert release.certificate in said.replace(" ", "")


def test_the_same_release_gives_the_same_bytes() -> None:
    assert write_report(a_release(), language="nl") == write_report(a_release(), language="nl")


def test_a_report_on_own_units_holds_no_other_unit() -> None:
    said = text_of(write_report(a_release(), language="en", units=frozenset({TERMINAL, KADE})))
    assert "Terminal" in said
    assert "Techniek" not in said
    assert "73 of 86" not in said


def test_two_units_led_by_one_person_have_chapters_of_their_own() -> None:
    said = text_of(write_report(a_release(), language="en", units=frozenset({KADE, TECHNIEK})))
    assert "Recommend: Techniek" in said
    assert "Recommend: Terminal / Kade Noord" in said


def test_markup_in_a_label_stays_text() -> None:
    made = a_document()
    made["units"][ROOT]["label"] = "Haven <b>& #licht"
    assert "Haven <b>& #licht" in text_of(write_report(a_release(made), language="en"))


def test_a_language_that_is_not_spoken_is_refused() -> None:
    with pytest.raises(ValueError, match="no report"):
        write_report(a_release(), language="es")


def test_a_leader_downloads_their_own_units_and_it_is_written_down(cast: Cast, signed_in: SignedIn) -> None:
    units = {ROOT: cast.root, TERMINAL: cast.terminal, KADE: cast.kade_noord, TECHNIEK: cast.techniek}
    freeze(a_document({key: str(unit.pk) for key, unit in units.items()}))
    answer = signed_in("leader").get("/reports/release-7.pdf")
    assert answer.headers["Content-Type"] == "application/pdf"
    said = text_of(answer.content)
    assert "Kade Noord" in said
    assert "Techniek" not in said
    entry = AuditEntry.objects.get(action="report.exported")
    assert entry.subject == "release:7"
    assert entry.detail == {"kind": "yearly", "form": "pdf", "language": "en", "units": 1}


@pytest.mark.parametrize("who", ["interviewer", "admin", "outsider"])
def test_others_do_not_find_the_report(cast: Cast, signed_in: SignedIn, who: str) -> None:
    freeze()
    assert signed_in(who).get("/reports/release-7.pdf").status_code == 404


def test_a_report_of_no_release_and_of_no_unit_is_not_found(cast: Cast, signed_in: SignedIn) -> None:
    freeze()
    assert signed_in("hr_lead").get("/reports/release-8.pdf").status_code == 404
    cast.leader.grants.update(unit=cast.hr)
    assert signed_in("leader").get("/reports/release-7.pdf").status_code == 404


def _dictionaries(reader: PdfReader) -> list[dict[str, object]]:
    found = (reader.get_object(number) for number in range(1, len(reader.xref_objStm) + len(reader.xref[0]) + 1))
    return [obj for obj in found if isinstance(obj, dict)]
