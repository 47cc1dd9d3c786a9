"""The request of a page that ``@allow`` guards: somebody is signed in. Privacy lies below people, so it knows only this
much of an account."""

from typing import Protocol

from django.http import HttpRequest


class Account(Protocol):
    """What the pages of privacy ask of an account."""

    @property
    def signature(self) -> str: ...

    def has_role(self, *roles: str) -> bool: ...


class AccountRequest(HttpRequest):
    """``user`` is never anonymous here; the middleware has seen to that."""

    user: Account  # type: ignore[assignment]
