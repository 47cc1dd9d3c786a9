"""Why a calendar could not be read; planning goes on without it and says so."""

from collections.abc import Iterator
from contextlib import contextmanager
from enum import StrEnum

import requests
from caldav.lib.error import AuthorizationError, DAVError
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _


class Trouble(StrEnum):
    SILENT = "silent"
    REFUSED = "refused"
    UNREADABLE = "unreadable"

    @property
    def words(self) -> Promise:
        return _WORDS[self]


_WORDS = {
    Trouble.SILENT: _("the calendar does not answer"),
    Trouble.REFUSED: _("the calendar refuses the user name or the password"),
    Trouble.UNREADABLE: _("the calendar answers something that is no calendar"),
}


class CalendarTrouble(Exception):
    def __init__(self, trouble: Trouble) -> None:
        super().__init__(trouble.value)
        self.trouble = trouble


@contextmanager
def told() -> Iterator[None]:
    """Whatever a foreign server can do wrong becomes a ``CalendarTrouble``."""
    try:
        yield
    except AuthorizationError as problem:
        raise CalendarTrouble(Trouble.REFUSED) from problem
    except (requests.RequestException, OSError) as problem:
        raise CalendarTrouble(Trouble.SILENT) from problem
    except (DAVError, ValueError, LookupError, TypeError, AttributeError, SyntaxError, RuntimeError) as problem:
        # What the parsers raise on text that nobody vouches for; caldav's own faults on odd answers are among these.
        raise CalendarTrouble(Trouble.UNREADABLE) from problem
