from django.http import HttpRequest

from uitzicht.people.models import User


class InterviewerRequest(HttpRequest):
    """A request behind ``@allow``: somebody is signed in."""

    user: User
