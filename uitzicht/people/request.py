"""The request of a page that ``@allow`` guards: somebody is signed in."""

from django.http import HttpRequest

from uitzicht.people.models import User


class AccountRequest(HttpRequest):
    """``user`` is never anonymous here; the middleware has seen to that."""

    user: User
