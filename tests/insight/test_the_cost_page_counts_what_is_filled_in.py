"""The page on cost, its lines and its CSV: who decides, who reads, what is kept, and that page and file agree."""

import csv
from collections.abc import Callable, Mapping
from io import StringIO

import pytest
from django.test import Client
from django.utils import timezone
from pytest_django import DjangoAssertNumQueries

from tests.cast import Cast
from tests.insight.costs import turnover
from tests.insight.documents import ROOT, a_document, freeze
from uitzicht.core.refusal import Refusal
from uitzicht.insight.costs import queries
from uitzicht.insight.costs.rules import EVERYBODY, Amounts
from uitzicht.insight.costs.services import decide_lines
from uitzicht.insight.models import CostLine
from uitzicht.privacy.models import AuditEntry

SignedIn = Callable[[str], Client]
LINES = "/insight/cost/lines/"
RECRUITMENT = Amounts(1000, 2000, 4000, "bills of 2025")
ONBOARDING = Amounts(3000, 5000, 9000, "hours kept by two teams")
FILLED = {
    "recruitment-low": "1.000",
    "recruitment-likely": "€ 2 000",
    "recruitment-high": "4000",
    "recruitment-source": "bills of 2025",
}


@pytest.fixture
def released(cast: Cast) -> None:
    document = a_document({ROOT: str(cast.root.pk)})
    document["public"]["staff"] = {"turnover": turnover(str(cast.root.pk))}
    freeze(document)


def decide(lines: Mapping[str, Amounts | None], family: str = EVERYBODY) -> list[str]:
    return decide_lines(family, lines, by="Noor", at=timezone.now())


@pytest.fixture
def lines(db: None) -> None:
    decide({"recruitment": RECRUITMENT, "onboarding": ONBOARDING})


def text_of(client: Client, address: str = "/insight/cost/") -> str:
    page = client.get(address)
    assert page.status_code == 200
    return page.content.decode()


def test_without_lines_the_page_teaches_where_to_begin(released: None, signed_in: SignedIn) -> None:
    page = text_of(signed_in("hr_lead"))
    assert "No line has been filled in yet" in page
    assert page.count("<li><b>") == 3
    assert LINES in page
    assert "<svg" not in page
    assert LINES not in text_of(signed_in("guardian"))


def test_with_lines_it_says_finding_drawing_what_is_missing_and_scenario(
    released: None, lines: None, signed_in: SignedIn
) -> None:
    page = text_of(signed_in("hr_lead"))
    assert "40 exits in 2025 cost about €300,000, between" in page
    assert "25 of these exits were undesired" in page
    assert "20% fewer undesired exits is 5 exits less" in page
    assert 'class="step direct"' in page
    assert "<li>reputation</li>" in page
    assert "bills of 2025" in page
    assert "style=" not in page


def test_period_and_scenario_are_chosen_in_the_address(released: None, lines: None, signed_in: SignedIn) -> None:
    page = text_of(signed_in("hr_lead"), "/insight/cost/?period=2026&fewer=40")
    assert "5 exits in 2026 cost" in page
    assert "2026 is not a whole year here" in page
    assert "40% fewer undesired exits is 2 exits less" in page


@pytest.mark.parametrize("fewer", ["3", "60", "many"])
def test_a_scenario_outside_its_range_is_explained(
    released: None, lines: None, signed_in: SignedIn, fewer: str
) -> None:
    page = text_of(signed_in("hr_lead"), f"/insight/cost/?fewer={fewer}")
    assert 'class="error"' in page
    assert "20% fewer undesired exits" in page


def test_before_the_first_release_one_exit_is_shown(cast: Cast, lines: None, signed_in: SignedIn) -> None:
    page = text_of(signed_in("hr_lead"))
    assert "One exit costs about €7,500" in page
    assert "How many left is known after the first release" in page


def test_a_release_without_staff_facts_is_no_fault(cast: Cast, lines: None, signed_in: SignedIn) -> None:
    freeze(a_document({ROOT: str(cast.root.pk)}))
    assert "This release holds no figures on turnover" in text_of(signed_in("guardian"))


@pytest.mark.parametrize("who", ["leader", "interviewer", "admin", "prevention", "outsider"])
@pytest.mark.parametrize("address", ["/insight/cost/", "/insight/cost.csv", LINES])
def test_others_do_not_find_it(released: None, lines: None, signed_in: SignedIn, who: str, address: str) -> None:
    assert signed_in(who).get(address).status_code == 404


def test_the_lead_keeps_a_line_and_the_trail_tells_without_amounts(cast: Cast, signed_in: SignedIn) -> None:
    client = signed_in("hr_lead")
    assert client.post(LINES, FILLED).status_code == 302
    row = CostLine.objects.get()
    assert (row.line, row.low, row.likely, row.high, row.source) == ("recruitment", 1000, 2000, 4000, "bills of 2025")
    assert row.decided_by == cast.hr_lead.signature
    entry = AuditEntry.objects.get(action="cost.lines_decided")
    assert entry.detail == {"family": "", "lines": ["recruitment"]}


def test_the_guardian_reads_how_lines_came_about_and_decides_none(
    released: None, lines: None, signed_in: SignedIn
) -> None:
    guardian = signed_in("guardian")
    page = text_of(guardian, LINES)
    assert "hours kept by two teams" in page
    assert "<fieldset" not in page
    assert guardian.post(LINES, FILLED).status_code == 404
    assert CostLine.objects.count() == 2


def test_every_decision_stays_and_the_newest_holds(db: None) -> None:
    decide({"recruitment": RECRUITMENT})
    assert decide({"recruitment": RECRUITMENT, "selection": None}) == []
    dearer = Amounts(2000, 3000, 5000, "bills of 2026")
    assert decide({"recruitment": dearer}) == ["recruitment"]
    assert queries.lines_of(EVERYBODY) == {"recruitment": dearer}
    assert decide({"recruitment": None}) == ["recruitment"]
    assert queries.lines_of(EVERYBODY) == {}
    assert CostLine.objects.count() == 3
    assert AuditEntry.objects.filter(action="cost.lines_decided").count() == 3


def test_an_empty_form_changes_nothing(cast: Cast, signed_in: SignedIn) -> None:
    assert signed_in("hr_lead").post(LINES, {}).status_code == 302
    assert not CostLine.objects.exists()
    assert not AuditEntry.objects.filter(action="cost.lines_decided").exists()


@pytest.mark.parametrize(
    ("changed", "remedy"),
    [
        ({"recruitment-high": ""}, "An estimate needs a range."),
        ({"recruitment-high": "1500"}, "Low is at most likely"),
        ({"recruitment-source": " "}, "A figure without a source convinces nobody."),
        ({"recruitment-low": "a lot"}, "Write whole euros, such as 12500."),
        ({"recruitment-low": "1000.50"}, "Write whole euros, such as 12500."),
        ({"whole-low": "1", "whole-likely": "2", "whole-high": "3", "whole-source": "me"}, "together they count twice"),
    ],
)
def test_half_a_line_comes_back_with_its_remedy(
    cast: Cast, signed_in: SignedIn, changed: dict[str, str], remedy: str
) -> None:
    answer = signed_in("hr_lead").post(LINES, FILLED | changed)
    assert answer.status_code == 422
    assert remedy in answer.content.decode()
    assert "bills of 2025" in answer.content.decode() or "recruitment-source" in changed
    assert not CostLine.objects.exists()


def test_the_service_refuses_what_counts_twice_with_what_is_kept(lines: None) -> None:
    with pytest.raises(Refusal) as refused:
        decide({"whole": Amounts(1, 2, 3, "me")})
    assert refused.value.code == "cost.counted_twice"


def test_published_figures_fill_the_form_and_are_not_kept(cast: Cast, signed_in: SignedIn) -> None:
    asked = FILLED | {"salary": "40.000", "work": "technical", "start": "1"}
    answer = signed_in("hr_lead").post(LINES, asked)
    page = answer.content.decode()
    assert answer.status_code == 200
    assert "Nothing is kept yet." in page
    for shown in ('value="8400"', 'value="13200"', 'value="32000"', "Work Institute", "21%", "€80,000"):
        assert shown in page
    assert 'value="bills of 2025"' in page  # what was typed stays typed
    assert not CostLine.objects.exists()


def test_lines_can_be_kept_without_a_salary(cast: Cast, signed_in: SignedIn) -> None:
    assert " required" not in text_of(signed_in("hr_lead"), LINES)


def test_published_figures_need_a_salary(cast: Cast, signed_in: SignedIn) -> None:
    answer = signed_in("hr_lead").post(LINES, {"salary": "", "work": "technical", "start": "1"})
    assert answer.status_code == 422
    assert 'class="error"' in answer.content.decode()


def test_a_job_family_has_lines_of_its_own(released: None, lines: None, signed_in: SignedIn) -> None:
    client = signed_in("hr_lead")
    answer = client.post(f"{LINES}?family=Operations", FILLED | {"recruitment-high": "9000"})
    assert answer.headers["Location"] == "/insight/cost/?family=Operations"
    page = text_of(client, "/insight/cost/?family=Operations")
    assert "Operations: one exit costs about" in page
    assert "€9,000" in page
    assert "Onboarding and training, all job families" in page
    assert client.get(f"{LINES}?family=Astronauts").status_code == 404


def test_the_file_holds_the_figures_of_the_page(released: None, lines: None, signed_in: SignedIn) -> None:
    client = signed_in("hr_lead")
    answer = client.get("/insight/cost.csv?fewer=40")
    assert answer.headers["Content-Disposition"] == 'attachment; filename="cost.csv"'
    rows = {row["row"]: row for row in csv.DictReader(StringIO(answer.content.decode("utf-8-sig")))}
    page = text_of(client, "/insight/cost/?fewer=40")
    assert (rows["recruitment"]["likely_per_exit"], rows["recruitment"]["exits"]) == ("2000", "40")
    assert rows["reputation"]["likely_per_exit"] == ""
    for key in ("all_exits", "undesired_exits", "40_percent_fewer_undesired"):
        for column in ("together", "low", "high"):
            assert f"€{int(rows[key][column]):,}" in page
    assert AuditEntry.objects.get(action="insight.exported").detail == {"measure": "cost", "family": ""}


def test_a_source_is_no_formula_in_a_spreadsheet(released: None, signed_in: SignedIn) -> None:
    decide({"recruitment": Amounts(1, 2, 3, "=HYPERLINK(1)")})
    assert "'=HYPERLINK(1)" in signed_in("hr_lead").get("/insight/cost.csv").content.decode()


def test_the_number_of_statements_is_that_of_the_page_not_of_its_lines(
    released: None, lines: None, signed_in: SignedIn, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    client = signed_in("hr_lead")
    client.get("/insight/cost/")
    with django_assert_num_queries(7):
        client.get("/insight/cost/")
    for number in range(20):
        decide({"recruitment": RECRUITMENT, "selection": ONBOARDING}, family=f"Family {number}")
    with django_assert_num_queries(7):
        client.get("/insight/cost/")
