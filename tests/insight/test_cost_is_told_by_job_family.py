"""Cost by job family: only where a release counts exits by family, and only with the lines that hold for each."""

import csv
from io import StringIO

from django.test import Client
from django.utils import timezone, translation

from tests.cast import Cast
from tests.insight.costs import DRIVERS, KNOWLEDGE, LINES, NURSES, RECRUITMENT, by_family, exits, line, turnover
from tests.insight.documents import ROOT, a_document, freeze
from tests.insight.test_pages_show_what_the_reader_may_see import SignedIn
from uitzicht.insight.costs import families
from uitzicht.insight.costs.page import CostPage, cost_page
from uitzicht.insight.costs.rules import EVERYBODY, Amounts, Counted
from uitzicht.insight.costs.services import decide_lines


def page(lines: list[Counted], everybody: dict[str, int], *, family: str = EVERYBODY) -> CostPage:
    return cost_page(lines, by_family(everybody), family=family, fewer=20, release=7)


def test_families_stand_from_dear_to_cheap_with_low_likely_and_high() -> None:
    with translation.override("en"):
        found = families.table(page(LINES, {DRIVERS: 4, NURSES: 8}).families)
    assert [row.head for row in found.rows] == [NURSES, DRIVERS]
    assert found.columns == ("Job family", "Exits", "Low", "Likely", "High")
    assert found.rows[0].cells[0] == "8"
    assert found.rows[0].cells[2] == "€84,000"
    assert found.rows[1].cells[2] == "€42,000"


def test_parts_of_families_add_up_to_the_whole() -> None:
    found = page([*LINES, line("recruitment", 5000, 6000, 9000, NURSES)], {DRIVERS: 4, NURSES: 8})
    assert found.total is not None
    means = [one.cost.mean for one in found.families if one.cost]
    assert abs(sum(means) - found.total.mean) < 0.02 * found.total.mean


def test_a_family_without_lines_has_no_amount_rather_than_zero() -> None:
    found = page([line("recruitment", 1000, 2000, 4000, NURSES)], {DRIVERS: 4, NURSES: 8})
    assert families.table(found.families).rows[1].cells == ("4", None, None, None)
    assert families.sentences(found.families) == []


def test_overlapping_ranges_are_not_ranked_unless_the_lines_are_the_same() -> None:
    own = line("recruitment", 500, 4000, 12000, NURSES)
    with translation.override("en"):
        apart = families.sentences(page([RECRUITMENT, own], {DRIVERS: 9, NURSES: 5}).families)
        same = families.sentences(page([RECRUITMENT, KNOWLEDGE], {DRIVERS: 9, NURSES: 8}).families)
    assert "which of the two costs more is not known" in apart[1]
    assert same[0].startswith("Most goes to Drivers: 9 exits, about €")
    assert same[1:] == ["A family with many people costs more because more of them leave: this is no rank."]


def test_who_has_no_family_is_named_so() -> None:
    with translation.override("en"):
        found = families.table(page(LINES, {"": 3, NURSES: 8}).families)
    assert found.rows[1].head == "no job family"


def test_one_family_or_a_release_without_families_has_no_table() -> None:
    assert page(LINES, {DRIVERS: 4, NURSES: 8}, family=NURSES).families == ()
    assert cost_page(LINES, exits(5), family=EVERYBODY, fewer=20, release=7).families == ()


def test_page_and_file_hold_the_same_families(cast: Cast, signed_in: SignedIn) -> None:
    decide_lines(EVERYBODY, {"recruitment": Amounts(1000, 2000, 4000, "bills")}, by="Noor", at=timezone.now())
    counts = {name: {"2025": {"kinds": {"resignation": many}}} for name, many in ((NURSES, 30), (DRIVERS, 10))}
    document = a_document({ROOT: str(cast.root.pk)})
    document["public"]["staff"] = {"turnover": turnover(str(cast.root.pk), families=counts)}
    freeze(document)
    reader: Client = signed_in("guardian")
    shown = reader.get("/insight/cost/").content.decode()
    assert "Most goes to Nurses: 30 exits, about €65,000" in shown
    rows = csv.DictReader(StringIO(reader.get("/insight/cost.csv").content.decode("utf-8-sig")))
    kept = [(row["job_family"], row["exits"], row["together"]) for row in rows if row["row"] == "family_exits"]
    assert kept == [(NURSES, "30", "65000"), (DRIVERS, "10", "22000")]
    assert all(f"€{int(together):,}" in shown for _family, _exits, together in kept)
