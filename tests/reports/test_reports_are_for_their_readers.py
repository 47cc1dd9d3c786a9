"""Choosing a report and downloading it: who may, what is refused, and what is written down."""

import hashlib
from collections.abc import Callable
from io import BytesIO
from urllib.parse import parse_qs, urlsplit

import pytest
from django.test import Client
from django.utils.http import urlencode
from openpyxl import load_workbook
from pptx import Presentation
from pypdf import PdfReader

from tests.cast import Cast
from tests.insight.documents import KADE, ROOT, TECHNIEK, TERMINAL, freeze
from tests.insight.staff_documents import a_staff_document
from uitzicht.people.models import RoleGrant
from uitzicht.privacy.models import AuditEntry
from uitzicht.reports.definition import ReportKind

SignedIn = Callable[[str], Client]
MAKES = {
    "hr_lead": set(ReportKind),
    "guardian": set(ReportKind),
    "leader": {ReportKind.UNIT},
    "prevention": {ReportKind.PSYCHOSOCIAL},
    "interviewer": set(),
    "admin": set(),
    "outsider": set(),
}


@pytest.fixture
def units(cast: Cast) -> dict[str, str]:
    """A release about the units of the cast."""
    rows = {ROOT: cast.root, TERMINAL: cast.terminal, KADE: cast.kade_noord, TECHNIEK: cast.techniek}
    ids = {key: str(unit.pk) for key, unit in rows.items()}
    freeze(a_staff_document(ids))
    return ids


def address(kind: str, unit: str = "", *, form: str = "pdf", number: int = 7, **asked: str) -> str:
    query = {"unit": unit, "language": "en"} | asked
    return f"/reports/{kind}-{number}.{form}?{urlencode({key: value for key, value in query.items() if value})}"


@pytest.mark.parametrize("who", list(MAKES))
def test_each_role_has_its_own_kinds(units: dict[str, str], signed_in: SignedIn, who: str) -> None:
    browser = signed_in(who)
    for kind in ReportKind:
        answer = browser.get(address(kind, units[KADE] if kind is ReportKind.UNIT else ""))
        assert answer.status_code == (200 if kind in MAKES[who] else 404), kind


def test_who_makes_no_report_does_not_find_the_page(units: dict[str, str], signed_in: SignedIn) -> None:
    assert signed_in("interviewer").get("/reports/").status_code == 404
    assert signed_in("").get("/reports/").status_code == 302


def test_the_page_offers_only_what_may_be_made(units: dict[str, str], signed_in: SignedIn) -> None:
    page = signed_in("leader").get("/reports/").content.decode()
    assert "Report on one unit" in page
    assert "Yearly report" not in page
    assert "Kade Noord" in page
    assert "Techniek" not in page
    assert "Look of reports" not in page


def test_a_leader_has_no_report_on_another_unit(units: dict[str, str], signed_in: SignedIn) -> None:
    assert signed_in("leader").get(address("unit", units[TECHNIEK])).status_code == 404
    assert signed_in("leader").get(address("unit")).status_code == 404
    assert signed_in("hr_lead").get(address("unit", units[TECHNIEK])).status_code == 200


def test_of_a_leader_of_two_units_each_has_a_report(cast: Cast, units: dict[str, str], signed_in: SignedIn) -> None:
    RoleGrant.objects.create(user=cast.leader, role="leader", unit=cast.techniek)
    browser = signed_in("leader")
    assert browser.get(address("unit", units[TECHNIEK])).status_code == 200
    assert browser.get(address("unit", units[KADE])).status_code == 200
    assert browser.get(address("unit", units[ROOT])).status_code == 404


def test_a_leader_of_the_organisation_has_a_report_on_it(
    cast: Cast, units: dict[str, str], signed_in: SignedIn
) -> None:
    cast.leader.grants.update(unit=cast.root)
    assert signed_in("leader").get(address("unit", units[ROOT])).status_code == 200
    assert signed_in("hr_lead").get(address("unit", units[ROOT])).status_code == 404  # HR has the yearly report


def test_who_has_no_unit_report_is_not_told_of_units(units: dict[str, str], signed_in: SignedIn) -> None:
    page = signed_in("prevention").get("/reports/").content.decode()
    assert "Dossier on psychosocial risks" in page
    assert "Kade Noord" not in page


def test_a_choice_leads_to_the_file(units: dict[str, str], signed_in: SignedIn) -> None:
    chosen = {"kind": "unit", "unit": units[KADE], "release": "7", "language": "fr", "form": "xlsx"}
    answer = signed_in("hr_lead").get(f"/reports/?{urlencode(chosen)}")
    assert answer.status_code == 302
    where = urlsplit(answer.headers["Location"])
    assert where.path == "/reports/unit-7.xlsx"
    assert parse_qs(where.query) == {"language": ["fr"], "unit": [units[KADE]]}


def test_a_unit_report_without_a_unit_is_asked_for_again(units: dict[str, str], signed_in: SignedIn) -> None:
    chosen = {"kind": "unit", "release": "7", "language": "fr", "form": "pdf"}
    answer = signed_in("hr_lead").get(f"/reports/?{urlencode(chosen)}")
    assert answer.status_code == 422
    assert "Choose the unit that the report is about." in answer.content.decode()


@pytest.mark.parametrize(
    "where",
    ["/reports/gossip-7.pdf", "/reports/yearly-7.docx", "/reports/yearly-8.pdf", "/reports/yearly-0.pdf"],
)
def test_what_does_not_exist_is_not_found(units: dict[str, str], signed_in: SignedIn, where: str) -> None:
    assert signed_in("hr_lead").get(where).status_code == 404


def test_before_the_first_release_only_the_works_council_has_something(cast: Cast, signed_in: SignedIn) -> None:
    browser = signed_in("hr_lead")
    page = browser.get("/reports/").content.decode()
    assert "Dossier for the works council" in page
    assert "Yearly report" not in page
    answer = browser.get("/reports/?kind=works_council&language=nl&form=pdf", follow=True)
    assert PdfReader(BytesIO(answer.content)).trailer["/Root"]["/Lang"] == "nl"
    assert "No report yet" in signed_in("prevention").get("/reports/").content.decode()


@pytest.mark.parametrize("form", ["pdf", "pptx", "xlsx"])
def test_every_form_opens_and_is_written_down(units: dict[str, str], signed_in: SignedIn, form: str) -> None:
    answer = signed_in("prevention").get(address("psychosocial", form=form, language="de"))
    assert answer.headers["Content-Disposition"] == f'attachment; filename="psychosocial-7.{form}"'
    opened = {"pdf": PdfReader, "pptx": Presentation, "xlsx": load_workbook}[form](BytesIO(answer.content))
    assert opened is not None
    entry = AuditEntry.objects.get(action="report.exported")
    assert entry.subject == "release:7"
    assert entry.detail == {"kind": "psychosocial", "form": form, "language": "de", "units": "all"}


@pytest.mark.parametrize("form", ["pdf", "pptx", "xlsx"])
def test_the_same_report_is_the_same_file(units: dict[str, str], signed_in: SignedIn, form: str) -> None:
    browser = signed_in("hr_lead")
    seen = {hashlib.sha256(browser.get(address("benchmark", form=form)).content).hexdigest() for _ in range(2)}
    assert len(seen) == 1


def test_a_language_that_is_not_spoken_falls_back_on_that_of_the_page(
    units: dict[str, str], signed_in: SignedIn
) -> None:
    answer = signed_in("hr_lead").get(address("benchmark", language="es"))
    assert PdfReader(BytesIO(answer.content)).trailer["/Root"]["/Lang"] == "en"
