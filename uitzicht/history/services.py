"""Importing an old exit survey: all of it or nothing."""

import hashlib
import json
import secrets
from collections import Counter
from collections.abc import Iterable
from datetime import datetime
from uuid import uuid4

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from uitzicht.core.refusal import Refusal
from uitzicht.history.mapping import Mapping
from uitzicht.history.models import PastExit, SurveyImport
from uitzicht.history.queries import answers_context, key_context
from uitzicht.history.questions import merge, questions_of
from uitzicht.history.reading import read_grid
from uitzicht.history.report import Report
from uitzicht.history.rows import ExitRecord
from uitzicht.history.survey import Progress, Reading, read_survey
from uitzicht.people.services import unit_by_path
from uitzicht.privacy import audit, vault

BATCH = 1000


@transaction.atomic
def import_exits(
    content: bytes,
    *,
    file: str,
    mapping: Mapping,
    by: str,
    at: datetime,
    dry_run: bool = False,
    drop_duplicates: bool = False,
    again: bool = False,
    progress: Progress | None = None,
) -> Report:
    """Import the survey in `content` (bytes of a CSV file or workbook called `file`) through `mapping`.

    What is sound is imported, what is odd is told in the report. `dry_run` reads everything and writes nothing. Raises
    `Refusal`: a file that cannot be read, a missing column, the same file twice without `again`.
    """
    sha256 = hashlib.sha256(content).hexdigest()
    if not again:
        ensure_new(sha256)
    grid = read_grid(content, file=file, source=mapping.file)
    today = timezone.localdate(at)
    reading = read_survey(grid, mapping=mapping, today=today, drop_duplicates=drop_duplicates, progress=progress)
    ensure_answers(reading)
    report = _report(reading, mapping, dry_run)
    merge([*SurveyImport.objects.values_list("questions", flat=True), report.questions])
    if not dry_run:
        _store(reading, report, mapping, sha256=sha256, by=by, at=at)
    return report


def ensure_new(sha256: str) -> None:
    if earlier := SurveyImport.objects.filter(source_sha256=sha256).first():
        raise Refusal(
            "history.already_imported",
            _(
                "This file was imported on {day} as “{name}”. Twice would count its people twice. Use --again only if "
                "you mean that."
            ),
            day=timezone.localdate(earlier.imported_at).isoformat(),
            name=earlier.name,
        )


def ensure_answers(reading: Reading) -> None:
    if not reading.records:
        raise Refusal(
            "history.nothing_to_import",
            _("None of the {rows} rows can be used. Check the column and the values under [kind] in the mapping."),
            rows=reading.rows,
        )


def _report(reading: Reading, mapping: Mapping, dry_run: bool) -> Report:
    return Report(
        name=mapping.name,
        rows=reading.rows,
        kept=len(reading.records),
        kinds=Counter(record.kind for record in reading.records),
        oddities=reading.oddities,
        missing=reading.missing,
        unmapped=reading.unmapped,
        ignored=mapping.ignored,
        questions=tuple(questions_of(mapping)),
        dry_run=dry_run,
    )


def _store(reading: Reading, report: Report, mapping: Mapping, *, sha256: str, by: str, at: datetime) -> None:
    key, survey_id = vault.new_data_key(), uuid4()
    survey = SurveyImport.objects.create(
        id=survey_id,
        name=mapping.name,
        source_sha256=sha256,
        mapping=mapping.text,
        questions=list(report.questions),
        wrapped_key=vault.wrap(key, context=key_context(survey_id)),
        rows=report.rows,
        kept=report.kept,
        imported_at=at,
        imported_by=by,
    )
    units = _units((record.path for record in reading.records), by=by, at=at)
    # The order of the file may be the order of leaving: nothing stored may tell which row was whose.
    shuffled = secrets.SystemRandom().sample(reading.records, len(reading.records))
    exits = (_past_exit(record, survey, units[record.path], key) for record in shuffled)
    PastExit.objects.bulk_create(exits, batch_size=BATCH)
    totals = {rule.value: count for rule, count in report.totals.items()}
    detail = {"rows": report.rows, "kept": report.kept, "sha256": sha256, "oddities": totals}
    audit.record("history.imported", by=by, at=at, subject=f"survey_import:{survey.pk}", detail=detail)


def _units(paths: Iterable[tuple[str, ...]], *, by: str, at: datetime) -> dict[tuple[str, ...], int]:
    return {path: unit_by_path(path, by=by, at=at).pk for path in sorted(set(paths))}


def _past_exit(record: ExitRecord, survey: SurveyImport, unit_id: int, key: bytes) -> PastExit:
    exit_id = uuid4()
    sealed = vault.seal(json.dumps(dict(record.answers)), key=key, context=answers_context(exit_id))
    return PastExit(
        id=exit_id,
        survey_import=survey,
        unit_id=unit_id,
        kind=record.kind,
        left_on=record.left_on,
        left_precision=record.left_precision,
        gender=record.gender,
        age_band=record.age_band,
        tenure_band=record.tenure_band,
        contract=record.contract,
        working_time=record.working_time,
        sealed_answers=sealed,
    )
