"""Addresses of reports."""

from django.urls import path

from uitzicht.reports import views

urlpatterns = [path("reports/release-<int:number>.pdf", views.report, name="report")]
