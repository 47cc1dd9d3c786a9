"""Did they feel safe, at home, valued?"""

from django.utils.translation import gettext as _

from uitzicht.insight.stories import cards
from uitzicht.insight.stories.experience import scores
from uitzicht.insight.stories.section import Reading, Section


def sections(reading: Reading) -> list[Section]:
    groups = reading.groups("inclusion")
    if not groups:
        return cards.sections(reading)
    question, about = _("Safe, at home, valued?"), _("From 1, not at all, to 5, completely.")
    return [
        scores("inclusion", groups, question=question, about=about, topic=_("feeling at home")),
        *cards.sections(reading),
    ]
