"""Which conversations are there this week, this month, and in my own calendar?"""

from datetime import timedelta

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone, translation
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_POST, require_safe

from uitzicht.departures.request import StaffRequest
from uitzicht.people.vocabulary import Role
from uitzicht.planning import queries, services
from uitzicht.planning.calendar_view import MONTH, WEEK, agenda_days, span_around
from uitzicht.planning.feed import conversations_feed
from uitzicht.planning.forms import WeekForm
from uitzicht.privacy import knocking
from uitzicht.ui.access import allow, public

SHOWN_BEFORE, SHOWN_AFTER = timedelta(days=31), timedelta(days=366)


@allow(Role.HR_LEAD, Role.INTERVIEWER)
@require_safe
def planning_calendar(request: StaffRequest) -> HttpResponse:
    now = timezone.now()
    kind = MONTH if request.GET.get("view") == MONTH else WEEK
    span = span_around(WeekForm(request.GET).chosen() or timezone.localdate(now), kind)
    talks = queries.conversations_of(request.user, first=span.first, last=span.last)
    context = {
        "span": span,
        "days": agenda_days(talks, span),
        "now": now,
        "today": timezone.localdate(now),
        "everybody": request.user.has_role(Role.HR_LEAD),
        "feed_key": queries.feed_key_of(request.user),
    }
    return render(request, "planning/calendar.html", context)


@allow(Role.HR_LEAD, Role.INTERVIEWER)
@never_cache
@require_POST
def planning_feed_make(request: StaffRequest) -> HttpResponse:
    """The only page that ever shows the address."""
    address = services.make_feed_address(request.user, by=request.user.signature, at=timezone.now())
    return render(request, "planning/feed_address.html", {"address": address})


@allow(Role.HR_LEAD, Role.INTERVIEWER)
@require_POST
def planning_feed_revoke(request: StaffRequest) -> HttpResponse:
    services.revoke_feed_address(request.user, by=request.user.signature, at=timezone.now())
    messages.success(request, _("The secret address no longer works."))
    return redirect("planning_calendar")


@public
@never_cache
@require_safe
def planning_feed(request: HttpRequest, token: str) -> HttpResponse:
    """For calendar programs, which cannot sign in. What it shows follows from the roles of today."""
    visitor = request.META.get("REMOTE_ADDR", "")
    key = None if knocking.too_many_misses(visitor) else queries.feed_key_behind(token)
    if key is None:
        knocking.count_miss(visitor)
        raise Http404
    now, on = timezone.now(), timezone.localdate()
    talks = queries.conversations_of(key.user, first=on - SHOWN_BEFORE, last=on + SHOWN_AFTER)
    with translation.override(key.user.language):
        feed = conversations_feed(talks, with_names=key.user.has_role(Role.HR_LEAD), at=now)
    return HttpResponse(feed, content_type="text/calendar; charset=utf-8")
