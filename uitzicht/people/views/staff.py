"""The staff list: who works where, led by whom."""

from django.core.paginator import Paginator
from django.http import HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy
from django.views.decorators.http import require_safe

from uitzicht.people import queries
from uitzicht.people.forms import StaffFilter
from uitzicht.people.request import AccountRequest
from uitzicht.ui.access import allow

PER_PAGE = 50
COLUMNS = (
    ("name", _("Name")),
    ("unit", _("Unit")),
    ("position", _("Position")),
    ("manager", pgettext_lazy("field", "Manager")),
    ("since", _("Since")),
)


@require_safe
@allow("hr_lead", "admin")
def staff(request: AccountRequest) -> HttpResponse:
    """Everybody in service, with search, filters and sort in the address."""
    tree = queries.unit_tree()
    form = StaffFilter(request.GET or None, tree=tree)
    chosen = form.cleaned_data if form.is_valid() else {}
    sort = request.GET.get("sort", "name")
    people = queries.staff_list(
        timezone.localdate(),
        search=chosen.get("q", ""),
        units=tree.subtree(chosen["unit"]) if chosen.get("unit") else None,
        state=chosen.get("state") or "here",
        sort=sort,
    )
    page = Paginator(people, PER_PAGE).get_page(request.GET.get("page"))
    rows = [(person, tree.label(person.unit_id) if person.unit_id else "") for person in page]
    context = {
        "form": form,
        "page": page,
        "rows": rows,
        "columns": [_column(name, label, sort) for name, label in COLUMNS],
        "filtered": bool(chosen.get("q") or chosen.get("unit") or chosen.get("state") not in (None, "", "here")),
    }
    return render(request, "people/staff.html", context)


def _column(name: str, label: object, sort: str) -> dict[str, object]:
    """A column head: where it leads and how it is sorted now."""
    direction = {name: "ascending", f"-{name}": "descending"}.get(sort, "")
    return {"label": label, "sort": f"-{name}" if sort == name else name, "direction": direction}
