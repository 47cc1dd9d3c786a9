"""Figures of who stays and of the field are imported, not released: the outsider compares what stands beside them only."""

import pytest
from django.test import Client

from tests.cast import Cast
from tests.insight.documents import KADE, ROOT, TECHNIEK, TERMINAL, a_document, freeze
from tests.insight.references import AT, a_file
from tests.insight.test_pages_show_what_the_reader_may_see import SignedIn
from uitzicht.cli.outsider.check import Leak, leaks
from uitzicht.cli.outsider.files import from_files
from uitzicht.cli.outsider.published import Published, from_documents
from uitzicht.cli.outsider.seen import figures
from uitzicht.cli.outsider.sentences import leaks as leaks_of_text
from uitzicht.cli.outsider.visit import Page
from uitzicht.insight.reference import queries, services
from uitzicht.insight.reference.file import read_references
from uitzicht.release.models import Release

DOCUMENT = "/releases/7/document.json"
PAGES = ("/insight/recommend/", "/insight/experience/", "/insight/field/", "/insight/reference/")
FILES = tuple(
    f"/insight/{page}.csv?kind={kind}"
    for page in ("recommend", "experience")
    for kind in ("all", "resignation", "other")
)
ROWS = (
    "stayers;recommend;high;81 %;;400;;;Staff survey;2025;;",
    "stayers;recommend;low;17 %;;400;;;Staff survey;2025;;",
    "stayers;satisfaction.terms;;;3.7;400;;0.9;Staff survey;2025;;",
    "stayers;change.content;improve;93 %;;400;;;Staff survey;2025;;",
    "field;recommend;high;62 %;;5200;;;Sector;2024;BE;",
)


@pytest.fixture
def client(cast: Cast, signed_in: SignedIn) -> Client:
    """The guardian, where a survey of those who stay and one of the field have been brought in."""
    units = {ROOT: cast.root, TERMINAL: cast.terminal, KADE: cast.kade_noord, TECHNIEK: cast.techniek}
    freeze(a_document({key: str(unit.pk) for key, unit in units.items()}))
    found = read_references(a_file(*ROWS), asked=queries.asked(), this_year=2026)
    assert not found.problems
    services.import_references(found.rows, file_name="figures.csv", by="Noor", at=AT)
    return signed_in("guardian")


def read(client: Client, *addresses: str) -> list[Page]:
    found = []
    for address in addresses:
        answer = client.get(address)
        kind = answer["Content-Type"].partition(";")[0].rpartition("/")[2]
        found.append(Page(address, kind, answer.content))
    return found


def documents(client: Client) -> Published:
    published = from_documents(read(client, DOCUMENT))
    published.certificates = {Release.objects.get().certificate[:16]: 7}  # a document made by hand has other bytes
    return published


def opened(published: Published, *pages: Page) -> list[Leak]:
    found = [figure for page in pages for figure in figures("guardian", page, published)]
    return [*leaks(found, published), *(leak for page in pages for leak in leaks_of_text("guardian", page, published))]


def test_pages_and_files_with_imported_figures_open_nothing(client: Client) -> None:
    pages = read(client, *PAGES, *FILES)
    assert b"beside_stayers." in pages[-1].body
    assert b"Who stays" in pages[0].body
    assert opened(documents(client), *pages) == []


def test_without_documents_imported_rows_are_no_figures_of_a_release(client: Client) -> None:
    files = read(client, *FILES)
    published = from_files(files)
    assert {unit for _, unit, _, _ in published.columns} == {"Havenlicht"}
    assert opened(published, *files, *read(client, *PAGES)) == []


def test_what_who_left_said_is_compared_where_it_stands_beside_them(client: Client) -> None:
    (page,) = read(client, "/insight/experience/?kind=resignation")
    before, beside, after = page.body.decode().partition("Mean from 1 to 5: who left beside who stays</caption>")
    cell = '<td class="figure">2.2</td>'
    assert cell in after
    forged = Page(
        page.address, page.kind, (before + beside + after.replace(cell, cell.replace("2.2", "2.3"), 1)).encode()
    )
    published = documents(client)
    assert opened(published, page) == []
    assert opened(published, forged) != []
