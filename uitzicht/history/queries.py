"""What the release reads of past exits. Nobody else opens their answers."""

import json
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from uitzicht.history.models import PastExit, SurveyImport
from uitzicht.history.questions import QuestionData, merge
from uitzicht.history.rows import Answer
from uitzicht.privacy import vault

BATCH = 2000


@dataclass(frozen=True)
class PastExitFact:
    """One past exit with its answers open; see `models.PastExit` for the fields. For the release job only."""

    id: UUID
    unit_id: int
    kind: str
    left_on: date | None
    left_precision: str
    gender: str
    age_band: str
    tenure_band: str
    contract: str
    working_time: str
    answers: dict[str, Answer]


def past_exits() -> Iterator[PastExitFact]:
    """Every past exit of every import, in the random order of their ids."""
    keys = {survey.pk: data_key(survey) for survey in SurveyImport.objects.only("id", "wrapped_key")}
    for row in PastExit.objects.order_by("id").iterator(chunk_size=BATCH):
        yield _fact(row, keys[row.survey_import_id])


def questions() -> list[QuestionData]:
    """What the imports together can answer."""
    return merge(SurveyImport.objects.order_by("imported_at", "id").values_list("questions", flat=True))


def data_key(survey: SurveyImport) -> bytes:
    return vault.unwrap(bytes(survey.wrapped_key), context=key_context(survey.pk))


def key_context(survey_id: UUID) -> str:
    return f"history:{survey_id}"


def answers_context(exit_id: UUID) -> str:
    return f"past_exit:{exit_id}"


def _fact(row: PastExit, key: bytes) -> PastExitFact:
    return PastExitFact(
        id=row.pk,
        unit_id=row.unit_id,
        kind=row.kind,
        left_on=row.left_on,
        left_precision=row.left_precision,
        gender=row.gender,
        age_band=row.age_band,
        tenure_band=row.tenure_band,
        contract=row.contract,
        working_time=row.working_time,
        answers=json.loads(vault.unseal(bytes(row.sealed_answers), key=key, context=answers_context(row.pk))),
    )
