"""Who stays in touch, for the HR lead; and for the guardian how many."""

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from uitzicht.alumni import queries
from uitzicht.alumni.contact import contact_of
from uitzicht.alumni.forms import MembersFilter
from uitzicht.alumni.listing import PER_PAGE, interests_of, members_asked_for, members_csv
from uitzicht.core.refusal import Refusal
from uitzicht.departures.request import StaffRequest
from uitzicht.people import queries as people
from uitzicht.people import services as people_services
from uitzicht.people.queries import unit_tree
from uitzicht.people.vocabulary import Role
from uitzicht.ui.access import allow


@require_safe
@allow(Role.HR_LEAD)
def alumni(request: StaffRequest) -> HttpResponse:
    tree, on = unit_tree(), timezone.localdate()
    form, sort = MembersFilter(request.GET, tree=tree), request.GET.get("sort", "name")
    chosen = form.chosen()
    found = members_asked_for(request.user, chosen, tree=tree, sort=sort, on=on)
    page = Paginator(found, PER_PAGE).get_page(request.GET.get("page"))
    rows = [(member, contact_of(member), tree.label(member.departure.unit_id), interests_of(member)) for member in page]
    context = {
        "form": form,
        "filtered": bool(chosen),
        "sort": sort,
        "page": page,
        "rows": rows,
        "count": page.paginator.count,
    }
    return render(request, "alumni/members.html", context)


@require_POST
@allow(Role.HR_LEAD)
def alumni_export(request: StaffRequest) -> HttpResponse:
    """The list as the page shows it, as a file; a POST, because it is written down."""
    tree, now = unit_tree(), timezone.now()
    on = timezone.localdate(now)
    chosen = MembersFilter(request.GET, tree=tree).chosen()
    found = members_asked_for(request.user, chosen, tree=tree, sort=request.GET.get("sort", "name"), on=on)
    content = members_csv(found, tree, by=request.user.signature, at=now)
    response = HttpResponse(content, content_type="text/csv; charset=utf-8")
    response["Content-Disposition"] = f'attachment; filename="alumni-{on.isoformat()}.csv"'
    return response


@require_safe
@allow(Role.HR_LEAD, Role.GUARDIAN)
def alumni_counts(request: StaffRequest) -> HttpResponse:
    """How many stay in touch, came back and recommended somebody; nobody's name."""
    on = timezone.localdate()
    context = {
        "members": queries.members(on).count(),
        "interests": queries.interests(on),
        "years": queries.years(on),
        "hr": request.user.has_role(Role.HR_LEAD),
    }
    return render(request, "alumni/counts.html", context)


@require_http_methods(["GET", "HEAD", "POST"])
@allow(Role.HR_LEAD)
def alumni_returned(request: StaffRequest) -> HttpResponse:
    """Who came back. A POST says that two records are one human (``earlier``, ``later``: employee numbers)."""
    if request.method == "POST":
        _link(request)
        return redirect("alumni_returned")
    page = Paginator(people.came_back(), PER_PAGE).get_page(request.GET.get("page"))
    context = {"page": page, "careers": people.careers(page), "likely": people.likely_the_same()}
    return render(request, "alumni/returned.html", context)


def _link(request: StaffRequest) -> None:
    earlier, later = (people.person_with_number(request.POST.get(name, "")) for name in ("earlier", "later"))
    if earlier is None or later is None:
        messages.error(request, _("Nobody has this number or name. Look at the staff list."))
        return
    try:
        people_services.link_records(earlier, later, by=request.user.signature, at=timezone.now())
    except Refusal as refusal:
        messages.error(request, str(refusal))
    else:
        messages.success(request, _("{name} came back: the two records are linked.").format(name=later.name))
