"""A title to begin with: people write over it what they will do."""

from django.utils.translation import gettext as _

from uitzicht.actions.findings.aims import Aim
from uitzicht.actions.vocabulary import Direction


def usual_title(aim: Aim) -> str:
    """What the figure would look like afterwards, in the words of the finding."""
    pattern = _pattern(aim)
    return pattern.format(item=aim.item.label, question=aim.group.question_label)


def _pattern(aim: Aim) -> str:
    match aim.measure:
        case "main_reason" | "reasons" | "later_reason":
            return _("Fewer people who name “{item}”")
        case "to_improve":
            return _("Fewer people who want “{item}” to improve")
        case "experience" | "inclusion":
            return _("A higher mean for “{item}”")
        case "change" if aim.item.key == "improve":
            return _("Fewer people who would improve “{question}”")
        case "recommend" if aim.direction is Direction.UP:
            return _("More people who would recommend us")
        case "turnover" if aim.item.key == "all":
            return _("Lower turnover")
    return _("More often “{item}”") if aim.direction is Direction.UP else _("Less often “{item}”")
