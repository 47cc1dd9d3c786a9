"""The file is the same whenever and wherever it is made, and points to nothing outside itself."""

from dataclasses import replace
from pathlib import Path
from xml.etree import ElementTree

import pptx
import pytest

from tests.reports.presented import Slides, a_report, slides_of
from uitzicht.reports.definition import Text
from uitzicht.reports.slides import as_pptx

CORE = {
    "dc": "http://purl.org/dc/elements/1.1/",
    "dcterms": "http://purl.org/dc/terms/",
    "cp": "http://schemas.openxmlformats.org/package/2006/metadata/core-properties",
}


def test_the_same_report_gives_the_same_bytes_on_another_day(monkeypatch: pytest.MonkeyPatch) -> None:
    one = as_pptx(a_report("nl"))
    clock = __import__("time")
    monkeypatch.setattr(clock, "time", lambda: 2_000_000_000.0)
    monkeypatch.setattr(clock, "localtime", lambda *_: clock.struct_time((2033, 5, 18, 3, 33, 20, 2, 138, 0)))
    assert as_pptx(a_report("nl")) == one


def test_its_properties_are_those_of_the_report() -> None:
    report, slides = a_report(), slides_of()
    core = ElementTree.fromstring(slides.parts["docProps/core.xml"])
    assert core.findtext("dc:title", namespaces=CORE) == report.title
    assert core.findtext("dc:creator", namespaces=CORE) == report.organisation
    assert core.findtext("cp:lastModifiedBy", namespaces=CORE) == report.organisation
    assert core.findtext("dc:language", namespaces=CORE) == "en-GB"
    for moment in ("dcterms:created", "dcterms:modified"):
        assert core.findtext(moment, namespaces=CORE) == "2026-03-02T00:00:00Z"
    assert slides.dates == {(2026, 3, 2, 0, 0, 0)}


def test_nothing_leads_outside_and_no_trace_of_a_template_is_left() -> None:
    slides = slides_of()
    names = " ".join(slides.parts)
    assert "printerSettings" not in names
    assert "thumbnail" not in names
    for name, part in slides.parts.items():
        if name.endswith(".rels"):
            assert b'TargetMode="External"' not in part, name
        for trace in (
            b"Macintosh",
            b"Steve Canny",
            str(Path.home()).encode() + b"/",
            str(Path.cwd()).encode(),
            b"file:",
        ):
            assert trace not in part, (name, trace)


def test_it_opens_again_and_every_part_has_its_content_type() -> None:
    from io import BytesIO

    content = as_pptx(a_report())
    opened = pptx.Presentation(BytesIO(content))
    assert len(opened.slides) == len(slides_of().names)
    slides = Slides(content)
    types = slides.parts["[Content_Types].xml"].decode()
    for name in slides.parts:
        known = f'PartName="/{name}"' in types or f'Extension="{name.rpartition(".")[2]}"' in types
        assert known or name == "[Content_Types].xml", name
    sizes = slides.xml("ppt/presentation.xml").find("{*}sldSz")
    assert dict(sizes.attrib) == {"cx": "12192000", "cy": "6858000"}


def test_a_dossier_before_the_first_release_names_no_release() -> None:
    text = Text("Purpose", ("Why we ask.",), (("Who", "Reads"), ("HR lead", "figures")), "Readers")
    report = replace(
        a_report(),
        release=0,
        certificate="",
        parts=(),
        figures=(),
        numbers=(),
        texts=(text,),
        foot="Before any release",
    )
    slides = Slides(as_pptx(report))
    assert slides.titles()[1:3] == ["In short", "Purpose"]
    assert slides.cells("Purpose") == [["Who", "Reads"], ["HR lead", "figures"]]
    assert slides.notes("Purpose") == "Before any release"
    assert not list(slides.charts())
