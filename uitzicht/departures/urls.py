"""Addresses of departures."""

from django.urls import path

from uitzicht.departures.views import listing, page, registering

urlpatterns = [
    path("departures/", listing.departures, name="departures"),
    path("departures/new/", registering.departure_new, name="departure_new"),
    path("departures/<uuid:pk>/", page.departure, name="departure"),
    path("departures/<uuid:pk>/change/", registering.departure_change, name="departure_change"),
    path("departures/<uuid:pk>/cancel/", registering.departure_cancel, name="departure_cancel"),
]
