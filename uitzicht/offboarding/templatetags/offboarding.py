"""Small words of the checklist for templates."""

from email.utils import parseaddr

from django import template

register = template.Library()


@register.filter
def person(signature: str) -> str:
    """The name in a signature such as "Els Maes <els@example.org>"; without one, the signature itself."""
    name, address = parseaddr(signature)
    return name or address or signature
