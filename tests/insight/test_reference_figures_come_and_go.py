"""Bringing in reference figures: a look first, nothing kept with an error; withdrawn means gone from every page."""

import re

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from pytest_django import DjangoAssertNumQueries

from tests.cast import Cast
from tests.insight.documents import KADE, ROOT, TECHNIEK, TERMINAL, a_document, freeze
from tests.insight.references import AT, a_file
from tests.insight.test_pages_show_what_the_reader_may_see import SignedIn
from uitzicht.core.refusal import Refusal
from uitzicht.insight.models import ReferenceFigure, ReferenceSource
from uitzicht.insight.reference import queries, services
from uitzicht.insight.reference.file import read_references
from uitzicht.privacy.models import AuditEntry

ADDRESS = "/insight/reference/"
ROWS = (
    "stayers;recommend;high;80 %;;400;;;Staff survey;2025;;",
    "stayers;satisfaction.terms;;;3.2;400;;0.9;Staff survey;2025;;",
    "field;main_reason;career;20 %;;5200;;;Sector;2024;BE;",
)


@pytest.fixture(autouse=True)
def ids(cast: Cast) -> dict[str, str]:
    units = {ROOT: cast.root, TERMINAL: cast.terminal, KADE: cast.kade_noord, TECHNIEK: cast.techniek}
    found = {key: str(unit.pk) for key, unit in units.items()}
    freeze(a_document(found))
    return found


def sent(client: Client, *rows: str) -> str:
    page = client.post(ADDRESS, {"file": SimpleUploadedFile("figures.csv", a_file(*rows))})
    return page.content.decode()


def kept(*rows: str) -> list[ReferenceSource]:
    found = read_references(a_file(*rows), asked=queries.asked(), this_year=2026)
    assert not found.problems
    return services.import_references(found.rows, file_name="figures.csv", by="Noor", at=AT)


def test_a_file_is_shown_first_and_kept_only_when_confirmed(signed_in: SignedIn) -> None:
    client = signed_in("hr_lead")
    page = sent(client, *ROWS)
    assert "What would be added" in page
    assert not ReferenceFigure.objects.exists()
    found = re.search(r'name="shown" value="([^"]+)"', page)
    assert found is not None
    answer = client.post(f"{ADDRESS}keep/", {"shown": found[1]}, follow=True).content.decode()
    assert "3 figures kept." in answer
    assert [source.title for source in queries.sources()] == ["Staff survey, 2025", "Sector, 2024, BE"]
    assert AuditEntry.objects.filter(action="reference.imported").count() == 1


def test_a_list_with_an_error_is_not_kept_and_explained(signed_in: SignedIn) -> None:
    page = sent(signed_in("hr_lead"), ROWS[0], "stayers;recommend;often;80 %;;400;;;Staff;2025;;")
    assert "Errors by row and column" in page
    assert "Use one of: low, middle, high." in page
    assert 'name="shown"' not in page


def test_what_was_shown_cannot_be_changed(signed_in: SignedIn) -> None:
    answer = signed_in("hr_lead").post(f"{ADDRESS}keep/", {"shown": "forged"}, follow=True).content.decode()
    assert "This list is too old" in answer
    assert not ReferenceFigure.objects.exists()


def test_the_same_source_and_year_stand_once(signed_in: SignedIn) -> None:
    kept(*ROWS)
    with pytest.raises(Refusal) as refused:
        kept(ROWS[0])
    assert refused.value.code == "reference.known"
    assert ReferenceFigure.objects.count() == 3


def test_withdrawn_figures_stand_on_no_page_and_may_come_anew(signed_in: SignedIn) -> None:
    kept(*ROWS)
    client = signed_in("hr_lead")
    survey = ReferenceSource.objects.get(kind="stayers")
    assert "what do those who stay say?" in client.get("/insight/recommend/").content.decode()
    answer = client.post(f"{ADDRESS}{survey.pk}/withdraw/", follow=True).content.decode()
    assert "Withdrawn: Staff survey, 2025." in answer
    assert "what do those who stay say?" not in client.get("/insight/recommend/").content.decode()
    with pytest.raises(Refusal, match="withdrawn already"):
        services.withdraw_references(survey, by="Noor", at=AT)
    assert kept(*ROWS[:2])


def test_pages_show_what_stands_beside_them(signed_in: SignedIn) -> None:
    kept(*ROWS)
    client = signed_in("guardian")
    assert "Who left rates “terms of employment” lower" in client.get("/insight/experience/").content.decode()
    assert "“career” is said more here than in Sector" in client.get("/insight/field/").content.decode()
    assert "beside_stayers." in client.get("/insight/recommend.csv").content.decode()


def test_the_number_of_statements_does_not_grow_with_the_sources(
    signed_in: SignedIn, django_assert_max_num_queries: DjangoAssertNumQueries
) -> None:
    client = signed_in("hr_lead")
    kept(*ROWS)
    kept(*(f"stayers;recommend;high;{year} %;;400;;;Staff survey;20{year};;" for year in range(10, 25)))
    client.get("/insight/recommend/")
    with django_assert_max_num_queries(8):
        client.get("/insight/recommend/")


def test_the_guardian_reads_and_cannot_change(signed_in: SignedIn) -> None:
    kept(*ROWS)
    client, survey = signed_in("guardian"), ReferenceSource.objects.get(kind="stayers")
    page = client.get(ADDRESS).content.decode()
    assert "Staff survey, 2025" in page
    assert "Bring in figures" not in page
    assert client.post(ADDRESS, {}).status_code == 404
    assert client.post(f"{ADDRESS}{survey.pk}/withdraw/").status_code == 404
    assert client.get(f"{ADDRESS}sample.csv").status_code == 200


@pytest.mark.parametrize("role", ["leader", "interviewer", "admin", "prevention", "outsider"])
def test_others_do_not_find_it(signed_in: SignedIn, role: str) -> None:
    assert signed_in(role).get(ADDRESS).status_code == 404
