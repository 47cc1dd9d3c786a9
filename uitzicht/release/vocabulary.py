"""The words of a release."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from uuid import UUID

from django.db.models import TextChoices
from django.utils.translation import pgettext_lazy


class Source(StrEnum):
    """Where the answers of a respondent come from; the first part of a handle."""

    CONVERSATION = "interview"
    OWN = "own"
    FOLLOW_UP = "follow_up"
    HISTORY = "exit"
    CARD = "card"


class Stratum(TextChoices):
    """Bundles never mix these, so that figures on resignations are unions of whole bundles. The follow-up is asked of
    people who are in a bundle of the others already; its questions are others, and it is never added to them. Inclusion
    cards name nobody, so they are a pile of their own at the top."""

    RESIGNATION = "resignation", pgettext_lazy("stratum", "resignations")
    OTHER = "other", pgettext_lazy("stratum", "all other departures")
    FOLLOW_UP = "follow_up", pgettext_lazy("stratum", "follow-up")
    CARD = "card", pgettext_lazy("stratum", "inclusion cards")


@dataclass(frozen=True)
class Respondent:
    """One leaver who answered, in public attributes only: enough to bundle, and no answer in it.

    ``handle``: see ``respondents.handle_of``. ``unit``: id of the unit at exit. ``historical``: from an import, waits
    for nothing. ``since``: first day on which a release may hold them (None: history). ``known``: they showed their summary
    to somebody, who may know what they said, or are the same ``person`` as another who waits (None: history), so they hide
    nobody. ``period``: the year in which somebody of an import left, else empty.
    """

    handle: str
    unit: str
    stratum: Stratum
    historical: bool
    since: date | None
    person: UUID | None = None
    known: bool = False
    period: str = ""


@dataclass(frozen=True)
class Leaver:
    """What HR knows of one departure: who left is no secret."""

    unit: str
    kind: str
    tenure: str
    left_on: date | None


@dataclass(frozen=True)
class Described:
    """A question with all that a reader of a release document needs to draw it: labels by language."""

    key: str
    type: str
    items: tuple[str, ...]
    measure: str
    area: str | None
    labels: Mapping[str, str]
    item_labels: Mapping[str, Mapping[str, str]]
    sensitive: bool = False
