"""The words of a farewell."""

from django.db.models import TextChoices
from django.utils.translation import pgettext_lazy


class FarewellWish(TextChoices):
    """What the leaver wants; empty as long as nobody knows."""

    UNKNOWN = "", pgettext_lazy("farewell wish", "not known yet")
    MOMENT = "moment", pgettext_lazy("farewell wish", "a moment with colleagues")
    SMALL = "small", pgettext_lazy("farewell wish", "something small")
    NOTHING = "nothing", pgettext_lazy("farewell wish", "no farewell")


class Occasion(TextChoices):
    """What a card is written for: how long somebody was here, or what asks for a tone of its own."""

    UNDER_1 = "under_1", pgettext_lazy("occasion of a card", "less than a year")
    UNDER_3 = "under_3", pgettext_lazy("occasion of a card", "1 to 3 years")
    UNDER_10 = "under_10", pgettext_lazy("occasion of a card", "3 to 10 years")
    UNDER_25 = "under_25", pgettext_lazy("occasion of a card", "10 to 25 years")
    OVER_25 = "over_25", pgettext_lazy("occasion of a card", "25 years or more")
    RETIREMENT = "retirement", pgettext_lazy("occasion of a card", "retirement")
    DIGNITY = "dignity", pgettext_lazy("occasion of a card", "not chosen by the leaver")


class ReferenceForm(TextChoices):
    LETTER = "letter", pgettext_lazy("reference", "a letter of reference")
    CONTACT = "contact", pgettext_lazy("reference", "somebody whom a next employer may call")


class ReferenceState(TextChoices):
    ASKED = "asked", pgettext_lazy("reference", "asked")
    PROMISED = "promised", pgettext_lazy("reference", "promised")
    GIVEN = "given", pgettext_lazy("reference", "given")
    DECLINED = "declined", pgettext_lazy("reference", "declined")


# The workflow as a table; a test proves that it names every state. What was settled by mistake goes back one step.
NEXT: dict[ReferenceState, frozenset[ReferenceState]] = {
    ReferenceState.ASKED: frozenset({ReferenceState.PROMISED, ReferenceState.GIVEN, ReferenceState.DECLINED}),
    ReferenceState.PROMISED: frozenset({ReferenceState.ASKED, ReferenceState.GIVEN, ReferenceState.DECLINED}),
    ReferenceState.GIVEN: frozenset({ReferenceState.PROMISED}),
    ReferenceState.DECLINED: frozenset({ReferenceState.ASKED, ReferenceState.PROMISED}),
}
