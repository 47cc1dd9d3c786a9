"""The real survey lies outside the repository; tests that need it are skipped where it is absent."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from django.utils import translation

from uitzicht.history.mapping import Mapping, load_mapping

REPOSITORY = Path(__file__).resolve().parents[2]
DETE = REPOSITORY.parent / "shared" / "data" / "dete" / "dete_survey.csv"


@pytest.fixture(scope="session")
def dete() -> bytes:
    if not DETE.exists():
        pytest.skip("the DETE survey is not here: put it at ../shared/data/dete/dete_survey.csv")
    return DETE.read_bytes()


@pytest.fixture(scope="session")
def dete_mapping() -> Mapping:
    return load_mapping((REPOSITORY / "examples" / "dete.toml").read_text(encoding="utf-8"), file="dete.toml")


@pytest.fixture(autouse=True)
def in_english() -> Iterator[None]:
    with translation.override("en"):
        yield
