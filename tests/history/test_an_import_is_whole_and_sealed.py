from datetime import datetime, timedelta

import pytest
from cryptography.exceptions import InvalidTag
from django.db import connection

from tests.cast import NOW
from tests.history.survey_files import COLUMNS, HAVEN, SOUND, csv_of, haven_csv, small
from uitzicht.core.refusal import Refusal
from uitzicht.history.mapping import Mapping, load_mapping
from uitzicht.history.models import PastExit, SurveyImport
from uitzicht.history.oddities import Rule, Severity
from uitzicht.history.queries import past_exits, questions
from uitzicht.history.report import Report
from uitzicht.history.services import import_exits
from uitzicht.people.models import Unit
from uitzicht.privacy.models import AuditEntry

pytestmark = pytest.mark.django_db


def line(**cells: str) -> tuple[str, ...]:
    return tuple((dict(zip(COLUMNS, SOUND, strict=True)) | cells).values())


FILE = csv_of(line(), line(No="2", Team="Crane", Work="M"), line(No="3", Why="Moved")).encode()


def take(content: bytes = FILE, mapping: Mapping | None = None, at: datetime = NOW, **options: bool) -> Report:
    return import_exits(content, file="small.csv", mapping=mapping or small(), by="Noor", at=at, **options)


def test_what_is_sound_is_stored_and_what_is_odd_is_told():
    report = take()
    assert (report.rows, report.kept, report.left_out, report.kinds) == (3, 2, 1, {"resignation": 2})
    assert report.totals == {Rule.NOT_A_DEPARTURE: 1, Rule.UNKNOWN_CODE: 1}
    assert report.values[Rule.UNKNOWN_CODE, "Work", "M"] == 1
    assert [odd.row for odd in report.of(Severity.LEFT_OUT)] == [4]
    assert PastExit.objects.count() == 2


def test_units_are_found_or_made_below_the_organisation(cast):
    north = Unit.objects.create(name="North", parent=cast.root)
    take()
    units = {past.unit.name: past.unit.parent for past in PastExit.objects.select_related("unit__parent")}
    assert units == {"Quay": north, "Crane": north}


def test_an_exit_without_a_unit_belongs_to_the_organisation(cast):
    take(csv_of(line(Division="?", Team="?")).encode())
    assert PastExit.objects.get().unit == cast.root


def test_the_release_reads_back_what_was_answered():
    take()
    assert sorted((fact.answers for fact in past_exits()), key=len) == [
        {"reasons": ["terms.pay"]},
        {"satisfaction.content": 5, "reasons": ["terms.pay"]},
    ]


def test_answers_lie_sealed_and_open_for_their_own_row_only():
    take()
    with connection.cursor() as cursor:
        cursor.execute("SELECT sealed_answers FROM history_pastexit")
        assert not any(b"terms.pay" in bytes(sealed) for (sealed,) in cursor.fetchall())
    one, other = PastExit.objects.all()
    PastExit.objects.filter(pk=one.pk).update(sealed_answers=other.sealed_answers)
    with pytest.raises(InvalidTag):
        list(past_exits())


def test_nothing_stored_tells_the_row_it_came_from():
    rows = [line(No=str(number), Left=f"{number % 12 + 1:02d}/2013") for number in range(60)]
    take(csv_of(*rows).encode())
    fields = {field.name for field in PastExit._meta.get_fields()}
    assert not fields & {"row", "number", "line", "source"}
    with connection.cursor() as cursor:
        cursor.execute("SELECT left_on FROM history_pastexit")
        stored = [str(left_on)[:7] for (left_on,) in cursor.fetchall()]
    assert stored != [f"2013-{number % 12 + 1:02d}" for number in range(60)]


def test_a_dry_run_tells_the_same_and_stores_nothing():
    report = take(dry_run=True)
    assert (report.kept, report.dry_run) == (2, True)
    assert not SurveyImport.objects.exists()
    assert not Unit.objects.exists()
    assert not AuditEntry.objects.exists()


def test_the_same_file_is_refused_a_second_time_unless_it_is_asked_for():
    take()
    with pytest.raises(Refusal) as refused:
        take(mapping=small(('name = "Small survey"', 'name = "Another name"')))
    assert refused.value.code == "history.already_imported"
    assert "2026-03-10" in str(refused.value)
    assert "Small survey" in str(refused.value)
    take(again=True)
    assert (SurveyImport.objects.count(), PastExit.objects.count()) == (2, 4)


def test_a_file_of_which_no_row_can_be_used_is_refused():
    with pytest.raises(Refusal) as refused:
        take(csv_of(line(Why="Vanished")).encode())
    assert refused.value.code == "history.nothing_to_import"
    assert not SurveyImport.objects.exists()


def test_an_import_is_one_line_of_the_audit_trail_without_content():
    take()
    entry = AuditEntry.objects.get(action="history.imported")
    assert entry.by == "Noor"
    assert entry.detail["kept"] == 2
    assert "terms.pay" not in str(entry.detail)


def test_an_import_keeps_the_mapping_it_was_read_with():
    mapping = small()
    take()
    assert SurveyImport.objects.get().mapping == mapping.text


def test_progress_is_told_until_the_last_row():
    told: list[tuple[int, int]] = []
    import_exits(
        FILE,
        file="s.csv",
        mapping=small(),
        by="Noor",
        at=NOW,
        progress=lambda _, done, total: told.append((done, total)),
    )
    assert told[-1] == (3, 3)


def test_the_questions_of_two_surveys_are_joined():
    take()
    take(haven_csv(), load_mapping(HAVEN, file="haven.toml"), at=NOW + timedelta(minutes=1))
    joined = {question["key"]: question for question in questions()}
    assert joined["reasons"]["items"][:3] == ["terms.pay", "family.family", "none"]
    assert "terms.canteen" in joined["reasons"]["item_labels"]
    assert set(joined) >= {"satisfaction.content", "satisfaction.relations", "main_reason", "recommend"}
    assert len(joined["reasons"]["items"]) == len(set(joined["reasons"]["items"]))


def test_an_own_reason_cannot_be_given_other_words_later():
    take(haven_csv(), load_mapping(HAVEN, file="haven.toml"))
    other = load_mapping(HAVEN.replace("het eten in de kantine", "de koffie"), file="haven.toml")
    with pytest.raises(Refusal) as refused:
        take(haven_csv() + b"\r\n", other)
    assert refused.value.code == "history.reason_redefined"
    assert SurveyImport.objects.count() == 1
