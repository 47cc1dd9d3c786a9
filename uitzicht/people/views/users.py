"""Accounts: who may sign in, and what they may do."""

import secrets

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from uitzicht.people import queries, services
from uitzicht.people.forms import RolesForm, UserForm, roles_of
from uitzicht.people.models import User
from uitzicht.people.request import AccountRequest
from uitzicht.ui.access import allow

PER_PAGE = 50
PASSWORD_BYTES = 12


@require_safe
@allow("admin")
def users(request: AccountRequest) -> HttpResponse:
    """Every account with its roles."""
    search = request.GET.get("q", "").strip()
    page = Paginator(queries.accounts(search=search), PER_PAGE).get_page(request.GET.get("page"))
    return render(request, "people/users.html", {"page": page, "search": search, "tree": queries.unit_tree()})


@require_http_methods(["GET", "HEAD", "POST"])
@allow("admin")
def user_add(request: AccountRequest) -> HttpResponse:
    """A new account; its first password is made here and shown once."""
    form = UserForm(request.POST or None, tree=queries.unit_tree())
    if request.method != "POST" or not form.is_valid():
        return render(request, "people/user_add.html", {"form": form}, status=422 if form.errors else 200)
    said, password = form.cleaned_data, secrets.token_urlsafe(PASSWORD_BYTES)
    user = services.add_user(
        email=said["email"],
        name=said["name"],
        roles=form.chosen,
        password=password,
        language=said["language"],
        person=said["employee_number"],
        by=request.user.signature,
        at=timezone.now(),
    )
    return _password_page(request, user, password)


@require_http_methods(["GET", "HEAD", "POST"])
@allow("admin")
def user(request: AccountRequest, pk: int) -> HttpResponse:
    """One account: its roles, whether it is open, a new password."""
    account = get_object_or_404(queries.accounts(), pk=pk)
    if request.method != "POST":
        return _account_page(request, account, roles_of(account, queries.unit_tree()))
    by, at = request.user.signature, timezone.now()
    match request.POST.get("do"):
        case "roles":
            form = RolesForm(request.POST, tree=queries.unit_tree())
            if not form.is_valid():
                return _account_page(request, account, form, status=422)
            services.change_roles(account, roles=form.chosen, by=by, at=at)
            messages.success(request, _("The roles are kept. They hold from the next page on."))
        case "deactivate":
            services.deactivate(account, by=by, at=at)
            messages.success(request, _("This account can no longer sign in."))
        case "activate":
            services.activate(account, by=by, at=at)
            messages.success(request, _("This account can sign in again."))
        case "password":
            password = secrets.token_urlsafe(PASSWORD_BYTES)
            services.set_password(account, password=password, by=by, at=at)
            return _password_page(request, account, password)
    return redirect("user", pk=account.pk)


def _account_page(request: AccountRequest, account: User, form: RolesForm, status: int = 200) -> HttpResponse:
    return render(request, "people/user.html", {"account": account, "form": form}, status=status)


def _password_page(request: AccountRequest, account: User, password: str) -> HttpResponse:
    """Shown once, straight from this answer: it is kept nowhere."""
    response = render(request, "people/user_password.html", {"account": account, "password": password})
    response["Cache-Control"] = "no-store"
    return response
