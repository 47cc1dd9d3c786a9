"""Who may open which page: said on the view itself, read by the middleware and by the access test."""

from collections.abc import Callable
from typing import Any, TypeVar

View = TypeVar("View", bound=Callable[..., Any])


def allow(*roles: str) -> Callable[[View], View]:
    """Only accounts with one of ``roles`` reach this view; everybody else gets 404 (deny by default)."""

    def mark(view: View) -> View:
        view.allowed_roles = frozenset(str(getattr(role, "value", role)) for role in roles)  # type: ignore[attr-defined]
        return view

    return mark


def public(view: View) -> View:
    """Reached without an account: the leaver's own pages (guarded by their link), the language switch, demo entry."""
    view.allowed_roles = None  # type: ignore[attr-defined]
    return view
