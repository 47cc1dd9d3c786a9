"""The unlinked card."""

from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from uitzicht.departures.models import PersonalLink
from uitzicht.portal.answer_forms import card_of
from uitzicht.portal.card import card_given, give_card
from uitzicht.portal.card_words import belongs_questions, felt_questions
from uitzicht.portal.door import LeaverRequest, with_link
from uitzicht.privacy.policies import policy_in_force
from uitzicht.questionnaires.codebook import load_codebook
from uitzicht.ui.access import public


@public
@require_http_methods(["GET", "HEAD", "POST"])
@with_link
def my_card(request: LeaverRequest, link: PersonalLink, secret: str) -> HttpResponse:
    """Where the organisation asks for cards; elsewhere this page does not exist."""
    policy = policy_in_force()
    if not policy.inclusion_card:
        raise Http404
    if request.method == "POST":
        give_card(link.departure, card_of(request.POST))
        return redirect("my_card")
    language = get_language() or ""
    context = {
        "given": card_given(link.departure),
        "belongs": belongs_questions(),
        "felt": felt_questions(),
        "points": range(1, 6),
        "groups": [(group.code, group.labels[language]) for group in load_codebook().groups],
        "k_sensitive": policy.k_sensitive,
        "reads": _("This card has no name and no link to you."),
    }
    return render(request, "portal/card.html", context)
