"""Fixtures of the room: English, and a release about the cast's units."""

from collections.abc import Iterator

import pytest
from django.utils import translation

from tests.actions.cases import release_of
from tests.cast import Cast


@pytest.fixture(autouse=True)
def _in_english() -> Iterator[None]:
    with translation.override("en"):
        yield


@pytest.fixture
def ids(cast: Cast) -> dict[str, str]:
    """Release 7 about the cast's units is frozen; see tests/actions/cases.py."""
    return release_of(cast)
