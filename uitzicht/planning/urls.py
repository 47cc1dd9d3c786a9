"""Addresses of planning."""

from django.urls import path

from uitzicht.planning import views

urlpatterns = [
    path("departures/<uuid:pk>/plan/", views.plan, name="plan"),
    path("departures/<uuid:pk>/plan/send/", views.invitation_send, name="invitation_send"),
    path("departures/<uuid:pk>/plan/cancel/", views.appointment_cancel, name="appointment_cancel"),
    path("departures/<uuid:pk>/plan/accept/", views.wish_accept, name="wish_accept"),
    path("departures/<uuid:pk>/plan/keep/", views.wish_keep, name="wish_keep"),
]
