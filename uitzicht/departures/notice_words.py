"""The reasoning behind an end of contract, in words. Knows no model, so that the command line speaks the same words."""

from collections.abc import Mapping
from datetime import date
from typing import Any

from django.utils.functional import Promise
from django.utils.translation import gettext, ngettext
from django.utils.translation import gettext_lazy as _

from uitzicht.core.calendar import Reason, Window
from uitzicht.core.calendar.notice import Because, Code, NoticeNotKnown, NoticePeriod
from uitzicht.departures.vocabulary import Service
from uitzicht.ui.templatetags.ui import day

SENTENCES: Mapping[Code, Promise] = {
    Code.EFFECTIVE: _("The notice counts from {on}: {service}."),
    Code.LETTER_TAKES_EFFECT: _(
        "The registered letter was posted on {posted_on} and counts on the third working day, {on} (Saturday is a working "
        "day, Sundays and public holidays are not)."
    ),
    Code.BEGINS_MONDAY: _("So the notice period begins on the Monday after that week: {on}."),
    Code.BEGINS_MONTH: _("So the notice period begins on the first day of the next month: {on}."),
    Code.SENIORITY: _("Seniority: {service_time}."),
    Code.BY_LAW: _("With that the notice period is {term}."),
    Code.AS_AGREED: _("The contract says {term}."),
    Code.STOOD_STILL: _("It stands still on {days} because of absence, and ends that much later."),
    Code.DAYS_ADDED: _("{days} without a date are taken after it: leave and time off in lieu make it stand still."),
    Code.NOT_EXTENDED: _("Leave and absence do not make it longer."),
    Code.ENDS_MONTH: _("It ends with the month: {on}."),
    Code.ENDS: _("It ends on {on}."),
    Code.FIXED_TERM: _("The contract itself says that it ends on {on}; nobody gives notice."),
    Code.ANNOUNCE: _("By {on} the organisation says in writing whether the contract goes on."),
}
UNKNOWN: Mapping[str, Promise] = {
    "country": _(
        "There is no table of notice periods for {country}, only for {known}. Fill in the end of the contract."
    ),
    "not_covered": _(
        "The tables do not cover this contract: the part before 2014 follows other rules. Work out the end with your "
        "payroll office and fill it in."
    ),
    "service": _(
        "A notice by the organisation is valid only by registered letter or by bailiff; a letter that is handed over does "
        "not count. Choose how it was given, or fill in the end of the contract."
    ),
    "before_start": _(
        "The notice ({given_on}) comes before the first day in service ({hired_on}). Correct the date of the notice."
    ),
}
WINDOW: Mapping[Reason, Promise] = {
    Reason.EARLIEST_IS_TODAY: _("Three weeks before has passed already, so the first day is the soonest day of work."),
    Reason.TARGET_PASSED: _("A week before has passed already, so the soonest day of work is best."),
    Reason.TARGET_MOVED: _("A week before is no day of work, so the nearest one is proposed."),
    Reason.AWAY_BEFORE_THE_END: _("Leave or absence falls in the last weeks: plan the conversation around it."),
}
GUIDANCE = _(
    "This is guidance and no legal advice: a contract, a collective agreement or another rule can say otherwise."
)


def spoken_reasons(period: NoticePeriod) -> list[str]:
    """One sentence for each step."""
    return [spoken(because) for because in period.reasons]


def spoken(because: Because) -> str:
    return str(SENTENCES[because.code]).format(**_values(because.values))


def spoken_unknown(unknown: NoticeNotKnown) -> str:
    """Why the tables do not say, and what to do."""
    values = {name: day(value) if isinstance(value, date) else value for name, value in unknown.values.items()}
    return str(UNKNOWN[unknown.code]).format(**values)


def spoken_window(window: Window | None) -> list[str]:
    """Why the days of the conversation are those, bound by bound."""
    if window is None:
        return [gettext("No day of work is left for a conversation: it never takes place on the last day worked.")]
    usual = gettext(
        "The conversation suits from three weeks before the last day worked until the day of work before it; about a week "
        "before is best."
    )
    return [usual, *(str(WINDOW[reason]) for reason in window.reasons)]


def spoken_other_end(ends_on: date) -> str:
    """Somebody says that the contract ends on another day."""
    return gettext("Another end was filled in, and that one counts: {on}.").format(on=day(ends_on))


def spoken_term(count: int, unit: str) -> str:
    """ "3 weeks"."""
    if unit == "weeks":
        return ngettext("{count} week", "{count} weeks", count).format(count=count)
    return ngettext("{count} month", "{count} months", count).format(count=count)


def _values(values: Mapping[str, Any]) -> dict[str, str]:
    told = {name: day(value) for name, value in values.items() if isinstance(value, date)}
    if "count" in values:
        told["term"] = spoken_term(values["count"], values["unit"])
    if "months" in values:
        told["service_time"] = _service_time(values["months"])
    if "days" in values:
        told["days"] = ngettext("{count} day", "{count} days", values["days"]).format(count=values["days"])
    if "service" in values:
        told["service"] = str(Service(values["service"]).label)
    return told


def _service_time(months: int) -> str:
    years, rest = divmod(months, 12)
    parts = [ngettext("{count} year", "{count} years", years).format(count=years)] if years else []
    if rest or not years:
        parts.append(spoken_term(rest, "months"))
    return ", ".join(parts)
