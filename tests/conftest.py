"""Fixtures of every room: the cast, signed-in clients, a clean mailbox."""

from collections.abc import Callable

import pytest
from django.conf import settings
from django.core.cache import cache
from django.test import Client

from tests import cast as the_cast
from tests import world as the_world


@pytest.fixture
def cast(db: None) -> the_cast.Cast:
    """The same people in every test; see tests/cast.py."""
    return the_cast.assemble()


@pytest.fixture
def signed_in(cast: the_cast.Cast) -> Callable[[str], Client]:
    """``signed_in("hr_lead")``: a client of that member of the cast; ``signed_in("")`` is nobody. Pages come in English."""

    def client(who: str) -> Client:
        browser = Client(headers={"Accept-Language": "en"})
        browser.cookies[settings.LANGUAGE_COOKIE_NAME] = "en"
        if who:
            browser.force_login(getattr(cast, who))
        return browser

    return client


@pytest.fixture(autouse=True)
def _forget_rate_limits() -> None:
    cache.clear()


@pytest.fixture
def world(cast: the_cast.Cast) -> the_world.World:
    """A small organisation in which everything has happened once; see tests/world.py."""
    return the_world.assemble(cast)
