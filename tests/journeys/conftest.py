"""A browser, a mail server and installations for the journeys; everything that starts here stops here."""

import os
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, sync_playwright

from tests.cast import PASSWORD
from tests.journeys.browsing import ARGUMENTS, CHROMIUM, Visitors
from tests.journeys.installation import KNOWN, Installation, copy_of, new_installation
from tests.journeys.mailbox import Mailbox, delivering

CAST = {
    "hr_lead": "noor@havenlicht.example",
    "interviewer": "bram@havenlicht.example",
    "leader": "els@havenlicht.example",
    "guardian": "ria@havenlicht.example",
    "admin": "dirk@havenlicht.example",
    "prevention": "lut@havenlicht.example",
}


# Package scope, not session: playwright's event loop must be gone before other tests touch the database again.


@pytest.fixture(scope="package")
def browser() -> Iterator[Browser]:
    if not Path(CHROMIUM).exists():
        tell = pytest.fail if os.environ.get("UITZICHT_NEEDS_BROWSER") == "1" else pytest.skip
        tell(f"No browser: {CHROMIUM} is missing, so this journey was not walked.")
    with sync_playwright() as playwright:
        chromium = playwright.chromium.launch(executable_path=CHROMIUM, args=ARGUMENTS)
        yield chromium
        chromium.close()


@pytest.fixture(scope="module")
def mailbox() -> Iterator[Mailbox]:
    with delivering() as mailbox:
        yield mailbox


@pytest.fixture(scope="module")
def installation(
    browser: Browser, mailbox: Mailbox, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[Installation]:
    """Brand new: initialised, one account for the HR lead, the guardian and the administrator, served."""
    made = new_installation(tmp_path_factory.mktemp("new"), mail=mailbox.address)
    made.command("init")
    for role, name in {"hr_lead": "Noor Verlinden", "guardian": "Ria Smeets", "admin": "Dirk Aerts"}.items():
        made.command("user", "add", CAST[role], "--name", name, "--role", role, "--password", PASSWORD)
    made.serve()
    yield made
    made.stop()


@pytest.fixture(scope="package")
def model(browser: Browser, tmp_path_factory: pytest.TempPathFactory) -> Installation:
    """What ``settled`` copies. Nobody serves it."""
    made = new_installation(tmp_path_factory.mktemp("model"), mail="")
    (made.home / KNOWN).write_text(made.script("settle"), encoding="utf-8")
    return made


@pytest.fixture(scope="module")
def settled(model: Installation, mailbox: Mailbox, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Installation]:
    """Served: the cast, and leavers at their beginning; see settle."""
    made = copy_of(model, tmp_path_factory.mktemp("settled"), mail=mailbox.address, script="settle")
    made.serve()
    yield made
    made.stop()


@pytest.fixture(scope="module")
def people(browser: Browser, settled: Installation) -> Visitors:
    """The cast and their leavers, with a browser each, in what is settled."""
    return Visitors(browser, settled, CAST, PASSWORD)


@pytest.fixture(scope="package")
def house(browser: Browser, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Installation]:
    """Lived in: the cast of tests/cast.py and everything of tests/world.py, served."""
    with delivering() as mailbox:
        made = new_installation(tmp_path_factory.mktemp("house"), mail=mailbox.address)
        (made.home / KNOWN).write_text(made.script("populate"), encoding="utf-8")
        made.serve()
        yield made
        made.stop()


@pytest.fixture(scope="package")
def known(house: Installation) -> dict[str, str]:
    """What populate says of the house."""
    return house.known


@pytest.fixture(scope="package")
def residents(browser: Browser, house: Installation) -> Visitors:
    """The cast, with a browser each, in the house."""
    return Visitors(browser, house, CAST | {"second_interviewer": "ilse@havenlicht.example"}, PASSWORD)


@pytest.fixture(autouse=True)
def _nothing_went_wrong_unseen(request: pytest.FixtureRequest) -> Iterator[None]:
    """A fault that no look reported belongs to the test that caused it."""
    yield
    for name in {"residents", "people"} & set(request.fixturenames):
        visitors: Visitors = request.getfixturevalue(name)
        faults, visitors.faults[:] = list(visitors.faults), []
        assert not faults


@pytest.fixture(scope="module")
def failed_before(request: pytest.FixtureRequest) -> int:
    return request.session.testsfailed


@pytest.fixture
def one_step_after_another(request: pytest.FixtureRequest, failed_before: int) -> None:
    """Each test of the module is a step of one journey: after a failed one there is no way on."""
    if request.session.testsfailed > failed_before:
        pytest.skip("An earlier step of this journey failed.")
