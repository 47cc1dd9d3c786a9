"""Would they recommend us?"""

from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from uitzicht.insight import phrases, sentences
from uitzicht.insight.stories import references
from uitzicht.insight.stories.section import Reading, Section, counted


def sections(reading: Reading) -> list[Section]:
    found = [
        counted(
            "recommend",
            group,
            question=_("Would they recommend us?"),
            about=_("From 0, certainly not, to 10, certainly."),
            column=pgettext("table", "Answer"),
            findings=[sentences.share_of(group, "high", phrases.would_recommend(), _("recommending us"))],
            ordered=False,
        )
        for group in reading.groups("recommend")
    ]
    return [*found, *references.stayers(reading, "recommend")]
