"""The command as a person at a terminal runs it: the installed script, in a process and a home of its own."""

import os
import subprocess
import sys
from dataclasses import dataclass, field
from pathlib import Path

SCRIPT = Path(sys.executable).with_name("uitzicht")
REPOSITORY = Path(__file__).resolve().parents[2]


@dataclass(frozen=True)
class Done:
    code: int
    out: str
    err: str

    @property
    def lines(self) -> list[str]:
        return self.out.splitlines()

    def refused(self, code: str) -> bool:
        """One clear line on standard error, naming the rule; exit code 2; nothing else said."""
        return self.code == 2 and not self.out and len(self.err.splitlines()) == 1 and f"[{code}]" in self.err


@dataclass(frozen=True)
class Terminal:
    """A home folder and the variables that are set; nothing of the environment of the tests gets in."""

    home: Path
    variables: dict[str, str] = field(default_factory=dict)

    def __call__(self, *arguments: str | Path, **variables: str) -> Done:
        theirs = {name: text for name, text in os.environ.items() if not name.startswith(("UITZICHT_", "DJANGO_"))}
        done = subprocess.run(
            [SCRIPT, *arguments],
            env=theirs | {"UITZICHT_HOME": str(self.home), "UITZICHT_LANGUAGE": "en"} | self.variables | variables,
            cwd=self.home,
            capture_output=True,
            text=True,
            check=False,
        )
        return Done(done.returncode, done.stdout, done.stderr)

    def file(self, name: str, content: str | bytes) -> Path:
        file = self.home / name
        file.write_bytes(content if isinstance(content, bytes) else content.encode())
        return file
