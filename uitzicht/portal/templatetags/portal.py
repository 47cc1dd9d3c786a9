"""The promise, in view on every page of the leaver."""

from typing import Any

from django import template

from uitzicht.portal.queries import promise_to

register = template.Library()
IN_SHORT = ("who", "form", "when", "keep")


@register.inclusion_tag("portal/_promise.html", takes_context=True)
def promise_in_short(context: template.Context, reads: str) -> dict[str, Any]:
    """``reads``: who reads what stands on this page, in one sentence. Below it the clauses that people ask for most."""
    clauses = promise_to(context["request"].personal_link.departure)
    return {"reads": reads, "clauses": [clause for clause in clauses if clause.code in IN_SHORT]}
