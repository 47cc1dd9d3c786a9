"""Past exits: what an old survey said, sealed, beside the few public attributes that bundling needs."""

import uuid

from django.db import models

from uitzicht.departures.vocabulary import Kind
from uitzicht.people.models import Unit
from uitzicht.people.vocabulary import ContractKind, Gender
from uitzicht.privacy.classification import Sensitivity


class SurveyImport(models.Model):
    """One file, imported once. `mapping`: the TOML text it was read with. `questions`: what it can answer, see
    `queries.questions`. `wrapped_key`: the data key of its answers, wrapped by the vault; deleting it shreds them."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    name = models.CharField(max_length=200)
    source_sha256 = models.CharField(max_length=64, db_index=True)
    mapping = models.TextField()
    questions = models.JSONField()
    wrapped_key = models.BinaryField()
    rows = models.PositiveIntegerField()
    kept = models.PositiveIntegerField()
    imported_at = models.DateTimeField()
    imported_by = models.CharField(max_length=200)

    class Meta:
        ordering = ("imported_at", "id")
        constraints = [
            models.CheckConstraint(
                condition=models.Q(kept__lte=models.F("rows")), name="survey_import_keeps_rows_it_read"
            )
        ]

    def __str__(self) -> str:
        return self.name


class PastExit(models.Model):
    """One leaver of an old survey. The id is random and the order of storage shuffled: nothing points back to a row.

    `left_on`: the latest day it can have been, as precise as `left_precision` says; both empty where unknown.
    `age_band`, `tenure_band`: full years, see `rules.is_band`. `sealed_answers`: JSON, question key -> answer.
    """

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    survey_import = models.ForeignKey(SurveyImport, on_delete=models.CASCADE, related_name="exits")
    unit = models.ForeignKey(Unit, on_delete=models.PROTECT, related_name="past_exits")
    kind = models.CharField(max_length=20, choices=Kind.choices)
    left_on = models.DateField(null=True)
    left_precision = models.CharField(max_length=5, blank=True)
    gender = models.CharField(max_length=10, choices=Gender.choices, blank=True)
    age_band = models.CharField(max_length=5, blank=True)
    tenure_band = models.CharField(max_length=5, blank=True)
    contract = models.CharField(max_length=12, choices=ContractKind.choices, blank=True)
    working_time = models.CharField(max_length=9, blank=True)
    sealed_answers = models.BinaryField()

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=models.Q(left_on=None, left_precision="")
                | models.Q(left_on__isnull=False, left_precision__in=("day", "month", "year")),
                name="past_exit_date_has_a_precision",
            )
        ]

    def __str__(self) -> str:
        return str(self.id)


_O, _P = Sensitivity.ORGANISATION, Sensitivity.PERSONAL
PRIVACY = {
    "SurveyImport": dict.fromkeys(
        ("id", "name", "source_sha256", "mapping", "questions", "rows", "kept", "imported_at"), _O
    )
    | {"imported_by": _P, "wrapped_key": Sensitivity.SECRET},
    "PastExit": dict.fromkeys(
        (
            "id",
            "survey_import",
            "unit",
            "kind",
            "left_on",
            "left_precision",
            "gender",
            "age_band",
            "tenure_band",
            "contract",
            "working_time",
        ),
        _P,
    )
    | {"sealed_answers": Sensitivity.CONFIDENTIAL},
}
