"""A page as a workbook and its drawings as files: the same figures, the same readers, and the release on each of them."""

from collections.abc import Callable
from io import BytesIO
from xml.etree import ElementTree

import pytest
from django.test import Client
from openpyxl import load_workbook

from tests.cast import Cast
from tests.insight.documents import KADE, ROOT, TECHNIEK, TERMINAL, a_document, freeze
from uitzicht.insight.stories import STORIES
from uitzicht.privacy.models import AuditEntry

SignedIn = Callable[[str], Client]
SVG = "{http://www.w3.org/2000/svg}"
FILES = ("reasons.xlsx", "reasons/main-reason.svg", "reasons/main-reason.png")


@pytest.fixture
def ids(cast: Cast) -> dict[str, str]:
    units = {ROOT: cast.root, TERMINAL: cast.terminal, KADE: cast.kade_noord, TECHNIEK: cast.techniek}
    found = {key: str(unit.pk) for key, unit in units.items()}
    freeze(a_document(found))
    return found


def test_a_workbook_has_a_sheet_for_each_measure_of_the_page(ids: dict[str, str], signed_in: SignedIn) -> None:
    answer = signed_in("hr_lead").get("/insight/reasons.xlsx")
    assert answer.headers["Content-Disposition"] == 'attachment; filename="reasons-release-7.xlsx"'
    assert load_workbook(BytesIO(answer.content)).sheetnames == list(STORIES["reasons"].measures)


def test_the_numbers_of_a_workbook_are_those_of_the_page(ids: dict[str, str], signed_in: SignedIn) -> None:
    client, query = signed_in("hr_lead"), f"?kind=resignation&unit={ids[TERMINAL]}"
    page = client.get(f"/insight/recommend/{query}").content.decode()
    sheet = load_workbook(BytesIO(client.get(f"/insight/recommend.xlsx{query}").content))["recommend"]
    rows = [[cell.value for cell in row] for row in sheet.iter_rows(min_row=2, max_row=4)]
    assert [(row[3], row[5]) for row in rows] == [(30, 7), (30, 10), (30, 13)]
    for row in rows:
        assert f'<td class="figure">{row[5]}</td>' in page
        assert f"{round(100 * row[7])}%" in page
        assert f"{round(100 * row[8])} to {round(100 * row[9])}" in page


def test_a_band_is_words_in_a_workbook_and_has_no_number_beside_it(ids: dict[str, str], signed_in: SignedIn) -> None:
    answer = signed_in("hr_lead").get(f"/insight/reasons.xlsx?kind=resignation&unit={ids[KADE]}")
    sheet = load_workbook(BytesIO(answer.content))["reasons"]
    first = [cell.value for cell in sheet[2]]
    assert first[4:] == ["No room to grow", None, "more than 9", None, None, None, None, None]


def test_every_sheet_says_which_release_it_comes_from(ids: dict[str, str], signed_in: SignedIn) -> None:
    book = load_workbook(BytesIO(signed_in("hr_lead").get("/insight/reasons.xlsx").content))
    certificate = signed_in("hr_lead").get("/insight/reasons.csv").content.decode().rstrip().rsplit("\n", 1)[-1]
    for sheet in book:
        texts = " ".join(str(row[0].value) for row in sheet.iter_rows())
        assert "Release 7, frozen on 2 March 2026. Threshold: 5 people." in texts
        assert texts.split()[-1] in certificate


def test_a_label_that_looks_like_a_formula_is_text(cast: Cast, signed_in: SignedIn) -> None:
    made = a_document()
    made["units"][ROOT]["label"] = '=HYPERLINK("x")'
    freeze(made)
    sheet = load_workbook(BytesIO(signed_in("hr_lead").get("/insight/recommend.xlsx").content))["recommend"]
    cell = sheet["B2"]
    assert (cell.data_type, cell.value) == ("s", '\'=HYPERLINK("x")')


def test_the_same_figures_give_the_same_workbook(ids: dict[str, str], signed_in: SignedIn) -> None:
    one, other = (signed_in("hr_lead").get("/insight/recommend.xlsx").content for _ in range(2))
    assert one == other


def test_a_drawing_stands_alone_with_its_finding_and_its_release(ids: dict[str, str], signed_in: SignedIn) -> None:
    client = signed_in("hr_lead")
    page = client.get("/insight/reasons/").content.decode()
    answer = client.get("/insight/reasons/main-reason.svg")
    drawing = ElementTree.fromstring(answer.content)
    title, description = drawing.find(f"{SVG}title"), drawing.find(f"{SVG}desc")
    assert drawing.get("aria-labelledby") == f"{title.get('id')} {description.get('id')}"  # type: ignore[union-attr]
    assert title.text == (  # type: ignore[union-attr]
        "Of the 64 people who answered, 27 named “career” as the main reason (42%, between 31% and 54%)."
    )
    texts = "".join(drawing.itertext())
    assert "Havenlicht, all departures. Release 7, frozen on 2 March 2026." in texts
    for text in [one.text for one in drawing.iter(f"{SVG}text") if "%" in (one.text or "")]:
        assert text.split()[0] in page
    assert b"class=" not in answer.content
    assert b"<script" not in answer.content


def test_a_drawing_as_an_image_is_twice_its_size(ids: dict[str, str], signed_in: SignedIn) -> None:
    answer = signed_in("hr_lead").get("/insight/reasons/main-reason.png")
    assert answer.headers["Content-Type"] == "image/png"
    assert answer.content[:8] == b"\x89PNG\r\n\x1a\n"
    assert int.from_bytes(answer.content[16:20], "big") == 2 * 808


@pytest.mark.parametrize("name", ["experience", "recommend", "inclusion", "who-left"])
def test_every_drawing_of_a_page_can_be_taken(ids: dict[str, str], signed_in: SignedIn, name: str) -> None:
    client = signed_in("hr_lead")
    page = client.get(f"/insight/{name}/").content.decode()
    links = [part.split('"')[0] for part in page.split('href="') if ".svg?" in part.split('"')[0]]
    assert len(links) == page.count('<figure class="chart')
    for link in links:
        assert client.get(link.replace("&amp;", "&")).status_code == 200


def test_a_section_without_a_drawing_is_not_found(ids: dict[str, str], signed_in: SignedIn) -> None:
    client = signed_in("hr_lead")
    for address in ("reasons/nothing.svg", "candour/candour.png", "salary/main-reason.svg", "salary.xlsx"):
        assert client.get(f"/insight/{address}").status_code == 404


@pytest.mark.parametrize("address", FILES)
def test_a_file_is_for_the_readers_of_the_page(ids: dict[str, str], signed_in: SignedIn, address: str) -> None:
    for who in ("interviewer", "admin", "outsider"):
        assert signed_in(who).get(f"/insight/{address}").status_code == 404
    for who in ("hr_lead", "leader", "guardian"):
        assert signed_in(who).get(f"/insight/{address}").status_code == 200
    assert signed_in("leader").get(f"/insight/{address}?unit={ids[TECHNIEK]}").status_code == 422


@pytest.mark.parametrize("address", FILES)
def test_without_a_release_there_is_nothing_to_take(cast: Cast, signed_in: SignedIn, address: str) -> None:
    assert signed_in("hr_lead").get(f"/insight/{address}").status_code == 404


@pytest.mark.parametrize(("address", "form"), [(name, name[-4:].lstrip(".")) for name in FILES])
def test_taking_a_file_is_written_down(ids: dict[str, str], signed_in: SignedIn, address: str, form: str) -> None:
    signed_in("leader").get(f"/insight/{address}")
    entry = AuditEntry.objects.get(action="insight.exported")
    assert entry.subject == "release:7"
    assert entry.detail == {"measure": "reasons", "kind": "all", "units": 1, "form": form}
