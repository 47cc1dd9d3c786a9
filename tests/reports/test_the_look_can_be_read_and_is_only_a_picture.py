"""Name, colour and logo of the organisation: what is taken, what is refused and why."""

from collections.abc import Callable
from io import BytesIO

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image, PngImagePlugin
from pypdf import PdfReader

from tests.cast import NOW, Cast
from tests.insight.documents import freeze
from uitzicht.core.refusal import Refusal
from uitzicht.privacy.models import AuditEntry
from uitzicht.reports import queries
from uitzicht.reports.brand import BIGGEST_LOGO, CONTRAST, contrast_on_white, darkened, read_colour, read_logo
from uitzicht.reports.definition import Brand
from uitzicht.reports.models import Brand as Row
from uitzicht.reports.services import decide_brand

SignedIn = Callable[[str], Client]
BY = "Noor <noor@havenlicht.example>"


def picture(form: str = "PNG", size: tuple[int, int] = (300, 100), **saved: object) -> bytes:
    kept = BytesIO()
    Image.new("RGB", size, "#8a1c4a").save(kept, form, **saved)
    return kept.getvalue()


@pytest.mark.parametrize(
    ("colour", "contrast"), [("#ffffff", 1.0), ("#000000", 21.0), ("#767676", 4.54), ("#777777", 4.48)]
)
def test_contrast_is_that_of_wcag(colour: str, contrast: float) -> None:
    assert contrast_on_white(colour) == pytest.approx(contrast, abs=0.01)


@given(st.integers(0, 0xFFFFFF))
def test_the_darker_colour_can_always_be_read_and_a_dark_one_stays(number: int) -> None:
    colour = f"#{number:06x}"
    darker = darkened(colour)
    assert contrast_on_white(darker) >= CONTRAST
    if contrast_on_white(colour) >= CONTRAST:
        assert darker == colour


def test_a_light_colour_is_refused_with_the_nearest_darker_one() -> None:
    with pytest.raises(Refusal) as refused:
        read_colour("#ffd700")
    assert refused.value.code == "report.colour_too_light"
    assert darkened("#ffd700") in str(refused.value)


@pytest.mark.parametrize("text", ["red", "#12345", "#12345g", "0c655e", "url(x)"])
def test_what_is_no_colour_is_refused(text: str) -> None:
    with pytest.raises(Refusal) as refused:
        read_colour(text)
    assert refused.value.code == "report.no_colour"


@pytest.mark.parametrize("form", ["PNG", "JPEG"])
def test_a_picture_is_drawn_anew_as_png(form: str) -> None:
    with Image.open(BytesIO(read_logo(picture(form)))) as kept:
        assert (kept.format, kept.size) == ("PNG", (300, 100))


def test_nothing_of_the_file_is_kept_but_the_picture() -> None:
    told = PngImagePlugin.PngInfo()
    told.add_text("Comment", "made by somebody@example.org")
    content = picture(pnginfo=told) + b"<script>alert(1)</script>"
    kept = read_logo(content)
    assert b"somebody" not in kept
    assert b"script" not in kept


def test_a_large_picture_becomes_smaller() -> None:
    with Image.open(BytesIO(read_logo(picture(size=(3000, 1000))))) as kept:
        assert kept.size == (900, 300)


@pytest.mark.parametrize(
    ("content", "code"),
    [
        (b'<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>', "report.logo_no_picture"),
        (b"%PDF-1.7", "report.logo_no_picture"),
        (picture("GIF"), "report.logo_no_picture"),
        (picture()[:60], "report.logo_no_picture"),
        (picture(size=(30, 30)), "report.logo_size"),
        (picture(size=(2000, 50)), "report.logo_size"),
        (picture(size=(4100, 4000)), "report.logo_size"),
        (b"x" * (BIGGEST_LOGO + 1), "report.logo_too_large"),
    ],
)
def test_other_files_are_refused(content: bytes, code: str) -> None:
    with pytest.raises(Refusal) as refused:
        read_logo(content)
    assert refused.value.code == code


@pytest.mark.django_db
def test_without_a_decision_reports_look_plain() -> None:
    assert queries.brand() == Brand()


def test_a_decision_holds_and_is_written_down(cast: Cast, signed_in: SignedIn) -> None:
    logo = SimpleUploadedFile("logo.png", picture(), content_type="image/png")
    said = {"name": "Havenlicht nv", "colour": "#8a1c4a", "logo": logo}
    answer = signed_in("admin").post("/reports/look/", said)
    assert answer.status_code == 302
    brand = queries.brand()
    assert (brand.name, brand.colour, brand.logo_type) == ("Havenlicht nv", "#8a1c4a", "png")
    entry = AuditEntry.objects.get(action="report.brand_changed")
    assert entry.detail == {"name": "Havenlicht nv", "colour": "#8a1c4a", "logo": True}
    picture_now = signed_in("hr_lead").get("/reports/look/logo.png")
    assert picture_now.headers["Content-Type"] == "image/png"


def test_the_logo_stays_until_it_is_taken_away(cast: Cast) -> None:
    first = decide_brand(name="Een", colour="#123456", logo=picture(), by=BY, at=NOW)
    second = decide_brand(name="Twee", colour="#123456", by=BY, at=NOW)
    assert bytes(second.logo) == bytes(first.logo)
    assert not bytes(decide_brand(name="Drie", colour="#123456", keep_logo=False, by=BY, at=NOW).logo)


@pytest.mark.parametrize(("colour", "told"), [("#ffd700", "too light"), ("geel", "no colour")])
def test_a_refusal_is_told_on_the_page_and_changes_nothing(
    cast: Cast, signed_in: SignedIn, colour: str, told: str
) -> None:
    answer = signed_in("hr_lead").post("/reports/look/", {"name": "Havenlicht", "colour": colour})
    assert answer.status_code == 422
    assert told in answer.content.decode()
    assert not Row.objects.exists()


def test_an_svg_is_refused_on_the_page(cast: Cast, signed_in: SignedIn) -> None:
    logo = SimpleUploadedFile("logo.svg", b"<svg/>", content_type="image/svg+xml")
    answer = signed_in("hr_lead").post("/reports/look/", {"name": "Havenlicht", "colour": "#123456", "logo": logo})
    assert answer.status_code == 422
    assert "Save the logo as PNG" in answer.content.decode()


@pytest.mark.parametrize("who", ["guardian", "leader", "prevention", "interviewer", "outsider"])
def test_others_do_not_decide_the_look(cast: Cast, signed_in: SignedIn, who: str) -> None:
    assert signed_in(who).get("/reports/look/").status_code == 404
    assert signed_in(who).get("/reports/look/logo.png").status_code == 404


def test_the_pdf_bears_the_look(cast: Cast, signed_in: SignedIn) -> None:
    freeze()
    plain = signed_in("hr_lead").get("/reports/benchmark-7.pdf").content
    decide_brand(name="Havenlicht nv", colour="#8a1c4a", by=BY, at=NOW)
    named = signed_in("hr_lead").get("/reports/benchmark-7.pdf").content
    decide_brand(name="Havenlicht nv", colour="#8a1c4a", logo=picture(), by=BY, at=NOW)
    drawn = signed_in("hr_lead").get("/reports/benchmark-7.pdf").content
    assert "Uitzicht" in PdfReader(BytesIO(plain)).pages[1].extract_text()
    assert "Havenlicht nv" in PdfReader(BytesIO(named)).pages[1].extract_text()
    page = PdfReader(BytesIO(drawn)).pages[0]
    assert [image.image.size for image in page.images] == [(300, 100)]
