"""Invented reference figures for the tests of what stands beside leavers."""

from datetime import UTC, datetime

from uitzicht.insight.reference.vocabulary import Reference, Value

AT = datetime(2026, 3, 9, 9, tzinfo=UTC)
ASKED = {
    "main_reason": ("choice", ("career", "management", "terms")),
    "recommend": ("choice", ("low", "middle", "high")),
    "satisfaction.content": ("score", ("mean",)),
    "satisfaction.terms": ("score", ("mean",)),
}
HEADER = "kind;question;item;share;mean;base;count;spread;source;year;about;note"


def a_file(*rows: str, header: str = HEADER) -> bytes:
    return "\n".join((header, *rows)).encode()


def mean(question: str, value: float, base: int = 400, spread: float | None = 0.9) -> Value:
    return Value(question, "mean", None, value, base, spread)


def share(question: str, item: str, part: float, base: int = 400) -> Value:
    return Value(question, item, part, None, base)


def stayers(*values: Value) -> Reference:
    return Reference(1, "stayers", "Staff survey", 2025, "", "", values)


def the_field(*values: Value) -> Reference:
    return Reference(2, "field", "Sector survey", 2024, "BE", "telephone", values)
