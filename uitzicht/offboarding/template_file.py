"""The tasks that a new installation begins with (``checklist.toml``)."""

import tomllib
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from uitzicht.offboarding.vocabulary import LANGUAGES, OwnerRole, Step

FILE = Path(__file__).with_name("checklist.toml")


@dataclass(frozen=True, slots=True)
class TaskText:
    """One task of the file; see ``models.TemplateTask``. ``needs``: codes of other tasks."""

    code: str
    step: Step
    owner: OwnerRole
    due: int
    names: dict[str, str]
    needs: tuple[str, ...]
    kinds: tuple[str, ...]
    job_families: tuple[str, ...]


def first_tasks(path: Path = FILE) -> tuple[TaskText, ...]:
    """In the order of the file; ``KeyError`` or ``ValueError`` when the file is not as it should be."""
    return tuple(_task(said) for said in tomllib.loads(path.read_text(encoding="utf-8"))["task"])


def _task(said: dict[str, Any]) -> TaskText:
    return TaskText(
        code=said["code"],
        step=Step(said["step"]),
        owner=OwnerRole(said["owner"]),
        due=int(said["due"]),
        names={language: said[language] for language in LANGUAGES},
        needs=tuple(said.get("needs", ())),
        kinds=tuple(said.get("kinds", ())),
        job_families=tuple(said.get("job_families", ())),
    )
