"""Addresses of the leaver's own pages."""

from django.urls import path

from uitzicht.portal import views

urlpatterns = [
    path("my/<str:token>/", views.my_pages, name="my_pages"),
    path("my/<str:token>/appointment.ics", views.my_calendar, name="my_calendar"),
]
