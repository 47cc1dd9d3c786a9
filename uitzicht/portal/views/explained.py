"""How what a leaver says is kept apart from them: open to everybody, since it holds no secret."""

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import translation
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from uitzicht.portal import door
from uitzicht.portal.explanation import limits, way_of_an_answer
from uitzicht.privacy.door import secret_of
from uitzicht.privacy.policies import policy_in_force
from uitzicht.ui.access import public

FIRST, GAP = 12, 11


@public
@require_safe
@never_cache
def protection_explained(request: HttpRequest) -> HttpResponse:
    """In the language chosen on the leaver's pages. Whoever came from there finds the way back."""
    language = door.speak(request, translation.get_language() or settings.LANGUAGE_CODE)
    policy = policy_in_force()
    strokes = [FIRST + GAP * place for place in range(policy.k)]
    context = {
        "chapters": way_of_an_answer(policy),
        "limits": limits(),
        "strokes": strokes,
        "width": strokes[-1] + FIRST,
        "k": policy.k,
        "inside": bool(secret_of(request, name=door.NAME)),
    }
    return door.keep_language(request, render(request, "portal/protection.html", context), language)
