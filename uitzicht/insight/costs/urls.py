"""Addresses of what leaving costs."""

from django.urls import path

from uitzicht.insight.costs import views

urlpatterns = [
    path("insight/cost/", views.cost, name="cost"),
    path("insight/cost.csv", views.cost_download, name="cost_download"),
    path("insight/cost/lines/", views.cost_lines, name="cost_lines"),
]
