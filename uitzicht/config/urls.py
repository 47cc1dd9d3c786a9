"""Every address of the product. Who may open which is said on the view and compared with tests/house/access.py."""

from allauth.account import views as account
from django.urls import include, path, re_path

from uitzicht.config import views

accounts = [
    path("sign-in/", account.login, name="account_login"),
    path("sign-out/", account.logout, name="account_logout"),
    path("password/", account.password_change, name="account_change_password"),
    path("password/reset/", account.password_reset, name="account_reset_password"),
    path("password/reset/sent/", account.password_reset_done, name="account_reset_password_done"),
    re_path(
        r"^password/reset/key/(?P<uidb36>[0-9A-Za-z]+)-(?P<key>.+)/$",
        account.password_reset_from_key,
        name="account_reset_password_from_key",
    ),
    path("password/reset/done/", account.password_reset_from_key_done, name="account_reset_password_from_key_done"),
]

ROOMS = (
    "privacy",
    "people",
    "questionnaires",
    "departures",
    "planning",
    "offboarding",
    "alumni",
    "interviews",
    "coding",
    "portal",
    "followups",
    "release",
    "insight",
    "reports",
    "actions",
    "demo",
)

urlpatterns = [
    path("", views.today, name="today"),
    path("account/", include(accounts)),
    path("language/", views.set_language, name="set_language"),
    path("actions/told/alumni/", views.tell_alumni, name="tell_alumni"),
    *(path("", include(f"uitzicht.{room}.urls")) for room in ROOMS),
]
