"""The words of the questionnaire. `organisation` and `terms` mean something else in other vocabularies."""

from django.db.models import TextChoices
from django.utils.translation import pgettext_lazy


class Area(TextChoices):
    """The five areas of work (de 5 A's)."""

    CONTENT = "content", pgettext_lazy("area", "job content")
    CONDITIONS = "conditions", pgettext_lazy("area", "working environment")
    RELATIONS = "relations", pgettext_lazy("area", "working relationships")
    TERMS = "terms", pgettext_lazy("area", "terms of employment")
    ORGANISATION = "organisation", pgettext_lazy("area", "work organisation")


class Part(TextChoices):
    """The parts of the conversation in their order, as HR calls them; the leaver reads the titles of the version."""

    OPENING = "opening", pgettext_lazy("part", "opening")
    CONTENT = "content", Area.CONTENT.label
    CONDITIONS = "conditions", Area.CONDITIONS.label
    RELATIONS = "relations", Area.RELATIONS.label
    TERMS = "terms", Area.TERMS.label
    ORGANISATION = "organisation", Area.ORGANISATION.label
    LEAVING = "leaving", pgettext_lazy("part", "reason for leaving")
    INCLUSION = "inclusion", pgettext_lazy("part", "inclusion")
    CLOSING = "closing", pgettext_lazy("part", "looking back")
    GOODBYE = "goodbye", pgettext_lazy("part", "wrapping up")


class ItemType(TextChoices):
    """How an item is answered. Every item allows "no answer"."""

    OPEN = "open", pgettext_lazy("item type", "open question")
    SCORE = "score", pgettext_lazy("item type", "score from 1 to 5")
    CHOICE = "choice", pgettext_lazy("item type", "choice")
    SCALE = "scale", pgettext_lazy("item type", "score from 0 to 10")


POINTS = {ItemType.SCORE: tuple(map(str, range(1, 6))), ItemType.SCALE: tuple(map(str, range(11)))}
"""The answers that a score and a scale offer, lowest first."""


class Status(TextChoices):
    """Where a version stands; derived from who published and retired it."""

    DRAFT = "draft", pgettext_lazy("version", "draft")
    PUBLISHED = "published", pgettext_lazy("version", "published")
    RETIRED = "retired", pgettext_lazy("version", "retired")


# The workflow as a table; a test proves that it names every status. Only a draft can change or be deleted.
NEXT: dict[Status, frozenset[Status]] = {
    Status.DRAFT: frozenset({Status.PUBLISHED}),
    Status.PUBLISHED: frozenset({Status.RETIRED}),
    Status.RETIRED: frozenset(),
}


class Audience(TextChoices):
    """Who is asked. ``TEMPORARY``: whose temporary work ends (fixed term, student, agency)."""

    EVERYBODY = "", pgettext_lazy("audience", "everybody")
    TEMPORARY = "temporary", pgettext_lazy("audience", "end of temporary work")
    PENSIONER = "pensioner", pgettext_lazy("audience", "retirement")


VARIED = (Audience.TEMPORARY, Audience.PENSIONER)
"""The audiences for whom a question may be worded otherwise or left out."""
OWN = "own_"
"""The name of an item that an organisation added itself begins with this; it compares with no other organisation."""
ESSENTIAL = frozenset({"leaving.main_reason"})
"""The ranked reasons follow this question in the conversation: it is always asked."""
