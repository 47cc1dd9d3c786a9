"""Django settings: one file; everything that differs between installations comes from ``environment``."""

import os

from csp.constants import NONE, SELF
from django.utils.translation import gettext_lazy as _

from uitzicht.config import environment

UITZICHT = environment.load(os.environ)

DEBUG = False
SECRET_KEY = UITZICHT.secret_key
ALLOWED_HOSTS = list(UITZICHT.allowed_hosts)
ROOT_URLCONF = "uitzicht.config.urls"
WSGI_APPLICATION = "uitzicht.config.wsgi.application"
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"
DATABASES = {"default": UITZICHT.database}

INSTALLED_APPS = [
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "whitenoise.runserver_nostatic",
    "django.contrib.staticfiles",
    "uitzicht.ui",  # before allauth: its templates overrule
    "allauth",
    "allauth.account",
    "csp",
    "uitzicht.privacy",
    "uitzicht.people",
    "uitzicht.questionnaires",
    "uitzicht.departures",
    "uitzicht.planning",
    "uitzicht.offboarding",
    "uitzicht.alumni",
    "uitzicht.interviews",
    "uitzicht.coding",
    "uitzicht.portal",
    "uitzicht.followups",
    "uitzicht.history",
    "uitzicht.release",
    "uitzicht.insight",
    "uitzicht.reports",
    "uitzicht.actions",
    "uitzicht.demo",
    "uitzicht.config",
]

MIDDLEWARE = [
    "django.middleware.security.SecurityMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "csp.middleware.CSPMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.locale.LocaleMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "allauth.account.middleware.AccountMiddleware",
    "uitzicht.people.middleware.SpeakTheirLanguage",
    "uitzicht.people.middleware.DenyByDefault",
    "uitzicht.ui.middleware.RefusalAsPage",
]

TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
                "django.template.context_processors.i18n",
                "uitzicht.config.navigation.context",
            ],
            "builtins": ["uitzicht.ui.templatetags.ui"],
        },
    }
]

# Sign-in
AUTH_USER_MODEL = "people.User"
AUTHENTICATION_BACKENDS = ["allauth.account.auth_backends.AuthenticationBackend"]
AUTH_PASSWORD_VALIDATORS = [
    {"NAME": "django.contrib.auth.password_validation.UserAttributeSimilarityValidator"},
    {"NAME": "django.contrib.auth.password_validation.MinimumLengthValidator", "OPTIONS": {"min_length": 12}},
    {"NAME": "django.contrib.auth.password_validation.CommonPasswordValidator"},
]
ACCOUNT_ADAPTER = "uitzicht.people.accounts.AccountAdapter"
ACCOUNT_USER_MODEL_USERNAME_FIELD = None
ACCOUNT_USER_MODEL_EMAIL_FIELD = "email"
ACCOUNT_LOGIN_METHODS = {"email"}
ACCOUNT_SIGNUP_FIELDS = ["email*", "password1*"]
ACCOUNT_EMAIL_VERIFICATION = "none"  # accounts are made by an administrator, never by signing up
ACCOUNT_SESSION_REMEMBER = False
ACCOUNT_PREVENT_ENUMERATION = True
ACCOUNT_EMAIL_UNKNOWN_ACCOUNTS = False
ACCOUNT_EMAIL_SUBJECT_PREFIX = ""
LOGIN_REDIRECT_URL = "today"
LOGIN_URL = "account_login"
ACCOUNT_LOGOUT_REDIRECT_URL = "account_login"

# Cookies and transport
SESSION_COOKIE_AGE = 12 * 60 * 60
SESSION_COOKIE_HTTPONLY = True
SESSION_COOKIE_SAMESITE = "Lax"
CSRF_COOKIE_HTTPONLY = True
CSRF_COOKIE_SAMESITE = "Lax"
LANGUAGE_COOKIE_SAMESITE = "Lax"
LANGUAGE_COOKIE_HTTPONLY = True
SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = LANGUAGE_COOKIE_SECURE = UITZICHT.secure
CSRF_TRUSTED_ORIGINS = [UITZICHT.base_url]
SECURE_SSL_REDIRECT = False  # the proxy in front does that
SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https")
SECURE_HSTS_SECONDS = 31536000 if UITZICHT.secure else 0
# A personal link may stand in the address, so no other site ever learns it; without any referrer our own forms would fail.
SECURE_REFERRER_POLICY = "same-origin"
SECURE_CROSS_ORIGIN_OPENER_POLICY = "same-origin"
X_FRAME_OPTIONS = "DENY"
CONTENT_SECURITY_POLICY = {
    "DIRECTIVES": {
        "default-src": [NONE],
        "style-src": [SELF],
        "script-src": [SELF],
        "img-src": [SELF],
        "connect-src": [SELF],
        "form-action": [SELF],
        "base-uri": [NONE],
        "frame-ancestors": [NONE],
    }
}

# Languages: the words of a page come from the room it belongs to (locale/ in each room)
LANGUAGE_CODE = UITZICHT.language
LANGUAGES = [("nl", _("Dutch")), ("fr", _("French")), ("en", _("English")), ("de", _("German"))]
USE_I18N = USE_TZ = True
TIME_ZONE = UITZICHT.time_zone

STATIC_URL = "/static/"
WHITENOISE_USE_FINDERS = True  # no collectstatic step: the files are served from the rooms they live in
WHITENOISE_AUTOREFRESH = False
WHITENOISE_MAX_AGE = 3600
DATA_UPLOAD_MAX_MEMORY_SIZE = FILE_UPLOAD_MAX_MEMORY_SIZE = 10 * 1024 * 1024
FILE_UPLOAD_HANDLERS = [
    "django.core.files.uploadhandler.MemoryFileUploadHandler"
]  # staff lists never touch a temp file

if UITZICHT.mail.host:
    EMAIL_BACKEND = "django.core.mail.backends.smtp.EmailBackend"
    EMAIL_HOST, EMAIL_PORT = UITZICHT.mail.host, UITZICHT.mail.port
    EMAIL_HOST_USER, EMAIL_HOST_PASSWORD = UITZICHT.mail.user, UITZICHT.mail.password
    EMAIL_USE_TLS, EMAIL_USE_SSL = UITZICHT.mail.tls == "starttls", UITZICHT.mail.tls == "tls"
    EMAIL_TIMEOUT = 20
else:
    EMAIL_BACKEND = "django.core.mail.backends.filebased.EmailBackend"
    EMAIL_FILE_PATH = str(UITZICHT.mail_folder)
DEFAULT_FROM_EMAIL = UITZICHT.mail.sender

# Pages never hold the release key: a release made from the desk runs in a process of its own.
RELEASE_JOB = "uitzicht.release.job.run"

# Logs hold addresses and outcomes, never content; a personal link is cut out of every line.
LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "filters": {"without_links": {"()": "uitzicht.config.logs.WithoutLinks"}},
    "formatters": {"line": {"format": "{asctime} {levelname} {name} {message}", "style": "{"}},
    "handlers": {"stderr": {"class": "logging.StreamHandler", "formatter": "line", "filters": ["without_links"]}},
    "root": {"handlers": ["stderr"], "level": "WARNING"},
    # Django's own handlers would write the same lines beside ours.
    "loggers": {"django": {"handlers": [], "propagate": True}, "django.server": {"handlers": [], "propagate": True}},
}
