"""Downloads of a page: the same reader, the same menu and the same figures as the page itself."""

from typing import cast

from django.http import Http404, HttpRequest, HttpResponse
from django.utils import timezone
from django.utils.translation import get_language
from django.views.decorators.http import require_GET

from uitzicht.insight import asking, queries, services
from uitzicht.insight.earlier.asking import compared_with
from uitzicht.insight.earlier.pages import sections_of
from uitzicht.insight.stories import STORIES, Story
from uitzicht.insight.stories.section import Reading
from uitzicht.people.models import User
from uitzicht.release import queries as releases
from uitzicht.ui.access import allow

READERS = ("hr_lead", "leader", "guardian", "prevention")
TYPES = {
    "csv": "text/csv; charset=utf-8",
    "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    "svg": "image/svg+xml; charset=utf-8",
    "png": "image/png",
}


@allow(*READERS)
@require_GET
def measure_download(request: HttpRequest, measure: str, form: str) -> HttpResponse:
    """All figures of a page, as CSV or as a workbook."""
    story, reading = _asked(request, measure)
    by = cast(User, request.user).signature
    then = compared_with(request.GET, measure, reading)
    content = services.export_measure(story, measure, reading, then, form=form, by=by, at=timezone.now())
    return _file(content, f"{measure}-release-{reading.published.released.number}", form)


@allow(*READERS)
@require_GET
def drawing_download(request: HttpRequest, measure: str, section: str, form: str) -> HttpResponse:
    """One drawing of a page, as SVG or as PNG."""
    story, reading = _asked(request, measure)
    found = sections_of(story, reading, compared_with(request.GET, measure, reading))
    drawn = next((one for one in found if one.key == section and one.chart), None)
    if drawn is None:
        raise Http404
    by = cast(User, request.user).signature
    content = services.export_drawing(drawn, measure, reading, form=form, by=by, at=timezone.now())
    return _file(content, f"{measure}-{section}-release-{reading.published.released.number}", form)


def _asked(request: HttpRequest, measure: str) -> tuple[Story, Reading]:
    user = cast(User, request.user)
    if measure not in STORIES or not queries.may_read(user, measure) or not releases.numbers():
        raise Http404
    units = queries.visible_units(user, measure)
    reading = asking.reading(request.GET, units, (get_language() or "nl")[:2], STORIES[measure])
    if reading is None:
        raise Http404
    return STORIES[measure], reading


def _file(content: bytes, name: str, form: str) -> HttpResponse:
    headers = {"Content-Disposition": f'attachment; filename="{name}.{form}"'}
    return HttpResponse(content, content_type=TYPES[form], headers=headers)
