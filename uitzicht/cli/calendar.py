"""``uitzicht calendar``: from a notice to the end of the contract, the last day worked and the days for a talk."""

import json
import os
from collections.abc import Mapping
from datetime import date, datetime
from pathlib import Path
from typing import Any

import click

from uitzicht.cli.calendar_answer import FIXED_TERM, Asked, answer
from uitzicht.cli.console import out
from uitzicht.core.calendar import workdays
from uitzicht.core.calendar.notice import Giver, Service, Term, Unit
from uitzicht.core.refusal import Refusal

LANGUAGES = ("nl", "fr", "en", "de")
WHO = (*(giver.value for giver in Giver), FIXED_TERM)
WAYS = tuple(service.value for service in Service)
WEEK = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
MOST_YEARS = 60


def _day(_context: click.Context, option: click.Parameter, text: str | None) -> date | None:
    if text is None:
        return None
    try:
        day = datetime.strptime(text, "%Y-%m-%d").date()
    except ValueError as fault:
        raise click.BadParameter(f"{text!r} is not a day: write for instance 2026-03-31.", param=option) from fault
    if abs(day.year - date.today().year) > MOST_YEARS:
        raise click.BadParameter(f"{text} lies too far from today: probably a slip of the year.", param=option)
    return day


def _pattern(_context: click.Context, option: click.Parameter, text: str) -> str:
    """ "mon,tue/wed" -> "1100000/0010000"."""
    weeks = [[name.strip().lower() for name in week.split(",") if name.strip()] for week in text.split("/")]
    if unknown := sorted({name for week in weeks for name in week} - set(WEEK)):
        raise click.BadParameter(f"{', '.join(unknown)}: write days as {','.join(WEEK)}.", param=option)
    pattern = "/".join("".join("1" if name in week else "0" for name in WEEK) for week in weeks)
    try:
        workdays(pattern, ())
    except ValueError as fault:
        raise click.BadParameter(f"{text!r}: name at least one day, in at most four weeks.", param=option) from fault
    return pattern


def _term(_context: click.Context, option: click.Parameter, text: str | None) -> Term | None:
    if text is None:
        return None
    count, _, unit = text.strip().partition(" ")
    unit = unit.strip().lower().removesuffix("s") + "s"
    if not count.isascii() or not count.isdigit() or not 0 < int(count) < 1000 or unit not in set(Unit):
        raise click.BadParameter(f"{text!r}: write for instance '6 weeks' or '2 months'.", param=option)
    return Term(int(count), Unit(unit))


_days = click.IntRange(0, 400)


@click.command("calendar")
@click.option(
    "--country", default="BE", show_default=True, help="Country of the place of work; notice is known for BE and NL."
)
@click.option("--region", default="", help="Region, where its public holidays differ by law (such as BY in DE).")
@click.option("--by", type=click.Choice(WHO), required=True, help="Who ends the contract.")
@click.option("--hired", "hired_on", required=True, callback=_day, metavar="DAY", help="First day in service.")
@click.option(
    "--notified",
    "notified_on",
    required=True,
    callback=_day,
    metavar="DAY",
    help="Day on which the notice was given or posted.",
)
@click.option(
    "--end",
    "ends_on",
    callback=_day,
    metavar="DAY",
    help="End of the contract, when it is another one than the notice gives.",
)
@click.option("--leave", type=_days, default=0, show_default=True, help="Leave still to take, in days of work.")
@click.option(
    "--recup", type=_days, default=0, show_default=True, help="Time off in lieu still to take, in days of work."
)
@click.option(
    "--pattern",
    default="mon,tue,wed,thu,fri",
    show_default=True,
    callback=_pattern,
    metavar="DAYS",
    help="Days of work; weeks that take turns are divided by /.",
)
@click.option(
    "--service",
    type=click.Choice(WAYS),
    help="How the notice was given (default: the usual way of that side).",
)
@click.option(
    "--agreed", callback=_term, metavar="TERM", help="Term of the contract instead of the law's, such as '2 months'."
)
@click.option(
    "--today",
    callback=_day,
    metavar="DAY",
    help="Seen from this day (default: today, for a contract that has ended the day of the notice).",
)
@click.option("--format", "form", type=click.Choice(("text", "json")), default="text", show_default=True)
def calendar(form: str, **asked: Any) -> None:
    """When does the notice begin, when does the contract end, which is the last day worked, and when to talk?

    Guidance with its reasons, no legal advice (docs/methods/notice.md). Needs no installation: no database, no keys.

    \b
      uitzicht calendar --by employee --hired 2014-03-01 --notified 2014-08-28
      uitzicht calendar --by employer --hired 2020-01-06 --notified 2026-11-23 --leave 5 --format json
      uitzicht calendar --country NL --by fixed_term --hired 2026-01-01 --notified 2026-11-01 --end 2026-12-31
      uitzicht calendar --by employee --hired 2020-01-06 --notified 2026-11-23 --pattern mon,tue,wed/thu,fri
    """
    _speak()
    service = Service(asked["service"]) if asked["service"] else None
    found = answer(Asked(**(asked | {"service": service})))
    if form == "json":
        print(json.dumps(found, ensure_ascii=False))
    else:
        _show(found)


def _speak() -> None:
    """The words of this command need a language and nothing else of an installation."""
    import django
    from django.conf import settings
    from django.utils import translation

    language = os.environ.get("UITZICHT_LANGUAGE") or "nl"
    if language not in LANGUAGES:
        raise Refusal(
            "cli.language", "UITZICHT_LANGUAGE is {language}: use one of nl, fr, en, de.", language=repr(language)
        )
    if not settings.configured:
        import uitzicht.departures

        words = Path(uitzicht.departures.__file__).with_name("locale")
        settings.configure(
            USE_I18N=True, LANGUAGE_CODE=language, LOCALE_PATHS=[str(words)], TIME_ZONE="Europe/Brussels"
        )
        django.setup()
    translation.activate(language)


def _show(found: Mapping[str, Any]) -> None:
    talk = found["conversation"] or dict.fromkeys(("earliest_on", "target_on", "latest_on"))
    notice = found["notice"]
    lines = {
        "notice starts": found["notice_starts_on"],
        "notice": f"{notice['count']} {notice['unit']}" if notice else None,
        "contract ends": found["ends_on"],
        "last day worked": found["last_day_worked_on"],
        "conversation, earliest": talk["earliest_on"],
        "conversation, target": talk["target_on"],
        "conversation, latest": talk["latest_on"],
    }
    for name, value in lines.items():
        out.print(f"{name:<24}{value or '-'}", markup=False)
    out.print()
    for reason in found["reasons"]:
        out.print(f"- {reason['text']}", markup=False)
