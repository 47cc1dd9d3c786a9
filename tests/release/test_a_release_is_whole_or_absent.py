"""A release is one transaction: a process that dies in the middle of it leaves nothing behind."""

import os
import signal
import subprocess
import sys
import time
from pathlib import Path
from typing import Any

import pytest

from tests import survey
from tests.cast import Cast
from tests.release.leavers import DAY, release, spoke
from uitzicht.core.refusal import Refusal
from uitzicht.release import services
from uitzicht.release.models import Member, Release

SECONDS = 60

# Dies where it hurts most: release, bundles and members are written, the last step is not.
LAST_STEP = """
import sys, time
from uitzicht.cli.console import configured
configured()
from uitzicht.release import services

def reached(closing):
    print("reached", flush=True)
    time.sleep({seconds})

services._keep_waiting = reached
from uitzicht.cli import main
sys.argv = ["uitzicht", "release"]
main()
"""
COUNTS = """
from uitzicht.cli.console import configured
configured()
from uitzicht.privacy.models import AuditEntry
from uitzicht.release.models import Bundle, Member, Release, WaitingPerson
rows = [model.objects.count() for model in (Release, Bundle, Member, WaitingPerson)]
print(*rows, AuditEntry.objects.filter(action="release.frozen").count())
"""


@pytest.fixture
def home(tmp_path: Path) -> Path:
    """A file database with an imported survey of sixty."""
    survey_file, mapping = tmp_path / "survey.csv", tmp_path / "survey.toml"
    survey_file.write_bytes(survey.survey(60, 4))
    mapping.write_text(survey.mapping(), encoding="utf-8")
    uitzicht(tmp_path, "init")
    uitzicht(tmp_path, "import", "exits", str(survey_file), "--mapping", str(mapping))
    return tmp_path


def uitzicht(home: Path, *arguments: str) -> str:
    call = f"import sys; from uitzicht.cli import main; sys.argv = {['uitzicht', *arguments]!r}; main()"
    return python(home, call)


def python(home: Path, code: str) -> str:
    done = subprocess.run(
        [sys.executable, "-c", code], env=environment(home), capture_output=True, text=True, check=True
    )
    return done.stdout


def environment(home: Path) -> dict[str, str]:
    ours = {name: value for name, value in os.environ.items() if not name.startswith(("UITZICHT_", "DJANGO_"))}
    return ours | {"UITZICHT_HOME": str(home)}


def test_a_process_that_is_killed_before_the_last_step_leaves_nothing(home: Path) -> None:
    code = LAST_STEP.format(seconds=SECONDS)
    process = subprocess.Popen([sys.executable, "-c", code], env=environment(home), stdout=subprocess.PIPE, text=True)
    assert process.stdout is not None
    assert process.stdout.readline() == "reached\n"
    os.kill(process.pid, signal.SIGKILL)
    assert process.wait() == -signal.SIGKILL
    assert python(home, COUNTS).split() == ["0"] * 5
    assert "Release 1 is frozen" in uitzicht(home, "release")
    assert "nothing opened" in uitzicht(home, "attack")


@pytest.mark.parametrize("after", [0.8, 1.4])
def test_a_process_that_is_killed_at_any_moment_leaves_nothing_or_all(home: Path, after: float) -> None:
    call = "import sys; from uitzicht.cli import main; sys.argv = ['uitzicht', 'release']; main()"
    process = subprocess.Popen([sys.executable, "-c", call], env=environment(home), stdout=subprocess.DEVNULL)
    time.sleep(after)
    process.kill()
    process.wait()
    releases, bundles, members, waiting, lines = map(int, python(home, COUNTS).split())
    assert (releases, lines, members + waiting) in {(0, 0, 0), (1, 1, 60)}
    assert (bundles > 0) == (releases == 1)
    if not releases:
        assert "Release 1 is frozen" in uitzicht(home, "release")


def test_of_two_releases_that_are_computed_at_once_the_second_is_refused(
    house: Cast, monkeypatch: pytest.MonkeyPatch
) -> None:
    spoke(house, 5)
    compute = services.protect_with_views

    def overtaken(*arguments: Any) -> Any:
        with monkeypatch.context() as patch:
            patch.setattr(services, "protect_with_views", compute)
            release(DAY)
        return compute(*arguments)

    monkeypatch.setattr(services, "protect_with_views", overtaken)
    with pytest.raises(Refusal) as refused:
        release(DAY)
    assert refused.value.code == "release.made_meanwhile"
    assert (Release.objects.count(), Member.objects.count()) == (1, 5)
