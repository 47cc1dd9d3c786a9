"""What the pages of actions need beside the small words of the design system."""

from email.utils import parseaddr

from django import template
from django.utils.translation import pgettext

register = template.Library()


@register.filter
def signer(signature: str) -> str:
    """The name in a signature, without its address."""
    return parseaddr(signature)[0] or signature


@register.filter
def fields(names: str) -> str:
    """Which fields of an action changed, in words."""
    words = {
        "title": pgettext("field of an action", "title"),
        "due_on": pgettext("field of an action", "the day it is to be done by"),
        "cost": pgettext("field of an action", "cost"),
    }
    return ", ".join(words.get(name, name) for name in names.split(","))
