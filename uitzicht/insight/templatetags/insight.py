"""What the pages of insight need beside the small words of the design system."""

from collections.abc import Mapping

from django import template

from uitzicht.insight.stories import Story

register = template.Library()


@register.simple_tag(takes_context=True)
def carried(context: template.Context) -> str:
    """Release and unit of this page, for the address of the next one."""
    query = context["request"].GET.copy()
    for name in set(query) - {"release", "unit"}:
        query.pop(name)
    return f"?{query.urlencode()}" if query else ""


@register.filter
def story_title(stories: Mapping[str, Story], name: str) -> str:
    return str(stories[name].title)
