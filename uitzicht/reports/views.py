"""The report as a download."""

from typing import cast

from django.http import Http404, HttpRequest, HttpResponse
from django.utils import timezone
from django.utils.translation import get_language
from django.views.decorators.http import require_GET

from uitzicht.insight.menu import tops
from uitzicht.insight.published import published
from uitzicht.insight.queries import visible_units
from uitzicht.people.models import User
from uitzicht.release import queries as releases
from uitzicht.reports import services
from uitzicht.ui.access import allow


@allow("hr_lead", "leader", "guardian")
@require_GET
def report(request: HttpRequest, number: int) -> HttpResponse:
    released = releases.released(number)
    user = cast(User, request.user)
    units = visible_units(user)
    if released is None or not tops(published(released), units):
        raise Http404
    pdf = services.export_report(
        released,
        language=(get_language() or "nl")[:2],
        units=units,
        by=user.signature,
        at=timezone.now(),
    )
    name = f"report-release-{number}.pdf"
    headers = {"Content-Disposition": f'attachment; filename="{name}"'}
    return HttpResponse(pdf, content_type="application/pdf", headers=headers)
