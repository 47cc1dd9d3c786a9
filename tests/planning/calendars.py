"""Calendars as other programs write them, and a plain web server that publishes one."""

import threading
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any
from zoneinfo import ZoneInfo

from uitzicht.planning.access import Access, seal_access
from uitzicht.planning.models import InterviewerDiary

BRUSSELS = ZoneInfo("Europe/Brussels")


def ics(*events: str) -> str:
    return "\r\n".join(["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//test//", *events, "END:VCALENDAR", ""])


def event(uid: str = "one", **lines: str) -> str:
    """``event(DTSTART="20260317T090000Z", DTEND=..., **{"DTSTART;TZID=Europe/Brussels": ...})``."""
    usual = {"UID": uid, "DTSTAMP": "20260301T000000Z", "SUMMARY": "Tandarts"}
    body = [f"{name}:{value}" for name, value in (usual | lines).items()]
    return "\r\n".join(["BEGIN:VEVENT", *body, "END:VEVENT"])


def at(day: int, hour: int, minute: int = 0, *, month: int = 3) -> datetime:
    """An instant of 2026, by the clock of Brussels."""
    return datetime(2026, month, day, hour, minute, tzinfo=BRUSSELS).astimezone(UTC)


def diary_of(user: Any, access: Access | None = None, **fields: Any) -> InterviewerDiary:
    """A kept diary."""
    diary = InterviewerDiary(interviewer=user, **fields)
    seal_access(diary, access)
    diary.save()
    return diary


class Publisher:
    """``text``: what is served; ``status``: how; ``asked``: how often somebody asked."""

    def __init__(self) -> None:
        self.text, self.status, self.asked = ics(), 200, 0
        self.headers: dict[str, str] = {}
        publisher = self

        class Handler(BaseHTTPRequestHandler):
            def do_GET(self) -> None:
                publisher.asked += 1
                publisher.authorization = self.headers.get("Authorization")
                self.send_response(publisher.status)
                for name, value in publisher.headers.items():
                    self.send_header(name, value)
                self.end_headers()
                self.wfile.write(publisher.text.encode())

            def log_message(self, *arguments: Any) -> None:
                """Quiet."""

        self.authorization: str | None = None
        self.server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        self.address = f"http://127.0.0.1:{self.server.server_port}/bram.ics"
        threading.Thread(target=self.server.serve_forever, daemon=True).start()


@contextmanager
def publishing() -> Iterator[Publisher]:
    publisher = Publisher()
    try:
        yield publisher
    finally:
        publisher.server.shutdown()
        publisher.server.server_close()
