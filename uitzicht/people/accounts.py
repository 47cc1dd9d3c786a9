"""What allauth asks of us: accounts are made by an administrator; sign-ins enter the audit trail."""

from typing import Any

from allauth.account.adapter import DefaultAccountAdapter
from django.http import HttpRequest
from django.utils import timezone

from uitzicht.privacy import audit


class AccountAdapter(DefaultAccountAdapter):
    def is_open_for_signup(self, request: HttpRequest) -> bool:
        return False

    def login(self, request: HttpRequest, user: Any) -> None:
        super().login(request, user)
        audit.record("account.signed_in", by=user.signature, at=timezone.now(), subject=f"user:{user.pk}")

    def authentication_failed(self, request: HttpRequest, **credentials: Any) -> None:
        super().authentication_failed(request, **credentials)
        # The address that was tried is not written down: people mistype passwords into that field.
        audit.record("account.sign_in_failed", by="nobody signed in", at=timezone.now())
