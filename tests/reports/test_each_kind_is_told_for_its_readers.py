"""What each kind of report holds, and what it leaves out."""

import json
from datetime import UTC, date, datetime

import pytest
from django.utils import translation

from tests.insight.documents import KADE, ROOT, TECHNIEK, TERMINAL, a_release
from tests.insight.staff_documents import a_staff_document
from uitzicht.portal.promise import Facts, promise
from uitzicht.privacy.policies import decide_policy, policy_in_force
from uitzicht.release.models import Release
from uitzicht.reports.definition import Report, ReportKind, Text
from uitzicht.reports.kinds import tell
from uitzicht.reports.telling import Asked

pytestmark = pytest.mark.django_db
AT = datetime(2026, 3, 10, 9, tzinfo=UTC)
BY = "Noor <noor@havenlicht.example>"


def told(kind: ReportKind, *, language: str = "en", unit: str = "", units: frozenset[str] | None = None) -> Report:
    return tell(kind, Asked(a_release(a_staff_document()), language, units, unit))


def words(texts: tuple[Text, ...]) -> str:
    cells = [" ".join(row) for text in texts for row in text.table]
    return " ".join([*(p for text in texts for p in text.paragraphs), *cells])


def everything(report: Report) -> str:
    sections = [section for part in report.parts for section in part.sections]
    tables = [" ".join([row.head, *map(str, row.cells)]) for s in sections if s.table for row in s.table.rows]
    said = [s for section in sections for s in (section.finding, *section.more)]
    return " ".join([words(report.texts), words(report.closing), *report.lede, *said, *tables])


def test_the_yearly_report_has_a_figure_for_every_measure_it_tells_of() -> None:
    report = told(ReportKind.YEARLY)
    measures = [measure for part in report.parts for measure in part.measures]
    assert [figure.measure for figure in report.figures] == list(dict.fromkeys(measures))
    assert {part.key for part in report.parts} >= {"reasons", "experience", "turnover", "field"}
    assert [text.title for text in report.closing][-1] == "Certificate"


def test_its_title_page_counts_everybody_with_range_and_base() -> None:
    numbers = told(ReportKind.YEARLY).numbers
    assert numbers
    assert all(one.value and one.base for one in numbers)
    assert all(one.span.startswith("between ") for one in numbers)


def test_a_unit_report_holds_its_unit_and_no_other() -> None:
    report = told(ReportKind.UNIT, unit=KADE)
    said = everything(report)
    assert "Kade Noord" in report.title
    assert "Techniek" not in said
    assert "of 86" not in said  # nor the response of the organisation
    assert {group.unit for figure in report.figures for group in figure.groups} == {KADE}


def test_whoever_asks_for_a_unit_report_it_is_the_same() -> None:
    of_its_leader = told(ReportKind.UNIT, unit=KADE, units=frozenset({KADE}))
    assert told(ReportKind.UNIT, unit=KADE) == of_its_leader


def test_a_unit_report_says_what_is_not_shown_and_why() -> None:
    (text,) = told(ReportKind.UNIT, unit=KADE).texts
    assert text.title == "What is not shown, and why"
    said = " ".join(text.paragraphs)
    assert "at least 5 people" in said
    assert "the answers of 12 people stand" in said
    assert "fewer than 20" in said
    assert "for the organisation as a whole only" in said


def test_every_part_of_a_unit_report_shows_something() -> None:
    report = told(ReportKind.UNIT, unit=TECHNIEK)
    assert report.parts
    assert all(section.chart or section.table for part in report.parts for section in part.sections)


def test_a_unit_without_answers_has_a_report_that_says_so() -> None:
    made = a_staff_document()
    made["groups"] = [group for group in made["groups"] if group["unit"] != KADE]
    report = tell(ReportKind.UNIT, Asked(a_release(made), "en", unit=KADE))
    assert "does not stand in this release" in " ".join(report.lede)
    assert not {part.key for part in report.parts} & {"reasons", "experience", "recommend"}


def test_the_psychosocial_dossier_names_the_five_areas_and_turnover() -> None:
    report = told(ReportKind.PSYCHOSOCIAL)
    assert [part.key for part in report.parts] == ["psychosocial", "experience", "reasons", "turnover"]
    areas = next(text for text in report.texts if text.table)
    assert len(areas.table) == 1 + 5
    said = words(report.texts)
    assert "act of 4 August 1996" in said
    assert "do not replace it" in said


def test_the_psychosocial_dossier_shows_no_chart_twice() -> None:
    report = told(ReportKind.PSYCHOSOCIAL)
    keys = [section.key for part in report.parts for section in part.sections]
    assert len(keys) == len(set(keys))


def test_the_benchmark_sheet_gives_source_year_and_base() -> None:
    report = told(ReportKind.BENCHMARK)
    assert report.parts[0].key == "field"
    rows = report.texts[0].table
    assert ("RegioPlus 2024", "2024", "more than 17000") == rows[1][:3]
    assert "no norm and no target" in words(report.texts)


def test_the_works_council_reads_the_settings_in_force() -> None:
    decide_policy(
        by=BY,
        at=AT,
        reason="more time",
        k=6,
        k_sensitive=12,
        retention_notes_months=9,
        second_approval=True,
        patience=1,
    )
    said = words(told(ReportKind.WORKS_COUNCIL).texts)
    assert "at least 6 people, and at least 12" in said
    assert "Notes and summary 9 months erased" in said
    assert "made by two people" in said
    assert "After 1 release they count" in said
    assert "Decided on 10 March 2026" in said
    assert BY not in said


def test_it_names_a_card_and_a_follow_up_only_when_they_are_in_use() -> None:
    decide_policy(by=BY, at=AT, reason="x", inclusion_card=True, follow_up_months=6)
    on = words(told(ReportKind.WORKS_COUNCIL).texts)
    decide_policy(by=BY, at=AT, reason="x", inclusion_card=False, follow_up_months=0)
    off = words(told(ReportKind.WORKS_COUNCIL).texts)
    assert "from 10 people on" in on
    assert "asked once more 6 months after leaving" in on
    assert "switched off" in off
    assert "no follow-up" in off


def test_it_gives_the_result_of_the_attack_on_this_release() -> None:
    made = a_staff_document()
    Release.objects.create(
        number=7,
        released_on=date(2026, 3, 2),
        document=json.dumps(made),
        certificate="c" * 64,
        previous_certificate="",
        audit={"figures": 812, "respondents": 70, "opened": 0},
        frozen_by="Noor",
        frozen_at=AT,
    )
    said = words(told(ReportKind.WORKS_COUNCIL).texts)
    assert "Release 7 of 2 March 2026: 812 figures about 70 people were attacked. The attack opened 0." in said


def test_it_promises_what_leavers_are_promised() -> None:
    decide_policy(by=BY, at=AT, reason="x", k=7, k_sensitive=11, retention_answers_months=18, retention_notes_months=8)
    policy = policy_in_force()
    with translation.override("en"):
        clauses = promise(Facts("Havenlicht", "Bram", "Ria", date(2026, 3, 1), policy))
    said = words(told(ReportKind.WORKS_COUNCIL).texts)
    theirs = " ".join(clause.text for clause in clauses)
    for figure in ("at least 7 people", "18 months", "8 months", "30 days"):
        assert figure in theirs
        assert figure in said


def test_it_holds_no_figure_about_answers() -> None:
    report = told(ReportKind.WORKS_COUNCIL)
    assert (report.parts, report.figures, report.numbers) == ((), (), ())


def test_it_can_be_made_before_the_first_release() -> None:
    asked = Asked(None, "en", organisation="Havenlicht", on=date(2026, 3, 10))
    report = tell(ReportKind.WORKS_COUNCIL, asked)
    assert (report.release, report.certificate, report.closing) == (0, "", ())
    assert "No release has been made yet" in words(report.texts)
    assert "Havenlicht" in report.title


@pytest.mark.parametrize("kind", [ReportKind.YEARLY, ReportKind.PSYCHOSOCIAL, ReportKind.BENCHMARK])
def test_the_others_need_a_release(kind: ReportKind) -> None:
    with pytest.raises(ValueError, match="no release"):
        tell(kind, Asked(None, "en", organisation="Havenlicht"))


@pytest.mark.parametrize("language", ["nl", "fr", "de"])
@pytest.mark.parametrize("kind", list(ReportKind))
def test_no_english_sentence_is_left_in_another_language(kind: ReportKind, language: str) -> None:
    unit = TERMINAL if kind is ReportKind.UNIT else ""
    english, other = (told(kind, language=one, unit=unit) for one in ("en", language))
    paragraphs = {p for text in (*english.texts, *english.closing) for p in text.paragraphs if len(p.split()) > 4}
    assert paragraphs.isdisjoint(p for text in (*other.texts, *other.closing) for p in text.paragraphs)
    assert english.title != other.title or kind is ReportKind.UNIT
    assert other.language == language


def test_limits_do_not_deny_that_differences_were_tested() -> None:
    report = tell(ReportKind.YEARLY, Asked(a_release(), "en"))
    assert "Where a difference was tested, the text says so." in words(report.closing)
    assert report.organisation == a_release().document["units"][ROOT]["label"]
