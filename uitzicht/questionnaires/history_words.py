"""What happened to a version, in words."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime

from django.utils.translation import gettext_lazy as _

from uitzicht.core.questions import Fault
from uitzicht.questionnaires import queries
from uitzicht.questionnaires.models import QuestionnaireVersion
from uitzicht.questionnaires.neutrality import LABELS
from uitzicht.questionnaires.vocabulary import Part

ACTIONS = {
    "questionnaire.item_changed": _("question worded otherwise"),
    "questionnaire.item_added": _("question added"),
    "questionnaire.item_removed": _("question taken out"),
    "questionnaire.item_moved": _("question moved"),
    "questionnaire.audience_changed": _("asked of others"),
    "questionnaire.part_changed": _("part changed"),
}


@dataclass(frozen=True, slots=True)
class Event:
    """``place``: an item or a part; ``more``: what stands below it, ``reason``: why a wording was kept."""

    at: datetime
    by: str
    what: object
    place: str = ""
    language: str = ""
    quote: str = ""
    reason: str = ""


def events_of(version: QuestionnaireVersion) -> list[Event]:
    """Newest first: steps of the version, changes of the draft, decisions on the neutrality check. Three queries."""
    found = [*_steps(version), *_changes(version), *_decisions(version)]
    return sorted(found, key=lambda event: event.at, reverse=True)


def place_in_words(key: str) -> str:
    """A part by its name, an item by its key."""
    return key if "." in key else str(Part(key).label)


def _steps(version: QuestionnaireVersion) -> Iterator[Event]:
    steps = (
        (version.drafted_at, version.drafted_by, _("draft begun")),
        (version.published_at, version.published_by, _("published")),
        (version.retired_at, version.retired_by, _("retired")),
    )
    yield from (Event(at, by, what) for at, by, what in steps if at is not None)


def _changes(version: QuestionnaireVersion) -> Iterator[Event]:
    for change in queries.history_of(version):
        what = ACTIONS.get(change.action, change.action)
        yield Event(change.at, change.by, what, place_in_words(change.place), change.language)


def _decisions(version: QuestionnaireVersion) -> Iterator[Event]:
    for text, kept in queries.overruled_in(version):
        at, label = datetime.fromisoformat(kept["at"]), LABELS[Fault(kept["kind"])]
        what = _("wording kept, though the check found: {fault}")
        yield Event(
            at, kept["by"], str(what).format(fault=label), text.item.key, text.language, kept["text"], kept["reason"]
        )
