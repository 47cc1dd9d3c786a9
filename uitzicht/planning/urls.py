"""Addresses of planning."""

from django.urls import path

from uitzicht.planning.views import appointments, calendar, diaries, many, wishes

urlpatterns = [
    path("departures/<uuid:pk>/plan/", appointments.plan, name="plan"),
    path("departures/<uuid:pk>/plan/send/", appointments.invitation_send, name="invitation_send"),
    path("departures/<uuid:pk>/plan/cancel/", appointments.appointment_cancel, name="appointment_cancel"),
    path("departures/<uuid:pk>/plan/accept/", wishes.wish_accept, name="wish_accept"),
    path("departures/<uuid:pk>/plan/keep/", wishes.wish_keep, name="wish_keep"),
    path("planning/calendar/", calendar.planning_calendar, name="planning_calendar"),
    path("planning/calendar/address/", calendar.planning_feed_make, name="planning_feed_make"),
    path("planning/calendar/address/revoke/", calendar.planning_feed_revoke, name="planning_feed_revoke"),
    path("planning/feed/<str:token>.ics", calendar.planning_feed, name="planning_feed"),
    path("planning/interviewers/", diaries.interviewer_hours, name="interviewer_hours"),
    path("planning/interviewers/<int:pk>/", diaries.interviewer_diary, name="interviewer_diary"),
    path("planning/rooms/", diaries.rooms, name="rooms"),
    path("planning/rooms/new/", diaries.room_new, name="room_new"),
    path("planning/rooms/<uuid:pk>/", diaries.room, name="room"),
    path("planning/many/", many.many, name="many"),
    path("planning/many/<uuid:pk>/", many.many_plan, name="many_plan"),
    path("planning/many/<uuid:pk>/accept/", many.many_accept, name="many_accept"),
    path("planning/many/<uuid:pk>/send/", many.many_send, name="many_send"),
    path("planning/many/<uuid:pk>/<uuid:departure>/", many.many_row, name="many_row"),
]
