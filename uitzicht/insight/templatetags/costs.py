"""Euros in the pages on cost."""

from django import template

from uitzicht.insight.costs import euros as written

register = template.Library()


@register.filter
def euros(amount: float | None) -> str:
    return "" if amount is None else written.euros(amount)
