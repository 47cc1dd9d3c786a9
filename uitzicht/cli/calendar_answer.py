"""What ``uitzicht calendar`` answers: a dictionary ready for JSON."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from uitzicht.core.calendar import AbsenceKind, Window, conversation_window, last_day_worked, workdays
from uitzicht.core.calendar.notice import Giver, NoticeNotKnown, NoticePeriod, Service, Term
from uitzicht.core.calendar.notice import fixed_term as end_of_fixed_term
from uitzicht.core.calendar.notice import notice_period as end_of_notice
from uitzicht.core.refusal import Refusal

FIXED_TERM = "fixed_term"
YEARS_AROUND = 4


@dataclass(frozen=True)
class Asked:
    """The options, checked."""

    country: str
    region: str
    by: str
    hired_on: date
    notified_on: date
    ends_on: date | None
    leave: int
    recup: int
    pattern: str
    service: Service | None
    agreed: Term | None
    today: date | None


def answer(asked: Asked) -> dict[str, Any]:
    """Refuses days that contradict each other, and a case without an end."""
    _ensure_days_agree(asked)
    off = _holidays(asked)
    reasons: list[Mapping[str, str]] = []
    period = _period(asked, off, reasons)
    ends_on = asked.ends_on or (period.ends_on if period else None)
    if ends_on is None:
        raise Refusal("calendar.end_needed", "{why} Give the end with --end.", why=reasons[-1]["text"])
    last_day = last_day_worked(ends_on, asked.leave, asked.recup, asked.pattern, off)
    if (asked.leave or asked.recup) and last_day < asked.notified_on:
        raise Refusal(
            "calendar.leave_does_not_fit", "Leave and recup do not fit between the notice and the end of the contract."
        )
    today = asked.today or (date.today() if date.today() <= ends_on else asked.notified_on)
    window = conversation_window(last_day, asked.pattern, off, today)
    return {
        "notice_starts_on": _written(period.notice_starts_on if period else None),
        "notice": {"count": period.notice.count, "unit": period.notice.unit.value}
        if period and period.notice
        else None,
        "ends_on": _written(ends_on),
        "last_day_worked_on": _written(last_day),
        "conversation": _conversation(window),
        "reasons": [*reasons, *_window_reasons(window)],
    }


def _ensure_days_agree(asked: Asked) -> None:
    if asked.notified_on < asked.hired_on:
        raise Refusal(
            "calendar.notice_before_start", "The notice comes before the first day in service: correct one of them."
        )
    if asked.ends_on and asked.ends_on < asked.notified_on:
        raise Refusal("calendar.ends_before_notice", "The contract ends before the notice: correct one of the two.")
    if asked.by == FIXED_TERM and not asked.ends_on:
        raise Refusal("calendar.end_needed", "A fixed term has its end in the contract: give it with --end.")


def _period(asked: Asked, off: Iterable[date], reasons: list[Mapping[str, str]]) -> NoticePeriod | None:
    """What the law of the country says, its steps added to ``reasons``; None where the tables do not reach."""
    from uitzicht.departures.notice_words import spoken, spoken_unknown

    try:
        period = _by_law(asked, off)
    except NoticeNotKnown as unknown:
        if unknown.code == "service":
            raise Refusal("calendar.service", "{why}", why=spoken_unknown(unknown)) from unknown
        reasons.append({"code": unknown.code, "text": spoken_unknown(unknown)})
        return None
    reasons.extend({"code": because.code.value, "text": spoken(because)} for because in period.reasons)
    if period.source:
        reasons.append({"code": "source", "text": f"{period.source}: {period.address}"})
    if asked.ends_on and asked.ends_on != period.ends_on:
        reasons.append(_typed(asked.ends_on))
    return period


def _by_law(asked: Asked, off: Iterable[date]) -> NoticePeriod:
    if asked.by == FIXED_TERM:
        return end_of_fixed_term(asked.country, hired_on=asked.hired_on, ends_on=asked.ends_on or asked.notified_on)
    return end_of_notice(
        asked.country,
        by=Giver(asked.by),
        hired_on=asked.hired_on,
        notified_on=asked.notified_on,
        service=asked.service,
        agreed=asked.agreed,
        holidays=off,
        days_off={AbsenceKind.LEAVE: asked.leave, AbsenceKind.RECUP: asked.recup},
        work=workdays(asked.pattern, off),
    )


def _holidays(asked: Asked) -> frozenset[date]:
    from uitzicht.departures.holidays import knows, public_holidays

    if not knows(asked.country, asked.region):
        place = " ".join(part for part in (asked.country, asked.region) if part)
        raise Refusal(
            "calendar.place", "The public holidays of {place} are not known: give an ISO code such as BE.", place=place
        )
    years = {day.year for day in (asked.notified_on, asked.ends_on, asked.today) if day}
    return public_holidays(asked.country, min(years) - 1, max(years) + YEARS_AROUND, asked.region)


def _typed(ends_on: date) -> Mapping[str, str]:
    from uitzicht.departures.notice_words import spoken_other_end

    return {"code": "other_end", "text": spoken_other_end(ends_on)}


def _window_reasons(window: Window | None) -> list[Mapping[str, str]]:
    from uitzicht.departures.notice_words import GUIDANCE, spoken_window

    codes = ["window", *window.reasons] if window else ["no_day_left"]
    told = [{"code": str(code), "text": text} for code, text in zip(codes, spoken_window(window), strict=True)]
    return [*told, {"code": "guidance", "text": str(GUIDANCE)}]


def _conversation(window: Window | None) -> dict[str, str | None] | None:
    if window is None:
        return None
    return {name: _written(getattr(window, name)) for name in ("earliest_on", "target_on", "latest_on")}


def _written(day: date | None) -> str | None:
    return day.isoformat() if day else None
