"""Addresses of insight."""

from django.urls import path

from uitzicht.insight import views

urlpatterns = [
    path("insight/", views.insight, name="insight"),
    path("insight/<slug:measure>.csv", views.measure_download, name="measure_download"),
    path("insight/<slug:measure>/", views.measure, name="measure"),
]
