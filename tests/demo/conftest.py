"""A demo small enough for a test: every team of two, a dozen departures."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from datetime import UTC, datetime

import pytest
from django.db import transaction

from uitzicht.demo.inventing import fill
from uitzicht.demo.models import DemoMarker
from uitzicht.people.services import root_unit
from uitzicht.questionnaires import content
from uitzicht.questionnaires.services import publish_version

AT = datetime(2026, 3, 10, 9, 30, tzinfo=UTC)  # a Tuesday
SCALE = 0.12


@pytest.fixture
def empty_database(db: None) -> None:
    """As ``uitzicht init`` leaves it."""
    publish_version(content.load(1), by="test", at=AT)
    root_unit(by="test", at=AT)


@pytest.fixture
def filled(empty_database: None) -> DemoMarker:
    return fill(at=AT, scale=SCALE)


@contextmanager
def for_a_while(scale: float) -> Iterator[DemoMarker]:
    """A demo in a database that is left as it was found."""
    with transaction.atomic():
        publish_version(content.load(1), by="test", at=AT)
        root_unit(by="test", at=AT)
        yield fill(at=AT, scale=scale)
        transaction.set_rollback(True)


@pytest.fixture(scope="module")
def lived_in(django_db_setup, django_db_blocker) -> Iterator[DemoMarker]:
    """One demo for all tests of a module that has no other."""
    with django_db_blocker.unblock(), for_a_while(SCALE) as marker:
        yield marker


@pytest.fixture
def demo_mode(settings) -> Callable[[bool], None]:
    def switch(on: bool) -> None:
        settings.UITZICHT = replace(settings.UITZICHT, demo=on)

    return switch
