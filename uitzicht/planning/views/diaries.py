"""When can interviewers and rooms be had, and what do their calendars say?"""

from datetime import timedelta
from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from uitzicht.core.refusal import Refusal
from uitzicht.departures.request import StaffRequest
from uitzicht.people.vocabulary import Role
from uitzicht.planning import queries, services
from uitzicht.planning.busy import busy_times
from uitzicht.planning.diary_forms import InterviewerDiaryForm, RoomForm
from uitzicht.planning.models import Diary, InterviewerDiary, Room
from uitzicht.ui.access import allow

TRIED = timedelta(days=14)


@allow(Role.HR_LEAD, Role.INTERVIEWER)
@require_safe
def interviewer_hours(request: StaffRequest) -> HttpResponse:
    found = list(queries.interviewers_visible_to(request.user))
    diaries = queries.diaries_of(found)
    return render(request, "planning/interviewers.html", {"diaries": [diaries[user.pk] for user in found]})


@allow(Role.HR_LEAD, Role.INTERVIEWER)
@require_http_methods(["GET", "HEAD", "POST"])
def interviewer_diary(request: StaffRequest, pk: int) -> HttpResponse:
    """The HR lead sets everything; interviewers set their own hours, and sign in at the calendar that is set."""
    interviewer = get_object_or_404(queries.interviewers_visible_to(request.user), pk=pk)
    diary = queries.diaries_of([interviewer])[interviewer.pk]
    form = InterviewerDiaryForm(request.POST or None, diary=diary, with_address=request.user.has_role(Role.HR_LEAD))
    if form.is_valid() and _kept(request, form, diary):
        return redirect("interviewer_hours")
    return render(request, "planning/diary.html", {"form": form, "diary": diary})


@allow(Role.HR_LEAD)
@require_safe
def rooms(request: StaffRequest) -> HttpResponse:
    return render(request, "planning/rooms.html", {"rooms": queries.rooms_visible_to(request.user)})


@allow(Role.HR_LEAD)
@require_http_methods(["GET", "HEAD", "POST"])
def room_new(request: StaffRequest) -> HttpResponse:
    return _room(request, Room())


@allow(Role.HR_LEAD)
@require_http_methods(["GET", "HEAD", "POST"])
def room(request: StaffRequest, pk: UUID) -> HttpResponse:
    return _room(request, get_object_or_404(queries.rooms_visible_to(request.user), pk=pk))


def _room(request: StaffRequest, found: Room) -> HttpResponse:
    form = RoomForm(request.POST or None, diary=found)
    if form.is_valid():
        data = form.cleaned_data
        values = {name: data[name] for name in ("name", "place", "in_use", "access")}
        try:
            services.set_room(found, hours=form.hours(), **values, by=request.user.signature, at=timezone.now())
        except Refusal as refusal:
            form.add_error(None, str(refusal))
        else:
            messages.success(request, _("The room is kept."))
            _try(request, found)
            return redirect("rooms")
    return render(request, "planning/room.html", {"form": form, "room": found})


def _kept(request: StaffRequest, form: InterviewerDiaryForm, diary: InterviewerDiary) -> bool:
    values = {name: form.cleaned_data[name] for name in ("most_a_week", "keeps_appointments", "access")}
    try:
        services.set_diary(diary, hours=form.hours(), **values, by=request.user.signature, at=timezone.now())
    except Refusal as refusal:
        form.add_error(None, str(refusal))
        return False
    messages.success(request, _("The hours are kept."))
    _try(request, diary)
    return True


def _try(request: StaffRequest, diary: Diary) -> None:
    """Whether the calendar can be read, said at once: planning itself goes on without it."""
    today = timezone.localdate()
    for busy in busy_times([diary], first=today, last=today + TRIED).values():
        if busy.trouble:
            text = _("The calendar could not be read: {why}. Planning goes on without it.")
            messages.warning(request, text.format(why=busy.trouble.words))
        else:
            messages.success(request, _("The calendar can be read."))
