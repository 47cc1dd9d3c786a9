import sqlite3

import pytest

from tests.demo.conftest import AT, SCALE
from uitzicht.cli.demo import DATABASE, throw_away
from uitzicht.core.refusal import Refusal
from uitzicht.demo.inventing import fill
from uitzicht.demo.models import DemoMarker
from uitzicht.people.models import Person, User


def test_a_database_with_staff_is_refused(cast):
    people = Person.objects.count()
    with pytest.raises(Refusal) as refusal:
        fill(at=AT, scale=SCALE)
    assert refusal.value.code == "demo.real_data"
    assert Person.objects.count() == people
    assert not DemoMarker.objects.exists()


def test_a_database_with_one_account_is_refused(empty_database):
    User.objects.create_user("ann@example.org", "a long sentence for tests", name="Ann")
    with pytest.raises(Refusal) as refusal:
        fill(at=AT, scale=SCALE)
    assert refusal.value.code == "demo.real_data"


def test_only_a_demo_is_thrown_away(tmp_path):
    database = _home(tmp_path, marked=False)
    with pytest.raises(Refusal) as refusal:
        throw_away(tmp_path)
    assert refusal.value.code == "demo.not_a_demo"
    assert database.exists()
    assert (tmp_path / "vault.key").exists()


def test_a_demo_is_thrown_away_with_its_keys_and_mails(tmp_path):
    database = _home(tmp_path, marked=True)
    throw_away(tmp_path)
    assert not database.exists()
    assert not (tmp_path / "vault.key").exists()
    assert not (tmp_path / "mail").exists()


def test_a_home_without_a_database_is_left_alone(tmp_path):
    (tmp_path / "vault.key").write_text("a key of somebody")
    throw_away(tmp_path)
    assert (tmp_path / "vault.key").exists()


@pytest.fixture(autouse=True)
def _embedded_database(monkeypatch):
    """What is thrown away is the database in the home folder, whichever database these tests themselves run on."""
    monkeypatch.delenv("UITZICHT_DATABASE_URL", raising=False)


def _home(folder, *, marked):
    database = folder / DATABASE
    with sqlite3.connect(database) as connection:
        connection.execute("CREATE TABLE people_person (id)")
        connection.execute("INSERT INTO people_person VALUES (1)")
        connection.execute("CREATE TABLE demo_demomarker (id)")
        if marked:
            connection.execute("INSERT INTO demo_demomarker VALUES (1)")
    connection.close()
    (folder / "vault.key").write_text("a key")
    (folder / "mail").mkdir()
    (folder / "mail" / "1.log").write_text("a mail")
    return database
