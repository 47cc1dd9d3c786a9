"""What may be read of releases: frozen documents, nothing else."""

import json
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from typing import Any

from django.db.models import QuerySet

from uitzicht.privacy.policies import policy_in_force
from uitzicht.release.models import Approval, Release, Run


@dataclass(frozen=True)
class Released:
    """A frozen release. ``document``: see docs/contracts/release-document.md; shared between callers, never change it."""

    number: int
    released_on: date
    certificate: str
    document: dict[str, Any]


def documents() -> list[Released]:
    """All releases, oldest first."""
    return [_released(*row) for row in _rows().order_by("number")]


def latest() -> Released | None:
    row = _rows().order_by("-number").first()
    return _released(*row) if row else None


def released(number: int) -> Released | None:
    row = _rows().filter(number=number).first()
    return _released(*row) if row else None


def numbers() -> list[int]:
    """Numbers of all releases, newest first."""
    return list(Release.objects.order_by("-number").values_list("number", flat=True))


def frozen() -> QuerySet[Release]:
    """Releases without their documents, newest first, for the desk."""
    return Release.objects.defer("document").prefetch_related("bundles")


def runs() -> QuerySet[Run]:
    """Runs of the release job: the one under way or the last, with the release it made."""
    return Run.objects.select_related("release").defer("release__document")


def open_approval() -> Approval | None:
    """What was proposed for the next release, approved or not; None when nothing is. For Today: it looks at no bundles."""
    last = numbers()[:1] or [0]
    return Approval.objects.filter(number=last[0] + 1).first() if policy_in_force().second_approval else None


def frozen_document(number: int) -> str | None:
    """The document of one release as it was frozen, byte for byte."""
    return Release.objects.filter(number=number).values_list("document", flat=True).first()


def _rows() -> Any:
    return Release.objects.values_list("number", "released_on", "certificate")


def _released(number: int, released_on: date, certificate: str) -> Released:
    return Released(number, released_on, certificate, _document(certificate))


@lru_cache(maxsize=16)
def _document(certificate: str) -> dict[str, Any]:
    """Parsed once per process: a frozen document never changes, and its certificate names its content."""
    return json.loads(Release.objects.values_list("document", flat=True).get(certificate=certificate))
