"""The menu of certified views: public attributes that cut across bundles, in order of priority, with their words.

What somebody's value is depends on the staff list and on the position at exit, never on an answer. Answers are not
opened here; that there still are any is public inside HR.
"""

from collections.abc import Collection, Iterable, Iterator, Sequence
from datetime import date
from typing import Any
from uuid import UUID

from django.utils.functional import Promise
from django.utils.text import format_lazy
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from uitzicht.core.disclosure.views import Cut
from uitzicht.core.disclosure.vocabulary import Parameters
from uitzicht.history.models import PastExit
from uitzicht.history.vocabulary import FULL_TIME, PART_TIME
from uitzicht.interviews.models import Interview, InterviewStatus
from uitzicht.people.rules import AGE_BANDS, TENURE_BANDS, age_band
from uitzicht.people.vocabulary import ContractKind, Gender
from uitzicht.portal.models import HandedIn
from uitzicht.privacy.clocks import months_after
from uitzicht.privacy.policies import policy_in_force
from uitzicht.privacy.sheets import month_end_until
from uitzicht.questionnaires.vocabulary import Area
from uitzicht.release.questions import INCLUSION, everywhere
from uitzicht.release.respondents import handle_of
from uitzicht.release.staff.tenure import SERVICE, Tenure, tenure_at_exit
from uitzicht.release.vocabulary import Source, Stratum

MENU = ("gender", "age", "tenure", "working_time", "contract")
STRATA = (Stratum.RESIGNATION.value, Stratum.OTHER.value)
VIEW_QUESTIONS = (
    "main_reason",
    "recommend",
    *(f"satisfaction.{area.value}" for area in Area),
    *(f"inclusion.{key}" for key in INCLUSION),
)

Label = str | Promise
Profile = dict[str, str]
_LABELS: dict[str, Label] = {
    "gender": pgettext_lazy("cut", "gender"),
    "age": pgettext_lazy("cut", "age"),
    "tenure": pgettext_lazy("cut", "years of service"),
    "working_time": pgettext_lazy("cut", "working time"),
    "contract": pgettext_lazy("cut", "kind of contract"),
}
_WORKING_TIME = {
    FULL_TIME: pgettext_lazy("working time", "full time"),
    PART_TIME: pgettext_lazy("working time", "part time"),
}
_NOT_KNOWN = pgettext_lazy("value of a cut", "not known")
_DECLARED: dict[str, tuple[str, ...]] = {
    "gender": tuple(gender.value for gender in Gender if gender.value),
    "age": AGE_BANDS,
    "tenure": TENURE_BANDS,
    "working_time": (FULL_TIME, PART_TIME),
    "contract": tuple(kind.value for kind in ContractKind if kind.value),
}
_ATTRIBUTES = (
    "departure__person__gender",
    "departure__person__birth_year",
    "departure__position__working_time",
    "departure__position__contract",
    *(f"departure__{field}" for field in SERVICE),
)


def menu(parameters: Parameters) -> tuple[Cut, ...]:
    """The cuts with the fewest people that a view bundle of each holds: as many as for sensitive groups, since a view is a
    cross with units, and with fewer hardly anything could be shown."""
    return tuple(Cut(key, parameters.k_sensitive) for key in MENU)


def profiles(handles: Collection[str], *, on: date) -> dict[str, Profile]:
    """Value by cut of everybody among ``handles`` whose answers still exist on this day: conversations, own answers and
    past exits. Who answered a follow-up is in a profile already; a card names nobody. Four queries."""
    tenure = tenure_at_exit()
    found = (*_of_conversations(tenure), *_alone(on, tenure), *_of_history())
    return {handle: profile for handle, profile in found if handle in handles}


def described(used: Iterable[tuple[str, str]]) -> list[dict[str, Any]]:
    """The menu as a release document states it. ``used``: (cut, value) of its views; an import may have bands of its own,
    which come after the declared ones."""
    seen = set(used)
    return [
        {
            "key": cut,
            "labels": everywhere(_LABELS[cut]),
            "values": [
                {"key": value, "labels": everywhere(_value_label(cut, value))}
                for value in _values(cut, [value for key, value in seen if key == cut])
            ],
        }
        for cut in MENU
    ]


def _values(cut: str, used: Collection[str]) -> Sequence[str]:
    declared = _DECLARED[cut]
    return [*declared, *sorted(value for value in used if value and value not in declared), ""]


def _value_label(cut: str, value: str) -> Label:
    match cut, value:
        case _, "":
            return _NOT_KNOWN
        case "gender", _:
            return Gender(value).label
        case "contract", _:
            return ContractKind(value).label
        case "working_time", _:
            return _WORKING_TIME[value]
        case "age", _:
            return _age_label(value)
    return _tenure_label(value)


def _age_label(band: str) -> Label:
    """Bands of full years: "-24", "25-34" (34 included) and "55+"."""
    first, _dash, last = band.removesuffix("+").partition("-")
    if not first:
        return format_lazy(_("{age} or younger"), age=last)
    if not last:
        return format_lazy(_("{age} or older"), age=first)
    return format_lazy(pgettext_lazy("age", "{first} to {last}"), first=first, last=last)


def _tenure_label(band: str) -> Label:
    """Bands of full years: "0-1", "2-5" (up to the day before five years) and "10+"."""
    first, _dash, last = band.removesuffix("+").partition("-")
    if not last:
        return format_lazy(_("{years} years or more"), years=first)
    if first == "0":
        return format_lazy(_("less than {years} years"), years=last) if last != "1" else _("less than one year")
    return format_lazy(pgettext_lazy("service", "{first} to {last} years"), first=first, last=last)


def _of_conversations(tenure: Tenure) -> Iterator[tuple[str, Profile]]:
    coded = Interview.objects.filter(status=InterviewStatus.CODED)
    for key, *attributes in coded.values_list("pk", *_ATTRIBUTES):
        yield handle_of(Source.CONVERSATION, key), _at_exit(tenure, *attributes)


def _alone(on: date, tenure: Tenure) -> Iterator[tuple[str, Profile]]:
    """Whose sheet is past its term handed in, but nothing is left of it."""
    kept_months = policy_in_force().retention_answers_months
    rows = HandedIn.objects.values_list("departure_id", "departure__ends_on", *_ATTRIBUTES)
    for key, ends_on, *attributes in rows:
        if on <= month_end_until(months_after(ends_on, kept_months)):
            yield handle_of(Source.OWN, key), _at_exit(tenure, *attributes)


def _of_history() -> Iterator[tuple[str, Profile]]:
    rows = PastExit.objects.values_list("pk", "gender", "age_band", "tenure_band", "working_time", "contract")
    for key, *values in rows:
        yield handle_of(Source.HISTORY, key), dict(zip(MENU, values, strict=True))


def _at_exit(
    tenure: Tenure,
    gender: str,
    birth_year: int | None,
    working_time: int | None,
    contract: str | None,
    *service: *tuple[UUID, date, date, date],
) -> Profile:
    """``working_time`` in percent and ``contract`` are those of the position at exit; None when it is gone. ``service``: as
    ``SERVICE``, which ends with the last day worked."""
    return {
        "gender": gender,
        "age": age_band(birth_year, service[-1]),
        "tenure": tenure(*service),
        "working_time": "" if working_time is None else FULL_TIME if working_time >= 100 else PART_TIME,
        "contract": contract or "",
    }
