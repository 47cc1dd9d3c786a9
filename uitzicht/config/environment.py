"""The configuration of one running Uitzicht, read once from ``UITZICHT_*`` and validated: the start fails loudly.

Every variable is listed in docs/guide/configuration.md; ``uitzicht doctor`` prints what is in force.
"""

import base64
import binascii
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import parse_qsl, unquote, urlsplit

from django.core.exceptions import ImproperlyConfigured

LANGUAGES = ("nl", "fr", "en", "de")
COUNTRIES = ("BE", "NL")
KEY_BYTES = 32


class ConfigurationError(ImproperlyConfigured):
    """One line: which variable, what is wrong, what to do."""


@dataclass(frozen=True)
class Mail:
    """Where mail goes: a real SMTP server, or (``host`` empty) a folder below the home folder."""

    host: str
    port: int
    user: str
    password: str
    tls: str
    sender: str


@dataclass(frozen=True)
class Environment:
    home: Path
    database: dict[str, object]
    secret_key: str
    vault_key: bytes
    release_public_key: bytes
    mail: Mail
    base_url: str
    allowed_hosts: tuple[str, ...]
    organisation: str
    language: str
    country: str
    time_zone: str
    demo: bool

    @property
    def mail_folder(self) -> Path:
        return self.home / "mail"

    @property
    def secure(self) -> bool:
        return self.base_url.startswith("https://")


def load(environ: Mapping[str, str]) -> Environment:
    """Read and validate; raises ``ConfigurationError``."""
    home = Path(environ.get("UITZICHT_HOME") or Path.home() / ".local" / "share" / "uitzicht").expanduser().resolve()
    base_url = environ.get("UITZICHT_BASE_URL", "http://127.0.0.1:8000").rstrip("/")
    address = urlsplit(base_url)
    if address.scheme not in ("http", "https") or not address.hostname:
        raise ConfigurationError(
            f"UITZICHT_BASE_URL is {base_url!r}: write an address such as https://exit.example.org."
        )
    hosts = environ.get("UITZICHT_ALLOWED_HOSTS", "")
    return Environment(
        home=home,
        database=_database(environ.get("UITZICHT_DATABASE_URL", ""), home),
        secret_key=_secret(environ, "UITZICHT_SECRET_KEY", home / "secret.key"),
        vault_key=_key_bytes(_secret(environ, "UITZICHT_VAULT_KEY", home / "vault.key"), "UITZICHT_VAULT_KEY"),
        release_public_key=_key_bytes(
            _secret(environ, "UITZICHT_RELEASE_PUBLIC_KEY", home / "release.pub"), "UITZICHT_RELEASE_PUBLIC_KEY"
        ),
        mail=_mail(environ.get("UITZICHT_MAIL_URL", ""), environ.get("UITZICHT_MAIL_FROM", f"hr@{address.hostname}")),
        base_url=base_url,
        allowed_hosts=tuple(h.strip() for h in hosts.split(",") if h.strip())
        or (address.hostname, "127.0.0.1", "localhost"),
        organisation=environ.get("UITZICHT_ORGANISATION", "").strip() or "Uitzicht",
        language=_one_of(environ, "UITZICHT_LANGUAGE", LANGUAGES, "nl"),
        country=_one_of(environ, "UITZICHT_COUNTRY", COUNTRIES, "BE"),
        time_zone=environ.get("UITZICHT_TIME_ZONE", "Europe/Brussels"),
        demo=_one_of(environ, "UITZICHT_DEMO", ("0", "1"), "0") == "1",
    )


def _one_of(environ: Mapping[str, str], name: str, allowed: tuple[str, ...], default: str) -> str:
    value = environ.get(name) or default
    if value not in allowed:
        raise ConfigurationError(f"{name} is {value!r}: use one of {', '.join(allowed)}.")
    return value


def _secret(environ: Mapping[str, str], name: str, file: Path) -> str:
    if value := environ.get(name):
        return value
    if file.is_file():
        return file.read_text(encoding="ascii").strip()
    raise ConfigurationError(
        f"{name} is not set and {file} does not exist: run 'uitzicht init' once, or set the variable."
    )


def _key_bytes(text: str, name: str) -> bytes:
    try:
        key = base64.urlsafe_b64decode(text)
    except (binascii.Error, ValueError):
        key = b""
    if len(key) != KEY_BYTES:
        raise ConfigurationError(f"{name} is not a key of 32 bytes in base64: 'uitzicht init' makes one.")
    return key


def _database(url: str, home: Path) -> dict[str, object]:
    if not url:
        return _sqlite(home / "uitzicht.sqlite3")
    parts = urlsplit(url)
    if parts.scheme == "sqlite":
        return _sqlite(Path(unquote(parts.path)))
    if parts.scheme in ("postgres", "postgresql"):
        options = dict(parse_qsl(parts.query))
        schema = options.pop("schema", "")
        if schema:
            options["options"] = f"-c search_path={schema}"
        host = options.pop("host", parts.hostname or "")  # a socket folder, as libpq writes it
        return {
            "ENGINE": "django.db.backends.postgresql",
            "NAME": unquote(parts.path.lstrip("/")),
            "USER": unquote(parts.username or ""),
            "PASSWORD": unquote(parts.password or ""),
            "HOST": host,
            "PORT": str(parts.port or ""),
            "CONN_MAX_AGE": 60,
            "CONN_HEALTH_CHECKS": True,
            "OPTIONS": options,
        }
    raise ConfigurationError(
        "UITZICHT_DATABASE_URL starts with neither sqlite:// nor postgres://: write for instance "
        "postgres://user:password@host/name?schema=uitzicht."
    )


def _sqlite(file: Path) -> dict[str, object]:
    # WAL and IMMEDIATE let one writer and many readers live together; secure_delete because erased must mean erased.
    return {
        "ENGINE": "django.db.backends.sqlite3",
        "NAME": str(file),
        "OPTIONS": {
            "timeout": 20,
            "transaction_mode": "IMMEDIATE",
            "init_command": "PRAGMA journal_mode=WAL; PRAGMA synchronous=NORMAL; PRAGMA secure_delete=ON;",
        },
    }


def _mail(url: str, sender: str) -> Mail:
    if not url:
        return Mail("", 0, "", "", "", sender)
    parts = urlsplit(url)
    tls = {"smtp": "", "smtp+starttls": "starttls", "smtps": "tls"}.get(parts.scheme)
    if tls is None or not parts.hostname:
        raise ConfigurationError(
            "UITZICHT_MAIL_URL: write smtp://, smtp+starttls:// or smtps://user:password@host:port."
        )
    port = parts.port or {"": 25, "starttls": 587, "tls": 465}[tls]
    return Mail(parts.hostname, port, unquote(parts.username or ""), unquote(parts.password or ""), tls, sender)
