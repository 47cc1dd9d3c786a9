"""A frozen release: the database refuses change, an erasure afterwards changes nothing, tampering shows."""

import json

import pytest
from cryptography.exceptions import InvalidTag
from django.db import DatabaseError, connection, transaction

from tests.cast import Cast
from tests.release.leavers import DAY, LEFT, QUARTER, left_before, months_later, release, spoke
from uitzicht.interviews.models import Interview
from uitzicht.release.attack import attack_everything
from uitzicht.release.models import Bundle, Member, Release

NEXT = months_later(DAY, QUARTER)
FROZEN = (Release, Bundle, Member)


def without_triggers(table: str) -> None:
    """What somebody with the keys of the database could do."""
    with connection.cursor() as cursor:
        if connection.vendor == "postgresql":
            cursor.execute(f"DROP TRIGGER {table}_frozen ON {table}")
            return
        for event in ("update", "delete"):
            cursor.execute(f"DROP TRIGGER {table}_no_{event}")


def one_more(document: str) -> str:
    """The same document with one exact count raised by one, written the same way."""
    read = json.loads(document)
    cells = next(
        cell["items"] for cell in read["cells"]["reasons"].values() if any(isinstance(x, int) for x in cell["items"])
    )
    place = next(n for n, value in enumerate(cells) if isinstance(value, int))
    cells[place] += 1
    return json.dumps(read, sort_keys=True, separators=(",", ":"), ensure_ascii=False)


@pytest.mark.parametrize("model", FROZEN)
def test_the_database_refuses_to_delete_it(house: Cast, model: type[Release | Bundle | Member]) -> None:
    spoke(house, 5)
    release(DAY)
    with pytest.raises(DatabaseError), transaction.atomic(), connection.cursor() as cursor:
        cursor.execute(f"DELETE FROM {model._meta.db_table}")
    assert model.objects.exists()


@pytest.mark.parametrize(
    ("model", "change"), [(Release, "number = 9"), (Bundle, "size = 99"), (Member, "handle = 'interview:other'")]
)
def test_the_database_refuses_to_change_it(house: Cast, model: type[Release | Bundle | Member], change: str) -> None:
    spoke(house, 5)
    release(DAY)
    with pytest.raises(DatabaseError), transaction.atomic(), connection.cursor() as cursor:
        cursor.execute(f"UPDATE {model._meta.db_table} SET {change}")


def test_an_erased_sheet_stays_in_what_was_published(house: Cast) -> None:
    held = spoke(house, 6)
    first = release(DAY)
    held[0].delete()
    assert Interview.objects.count() == 5
    spoke(house, 5, left_on=LEFT.replace(month=3))
    second = release(NEXT)
    first_again = Release.objects.get(number=1)
    assert (first_again.document, first_again.certificate) == (first.document, first.certificate)
    group = f"{house.kade_noord.pk}:resignation"
    assert json.loads(second.document)["cells"]["main_reason"][group]["base"] == 11
    public = json.loads(second.document)["public"]
    assert (public["respondents"], public["released"], public["waiting"]) == (11, 11, 0)
    assert attack_everything().green


def test_an_untouched_chain_is_green(house: Cast) -> None:
    left_before(60, 4)
    first = release(DAY)
    spoke(house, 5, left_on=LEFT.replace(month=3))
    second = release(NEXT)
    assert (first.previous_certificate, second.previous_certificate) == ("", first.certificate)
    found = attack_everything()
    assert found.green
    assert found.certificate == second.certificate
    assert found.to_json() == {
        "releases": 2,
        "figures": second.audit["figures"],
        "respondents": 65,
        "opened": 0,
        "certificate": second.certificate,
        "views": "audited",
    }


def test_a_figure_changed_behind_the_back_of_the_trigger_is_found(house: Cast) -> None:
    left_before(60, 4)
    made = release(DAY)
    without_triggers("release_release")
    Release.objects.update(document=one_more(made.document))
    found = attack_everything()
    assert not found.green
    assert found.tampered == (1,)
    assert found.to_json()["opened"] >= 1


def test_a_label_changed_in_an_earlier_release_is_found_though_no_figure_opens(house: Cast) -> None:
    spoke(house, 5)
    first = release(DAY)
    spoke(house, 5, left_on=LEFT.replace(month=3))
    release(NEXT)
    without_triggers("release_release")
    renamed = first.document.replace('"label":"Kade Noord"', '"label":"Kade Zuid"')
    assert renamed != first.document
    Release.objects.filter(number=1).update(document=renamed)
    found = attack_everything()
    assert found.verdict.green
    assert found.tampered == (1,)
    assert not found.green


def test_totals_that_do_not_fit_what_was_published_are_found(house: Cast) -> None:
    """Moving the sealed totals of one bundle under another: they do not open there."""
    left_before(60, 4)
    release(DAY)
    without_triggers("release_bundle")
    one, other = Bundle.objects.all()[:2]
    Bundle.objects.filter(pk=one.pk).update(
        sealed_totals=bytes(other.sealed_totals), wrapped_key=bytes(other.wrapped_key)
    )
    with pytest.raises(InvalidTag):
        attack_everything()


def test_a_member_taken_out_of_a_bundle_is_found(house: Cast) -> None:
    left_before(60, 4)
    release(DAY)
    without_triggers("release_member")
    victim = Member.objects.first()
    assert victim is not None
    Member.objects.filter(pk=victim.pk).delete()
    assert not attack_everything().green
