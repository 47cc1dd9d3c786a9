"""The conversation on paper: a guide for the interviewer, and a sheet for a leaver without e-mail."""

from collections.abc import Sequence
from datetime import UTC, datetime
from pathlib import Path

from django.utils import translation

from uitzicht.questionnaires.models import QuestionnaireVersion
from uitzicht.questionnaires.paper.content import guide, sheet
from uitzicht.ui.typesetting import compile_pdf

_HERE = Path(__file__).parent
_STYLE = (_HERE / "paper.typ").read_bytes()
_GUIDE = _STYLE + (_HERE / "guide.typ").read_bytes()
_SHEET = _STYLE + (_HERE / "sheet.typ").read_bytes()
_UNDATED = datetime(2000, 1, 1, tzinfo=UTC)


def guide_pdf(version: QuestionnaireVersion, language: str, audience: str = "") -> bytes:
    """The guide of a whole conversation with room to write: A4, PDF/UA-1. The same version, language and audience give
    the same bytes. One query."""
    with translation.override(language):
        data = guide(version, language, audience)
    return compile_pdf(_GUIDE, data, made=_made(version))


def leaver_sheet_pdf(
    version: QuestionnaireVersion, language: str, audience: str = "", *, promise: Sequence[tuple[str, str]] = ()
) -> bytes:
    """The questionnaire for a leaver without e-mail, with the ``promise`` as (title, text) and how to hand it in."""
    with translation.override(language):
        data = sheet(version, language, audience, promise)
    return compile_pdf(_SHEET, data, made=_made(version))


def _made(version: QuestionnaireVersion) -> datetime:
    made = version.published_at or version.drafted_at or _UNDATED
    return made.astimezone(UTC).replace(microsecond=0)
