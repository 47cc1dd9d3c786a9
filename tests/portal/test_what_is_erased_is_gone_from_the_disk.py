import json
import os
import subprocess
import sys
from pathlib import Path

REPOSITORY = Path(__file__).resolve().parents[2]


def test_the_bytes_of_draft_and_sheet_are_gone(tmp_path: Path) -> None:
    """In a process and a database file of its own: reading the file in the process that has it open would drop its locks."""
    file = tmp_path / "own.sqlite3"
    done = subprocess.run(
        [sys.executable, "-m", "tests.portal.on_disk", file],
        env=os.environ | {"UITZICHT_DATABASE_URL": f"sqlite://{file}", "DJANGO_SETTINGS_MODULE": "tests.settings"},
        cwd=REPOSITORY,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    assert json.loads(done.stdout) == {
        "draft written": True,
        "words in the clear": False,
        "draft after handing in": False,
        "sheet handed in": True,
        "sheet after erasing": False,
    }
