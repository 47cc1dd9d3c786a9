"""Addresses of reports."""

from django.urls import path

from uitzicht.reports.views import brand, making, standing

urlpatterns = [
    path("reports/", making.reports, name="reports"),
    path("reports/announced/", standing.standing_reports, name="standing_reports"),
    path("reports/announced/<int:pk>/stop/", standing.standing_stop, name="standing_stop"),
    path("reports/look/", brand.report_brand, name="report_brand"),
    path("reports/look/logo.png", brand.report_logo, name="report_logo"),
    path("reports/release-<int:number>.pdf", making.report, name="report"),
    path("reports/<str:kind>-<int:number>.<str:form>", making.report_file, name="report_file"),
]
