"""A former colleague's own page, by the link in a mail; no account."""

from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from uitzicht.alumni import door, queries, services
from uitzicht.alumni.contact import contact_of, masked
from uitzicht.alumni.forms import AddressForm, DetailsForm
from uitzicht.alumni.links import PATH
from uitzicht.alumni.models import Member, MemberLink
from uitzicht.alumni.vocabulary import LinkKind
from uitzicht.core.refusal import Refusal
from uitzicht.privacy.door import close_door, open_door
from uitzicht.ui.access import public

ALUMNUS = "alumnus"
"""``by`` of what is done behind a member's link: nobody is signed in there."""
AN_HOUR = 60 * 60
UNPROCESSABLE = 422


@public
@require_http_methods(["GET", "HEAD", "POST"])
@door.with_link
def alumni_door(request: HttpRequest, link: MemberLink, token: str) -> HttpResponse:
    """A GET says what the button does and uses nothing; a POST confirms the address, if that is what is asked, and opens."""
    confirming = link.kind == LinkKind.ADDRESS
    if request.method != "POST":
        contact = contact_of(link.member)
        context = {"confirming": confirming, "address": masked(contact.new_email or contact.email)}
        return render(request, "alumni/door.html", context)
    if confirming:
        token = services.confirm(link, by=ALUMNUS, at=timezone.now())
        messages.success(request, _("Your address is confirmed."))
    else:
        services.hold(link.member, at=timezone.now())
    response = redirect("alumni_me")
    open_door(response, name=door.NAME, secret=token, path=PATH, seconds=AN_HOUR)
    return response


@public
@require_http_methods(["GET", "HEAD", "POST"])
@door.with_door
def alumni_me(request: HttpRequest, member: Member) -> HttpResponse:
    """What is kept, and the form to change it."""
    contact = contact_of(member)
    initial = {name: getattr(member, name) for name in ("interests", "language", "would_recommend", "would_return")}
    initial |= {"phone": contact.phone, "profile": contact.profile}
    form = DetailsForm(request.POST or None, initial=initial)
    if form.is_valid():
        services.change_details(member, **form.cleaned_data, by=ALUMNUS, at=timezone.now())
        messages.success(request, _("Kept."))
        return redirect("alumni_me")
    return _page(request, member, form, AddressForm())


@public
@require_POST
@door.with_door
def alumni_me_address(request: HttpRequest, member: Member) -> HttpResponse:
    """Another address holds when it is confirmed."""
    form = AddressForm(request.POST)
    if form.is_valid():
        email = form.cleaned_data["email"]
        try:
            asked = services.change_address(member, email=email, by=ALUMNUS, at=timezone.now())
        except Refusal as refusal:
            form.add_error("email", str(refusal))
        else:
            told = _("We mailed a link to the new address. It holds when you have opened that link.")
            messages.success(request, told if asked else _("This is your address already, or no mail can reach it."))
            return redirect("alumni_me")
    return _page(request, member, None, form)


@public
@require_safe
@door.with_door
def alumni_me_data(request: HttpRequest, member: Member) -> HttpResponse:
    """Everything that is kept, as a file."""
    held = services.take_along(member, by=ALUMNUS, at=timezone.now())
    response = JsonResponse(held, json_dumps_params={"indent": 2, "ensure_ascii": False})
    response["Content-Disposition"] = 'attachment; filename="uitzicht.json"'
    return response


@public
@require_http_methods(["GET", "HEAD", "POST"])
@door.with_door
def alumni_me_leave(request: HttpRequest, member: Member) -> HttpResponse:
    """Asked once, then everything is erased and the door closes."""
    if request.method != "POST":
        return render(request, "alumni/leave.html", {"by_mail": False})
    services.leave(member, by=ALUMNUS, at=timezone.now())
    response = redirect("alumni_gone")
    close_door(response, name=door.NAME, path=PATH)
    return response


@public
@csrf_exempt  # a mail service posts here by itself when its user wants no more mail (RFC 8058); it can only stop
@require_http_methods(["GET", "HEAD", "POST"])
@door.with_stop_link
def alumni_stop(request: HttpRequest, member: Member) -> HttpResponse:
    """A GET asks, a POST erases; no redirect, which a mail service would not follow."""
    if request.method != "POST":
        return render(request, "alumni/leave.html", {"by_mail": True})
    services.leave(member, by=ALUMNUS, at=timezone.now())
    response = render(request, "alumni/gone.html")
    close_door(response, name=door.NAME, path=PATH)
    return response


@public
@require_safe
@door.without_person
def alumni_gone(request: HttpRequest) -> HttpResponse:
    return render(request, "alumni/gone.html")


@public
@require_POST
@door.without_person
def alumni_shut(request: HttpRequest) -> HttpResponse:
    """Leave the page on this device; nothing of the membership changes."""
    response = render(request, "alumni/shut.html")
    close_door(response, name=door.NAME, path=PATH)
    return response


def _page(request: HttpRequest, member: Member, form: DetailsForm | None, address: AddressForm) -> HttpResponse:
    contact = contact_of(member)
    on = timezone.localdate()
    if form is None:
        initial: dict[str, Any] = {
            name: getattr(member, name) for name in ("interests", "language", "would_recommend", "would_return")
        }
        form = DetailsForm(initial=initial | {"phone": contact.phone, "profile": contact.profile})
    context = {
        "member": member,
        "contact": contact,
        "form": form,
        "address": address,
        "openings": list(queries.openings_on(on)) if "openings" in member.interests else [],
    }
    wrong = bool(form.errors or address.errors)
    return render(request, "alumni/me.html", context, status=UNPROCESSABLE if wrong else 200)
