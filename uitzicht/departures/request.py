"""A request as every page of a departure gets it."""

from django.http import HttpRequest

from uitzicht.people.models import User


class StaffRequest(HttpRequest):
    """The middleware lets nobody in who is not signed in."""

    user: User
