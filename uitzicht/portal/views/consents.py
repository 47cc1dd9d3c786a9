"""What the leaver agrees to, each on its own, and takes back."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from uitzicht.core.refusal import Refusal
from uitzicht.departures.links import LEAVER
from uitzicht.departures.models import PersonalLink
from uitzicht.portal import services
from uitzicht.portal.consents import Asked, asked_consents
from uitzicht.portal.door import LeaverRequest, with_link
from uitzicht.portal.forms import ConsentForm
from uitzicht.ui.access import public


@public
@require_http_methods(["GET", "HEAD", "POST"])
@with_link
def my_consents(request: LeaverRequest, link: PersonalLink, secret: str) -> HttpResponse:
    """A POST gives or takes back one of them."""
    departure = link.departure
    form = ConsentForm(request.POST or None)
    if form.is_valid():
        try:
            services.settle_consent(departure, **form.cleaned_data, by=LEAVER, at=timezone.now())
        except Refusal as refusal:
            form.add_error("email", str(refusal))
        else:
            given = form.cleaned_data["given"]
            messages.success(request, _("Your consent is noted.") if given else _("Your consent is taken back."))
            return redirect("my_consents")
    context = {
        "asked": [
            (one, form if one.purpose == form.data.get("purpose") else _form(one)) for one in asked_consents(departure)
        ],
        "reads": _("HR sees what you agree to."),
    }
    return render(request, "portal/consents.html", context)


def _form(asked: Asked) -> ConsentForm:
    """One of each purpose, so that no two fields of the page share a name."""
    return ConsentForm(auto_id=f"{asked.purpose}_%s")
