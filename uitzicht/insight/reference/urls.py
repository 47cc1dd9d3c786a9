"""Addresses of imported reference figures."""

from django.urls import path

from uitzicht.insight.reference import views

urlpatterns = [
    path("insight/reference/", views.reference_figures, name="reference_figures"),
    path("insight/reference/sample.csv", views.reference_figures_sample, name="reference_figures_sample"),
    path("insight/reference/keep/", views.reference_figures_keep, name="reference_figures_keep"),
    path("insight/reference/<int:pk>/withdraw/", views.reference_figures_withdraw, name="reference_figures_withdraw"),
]
