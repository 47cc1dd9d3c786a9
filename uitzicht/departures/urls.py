"""Addresses of departures."""

from django.urls import path

from uitzicht.departures.views import closing_days, listing, page, registering

urlpatterns = [
    path("departures/", listing.departures, name="departures"),
    path("departures/new/", registering.departure_new, name="departure_new"),
    path("departures/<uuid:pk>/", page.departure, name="departure"),
    path("departures/<uuid:pk>/change/", registering.departure_change, name="departure_change"),
    path("departures/<uuid:pk>/cancel/", registering.departure_cancel, name="departure_cancel"),
    path("administration/closing-days/", closing_days.closing_days, name="closing_days"),
    path("administration/closing-days/<int:pk>/remove/", closing_days.closing_day_remove, name="closing_day_remove"),
]
