"""Addresses of privacy."""

from django.urls import path

from uitzicht.privacy import views

urlpatterns = [
    path("administration/settings/", views.privacy_settings, name="privacy_settings"),
    path("administration/audit/", views.audit_trail, name="audit_trail"),
]
