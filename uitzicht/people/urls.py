"""Addresses of people."""

from django.urls import path

from uitzicht.people.views import administration, importing, staff, users

urlpatterns = [
    path("staff/", staff.staff, name="staff"),
    path("staff/import/", importing.staff_import, name="staff_import"),
    path("staff/import/example.csv", importing.staff_sample, name="staff_sample"),
    path("staff/import/<uuid:pk>/", importing.staff_import_review, name="staff_import_review"),
    path("administration/", administration.administration, name="administration"),
    path("administration/users/", users.users, name="users"),
    path("administration/users/add/", users.user_add, name="user_add"),
    path("administration/users/<int:pk>/", users.user, name="user"),
]
