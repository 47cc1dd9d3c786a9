"""What the pages of insight need beside the small words of the design system."""

from collections.abc import Mapping

from django import template

from uitzicht.insight import heat
from uitzicht.insight.earlier.asking import COMPARED
from uitzicht.insight.stories import Story
from uitzicht.insight.vocabulary import View

register = template.Library()


@register.simple_tag(takes_context=True)
def carried(context: template.Context) -> str:
    """Release and unit of this page, for the address of the next one."""
    query = context["request"].GET.copy()
    for name in set(query) - {"release", "unit"}:
        query.pop(name)
    return f"?{query.urlencode()}" if query else ""


@register.simple_tag(takes_context=True)
def earlier_releases(context: template.Context) -> list[int]:
    """Numbers of the releases that this page can stand beside; none for a page that is not compared."""
    if context.get("current") not in COMPARED or context.get("view") != View.ORGANISATION:
        return []
    return [number for number in context["releases"] if number < context["release"].number]


@register.simple_tag
def heat_legend() -> list[tuple[int, str]]:
    """Every shade of a heat map with its means."""
    return heat.legend()


@register.filter
def story_title(stories: Mapping[str, Story], name: str) -> str:
    return str(stories[name].title)
