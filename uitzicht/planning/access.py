"""How a calendar is reached: its address, user name and password, sealed together with a key of their own.

Only the HR lead sets addresses, because this server calls them. It shows nobody what it reads there but free and busy
time, follows no redirect, and never calls an address that belongs to the machine's own network link (where a cloud keeps
its credentials)."""

import ipaddress
import json
import socket
from dataclasses import asdict, dataclass, field
from urllib.parse import urlsplit

from django.utils.translation import gettext_lazy as _

from uitzicht.core.refusal import Refusal
from uitzicht.planning.models import CalendarKind, Diary
from uitzicht.privacy import vault


@dataclass(frozen=True, slots=True)
class Access:
    """``address``: of a CalDAV collection or an ICS file; never shown, nor in a log."""

    kind: str
    address: str = field(repr=False)
    username: str = field(default="", repr=False)
    password: str = field(default="", repr=False)

    @property
    def host(self) -> str:
        return urlsplit(self.address).hostname or ""


def access_of(diary: Diary) -> Access | None:
    """None without a calendar."""
    if not diary.kind or diary.sealed_access is None or diary.wrapped_key is None:
        return None
    key = vault.unwrap(bytes(diary.wrapped_key), context=_context(diary))
    return Access(diary.kind, **json.loads(vault.unseal(bytes(diary.sealed_access), key=key, context=_context(diary))))


def seal_access(diary: Diary, access: Access | None) -> None:
    """Put it on ``diary``, which the caller saves; None takes it away."""
    diary.kind, diary.host = (access.kind, access.host) if access else (CalendarKind.NONE, "")
    diary.wrapped_key = diary.sealed_access = None
    if access is not None:
        key = vault.new_data_key()
        content = asdict(access)
        del content["kind"]
        diary.wrapped_key = vault.wrap(key, context=_context(diary))
        diary.sealed_access = vault.seal(json.dumps(content), key=key, context=_context(diary))


def ensure_callable(access: Access) -> None:
    """Refuses an address that is not of the web, and a password that would travel in the clear."""
    try:
        parts = urlsplit(access.address)
        host, _port = parts.hostname, parts.port
    except ValueError:
        host = None
    if not host or parts.scheme not in ("https", "http") or parts.username or parts.password:
        raise Refusal(
            "planning.calendar_address",
            _(
                "This is no address of a calendar. It begins with https:// and names a calendar or an .ics file; user "
                "name and password have fields of their own."
            ),
        )
    if access.password and parts.scheme == "http" and not _is_this_machine(host):
        raise Refusal(
            "planning.calendar_in_the_clear",
            _("With http:// everybody on the way could read the password. Use an address that begins with https://."),
        )


def may_be_called(host: str) -> bool:
    """Whether no address behind ``host`` is link-local, multicast or nobody's. Raises OSError for an unknown name."""
    found = {ipaddress.ip_address(entry[4][0]) for entry in socket.getaddrinfo(host, None)}
    return not any(one.is_link_local or one.is_multicast or one.is_unspecified for one in found)


def _is_this_machine(host: str) -> bool:
    try:
        return ipaddress.ip_address(host).is_loopback
    except ValueError:
        return host == "localhost"


def _context(diary: Diary) -> str:
    return f"diary:{diary._meta.model_name}:{diary.pk}"
