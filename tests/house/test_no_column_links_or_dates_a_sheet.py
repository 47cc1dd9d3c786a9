"""What somebody said lies in tables that name nobody and no moment, or behind a key of its own. Every table that holds
sealed content is declared here, and the real tables are compared with what is declared: a column that is not, fails.
"""

import uuid
from collections.abc import Iterator
from datetime import date

import pytest
from django.apps import apps
from django.db import connection, models

from tests.cast import NOW, Cast
from tests.release.alone import wrote_alone
from tests.release.leavers import DAY, LEFT, left_before, release, spoke
from tests.world import BY
from uitzicht.departures.models import Departure
from uitzicht.people.models import Person, User
from uitzicht.portal.models import InclusionCard
from uitzicht.privacy.models import SealedSheet
from uitzicht.questionnaires import content
from uitzicht.questionnaires.services import publish_version

# Answers that figures are made of. Nothing in the row, nor in what it points to, leads to a person.
NAMELESS = {
    "privacy.SealedSheet": {"id", "source", "kept_until", "wrapped_key", "sealed"},
    "portal.InclusionCard": {"id", "wrapped_key", "sealed"},
    "history.PastExit": {"id", "survey_import_id", "unit_id", "kind", "left_on", "left_precision", "gender", "age_band"}
    | {"tenure_band", "contract", "working_time", "sealed_answers"},
    "release.Bundle": {"id", "code", "release_id", "stratum", "unit_id", "period", "size"}
    | {"wrapped_key", "sealed_totals", "sealed_known"},
    "release.ViewBundle": {"id", "code", "release_id", "cut", "value", "stratum", "size"}
    | {"wrapped_key", "sealed_totals"},
}
# What is not handed in yet. It hangs on the link of its writer, and only the secret in that link opens it.
BEHIND_A_LINK = {"portal.Draft", "portal.TabletCode", "followups.FollowUp"}
# The conversation. Its departure is known, its interviewer reads it, and its key is wrapped for it alone.
HELD_BY_ITS_INTERVIEWER = {"interviews.Interview", "interviews.Answer", "coding.CodedAnswer"}
# Nothing that a leaver said: uploads under way, addresses of calendars, the key of an import, how to reach a former
# colleague, and the logo of the organisation, which is not even sealed.
NO_ANSWERS = {"people.StagedImport", "offboarding.StagedProperty", "planning.InterviewerDiary", "planning.Room"} | {
    "history.SurveyImport",
    "alumni.Member",
    "reports.Brand",
}
DECLARED = NAMELESS.keys() | BEHIND_A_LINK | HELD_BY_ITS_INTERVIEWER | NO_ANSWERS

PERSONS = (Person, User, Departure)
# Days in a nameless table. A sheet has the end of a month. When somebody of an earlier survey left is as exact as the file
# that was imported says; bundles need it, so that nobody counts before they are gone.
DAYS = {"privacy.SealedSheet": {"kept_until"}, "history.PastExit": {"left_on"}}
# The order of a number tells who came first. A bundle is numbered within its release, and so is its row.
NUMBERED = {"release.Bundle", "release.ViewBundle"}
MOMENTS = (models.DateField, models.TimeField, models.DurationField)


@pytest.fixture
def house(cast: Cast) -> Cast:
    publish_version(content.load(1), by=BY, at=NOW)
    return cast


def rooms() -> list[type[models.Model]]:
    return [model for model in apps.get_models() if model.__module__.startswith("uitzicht.")]


def nameless() -> list[type[models.Model]]:
    return [model for model in rooms() if model._meta.label in NAMELESS]


def columns(model: type[models.Model]) -> set[str]:
    """Of the table as it is in the database."""
    with connection.cursor() as cursor:
        return {column.name for column in connection.introspection.get_table_description(cursor, model._meta.db_table)}


def reached(model: type[models.Model]) -> set[type[models.Model]]:
    """Every model that rows of this one point to, whatever the number of steps."""
    found: set[type[models.Model]] = set()
    ahead = [model]
    while ahead:
        for field in ahead.pop()._meta.get_fields():
            target = field.related_model if getattr(field, "concrete", False) and field.is_relation else None
            if isinstance(target, type) and target not in found:
                found.add(target)
                ahead.append(target)
    return found


def test_every_table_with_sealed_content_is_declared() -> None:
    sealed = {
        model._meta.label
        for model in rooms()
        if any(isinstance(field, models.BinaryField) for field in model._meta.get_fields())
    }
    assert sealed == DECLARED


@pytest.mark.django_db
def test_every_table_of_the_database_is_one_of_ours_or_of_the_framework() -> None:
    known = {model._meta.db_table for model in apps.get_models(include_auto_created=True)} | {"django_migrations"}
    assert set(connection.introspection.table_names()) == known


@pytest.mark.django_db
def test_every_table_has_the_columns_of_its_model_and_no_other() -> None:
    differ = {}
    for model in rooms():
        own = {field.column for field in model._meta.local_concrete_fields}
        if columns(model) != own:
            differ[model._meta.label] = columns(model) ^ own
    assert not differ


@pytest.mark.django_db
def test_a_nameless_table_has_the_declared_columns_and_no_other() -> None:
    assert {model._meta.label: columns(model) for model in nameless()} == NAMELESS


def test_nothing_in_a_nameless_table_leads_to_a_person() -> None:
    leads = {model._meta.label: reached(model) & set(PERSONS) for model in nameless()}
    assert not [label for label, found in leads.items() if found]
    assert leads.keys() == NAMELESS.keys()
    assert Departure in reached(apps.get_model("portal.HandedIn"))  # the search can find


def test_no_table_points_to_a_sheet_or_a_card() -> None:
    ends = (SealedSheet, InclusionCard, apps.get_model("history.PastExit"))
    pointing = [
        f"{model._meta.label}.{field.name}"
        for model in rooms()
        for field in model._meta.get_fields()
        if getattr(field, "concrete", False) and field.is_relation and field.related_model in ends
    ]
    assert not pointing


@pytest.mark.django_db
def test_what_happens_at_a_change_writes_down_no_moment() -> None:
    """A trigger could keep what no column does."""
    if connection.vendor != "sqlite":
        pytest.skip("read from the schema of SQLite; the run on SQLite has it")
    with connection.cursor() as cursor:
        cursor.execute("SELECT name, sql FROM sqlite_master WHERE type IN ('trigger', 'view')")
        found = cursor.fetchall()
    assert found
    assert not [name for name, sql in found if "RAISE(" not in sql or "INSERT INTO" in sql.upper()]


@pytest.mark.parametrize("model", nameless(), ids=lambda model: model._meta.label)
def test_a_nameless_table_has_no_moment_but_a_declared_day(model: type[models.Model]) -> None:
    found = {field.name: field for field in model._meta.local_concrete_fields if isinstance(field, MOMENTS)}
    assert found.keys() == DAYS.get(model._meta.label, set())
    assert all(type(field) is models.DateField for field in found.values())
    assert not [field for field in found.values() if field.auto_now or field.auto_now_add]


@pytest.mark.parametrize("model", nameless(), ids=lambda model: model._meta.label)
def test_the_id_of_a_row_is_of_chance(model: type[models.Model]) -> None:
    key = model._meta.pk
    if model._meta.label in NUMBERED:
        assert isinstance(key, models.AutoField | models.BigAutoField)
        return
    assert isinstance(key, models.UUIDField)
    assert key.default is uuid.uuid4


def test_a_sheet_is_kept_until_the_end_of_a_month(house: Cast) -> None:
    wrote_alone(house, 3)
    days = set(SealedSheet.objects.values_list("kept_until", flat=True))
    assert days
    assert {_month_end(day) for day in days} == {True}


def test_what_is_said_stands_in_no_column_of_a_release(house: Cast) -> None:
    """Whoever is in a bundle is known by a handle; the handle leads to a departure, and never to a sheet."""
    wrote_alone(house, 3)
    spoke(house, 3)
    left_before(20, 2)
    release(DAY)
    sheets = {sheet.hex for sheet in SealedSheet.objects.values_list("pk", flat=True)}
    assert sheets
    elsewhere = [
        text for text in _texts(besides=SealedSheet) if any(sheet in text.replace("-", "") for sheet in sheets)
    ]
    assert not elsewhere


def _month_end(day: date) -> bool:
    return date.fromordinal(day.toordinal() + 1).day == 1 and day > LEFT


def _texts(*, besides: type[models.Model]) -> Iterator[str]:
    """Every value of every row of every other table, as text."""
    for model in apps.get_models(include_auto_created=True):
        if model is besides:
            continue
        for row in model._default_manager.values_list(*(field.attname for field in model._meta.local_concrete_fields)):
            yield " ".join(str(value) for value in row)
