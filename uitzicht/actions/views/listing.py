"""What was decided after which finding, and where does it stand?"""

from django.core.paginator import Paginator
from django.http import HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_safe

from uitzicht.actions import listing, queries, services
from uitzicht.actions.forms import FilterForm
from uitzicht.people.queries import unit_tree
from uitzicht.people.request import AccountRequest
from uitzicht.people.vocabulary import Role
from uitzicht.ui.access import allow

READERS = (Role.HR_LEAD, Role.LEADER, Role.GUARDIAN, Role.PREVENTION)


@allow(*READERS)
@require_safe
def actions(request: AccountRequest) -> HttpResponse:
    """The list, the board (``?view=board``) or the same list as a file (``?format=csv``)."""
    now, tree = timezone.now(), unit_tree()
    on = timezone.localdate(now)
    visible = queries.visible_to(request.user)
    form = FilterForm(request.GET, owners=listing.owners_of(visible), units=tree.ordered())
    chosen, sort = form.chosen(), request.GET.get("sort", "")
    found = listing.asked_for(request.user, chosen, tree=tree, sort=sort, on=on)
    if request.GET.get("format") == "csv":
        return _file(services.export_list(found, by=request.user.signature, at=now), f"actions-{on.isoformat()}.csv")
    context = {
        "form": form,
        "filtered": bool(chosen),
        "sort": sort or "due",
        "overdue": visible.filter(queries.overdue(on)).count(),
        "proposes": request.user.has_role(Role.HR_LEAD, Role.LEADER),
        "tells": request.user.has_role(Role.HR_LEAD, Role.GUARDIAN),
        "reads_insight": request.user.has_role(Role.HR_LEAD, Role.LEADER, Role.GUARDIAN),
    }
    if request.GET.get("view") == "board":
        columns, over = listing.on_the_board(request.user, chosen, tree=tree, on=on)
        count = sum(column.count for column in columns)
        return render(
            request, "actions/board.html", context | {"columns": columns, "over": over, "count": count, "view": "board"}
        )
    page = Paginator(found, listing.PER_PAGE).get_page(request.GET.get("page"))
    rows = listing.rows(page, request.user, on)
    shown = {"page": page, "rows": rows, "count": page.paginator.count, "view": "list"}
    return render(request, "actions/list.html", context | shown)


def _file(content: bytes, name: str) -> HttpResponse:
    headers = {"Content-Disposition": f'attachment; filename="{name}"', "Cache-Control": "no-store"}
    return HttpResponse(content, content_type="text/csv; charset=utf-8", headers=headers)
