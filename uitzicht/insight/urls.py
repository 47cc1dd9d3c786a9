"""Addresses of insight."""

from django.urls import include, path

from uitzicht.insight import downloads, views

urlpatterns = [
    path("insight/", views.insight, name="insight"),
    path("", include("uitzicht.insight.costs.urls")),  # before the pages that are found by their name
    path("", include("uitzicht.insight.reference.urls")),
    path("insight/<slug:measure>.csv", downloads.measure_download, {"form": "csv"}, name="measure_download"),
    path("insight/<slug:measure>.xlsx", downloads.measure_download, {"form": "xlsx"}, name="measure_workbook"),
    path("insight/<slug:measure>/<slug:section>.svg", downloads.drawing_download, {"form": "svg"}, name="drawing_svg"),
    path("insight/<slug:measure>/<slug:section>.png", downloads.drawing_download, {"form": "png"}, name="drawing_png"),
    path("insight/<slug:measure>/", views.measure, name="measure"),
]
