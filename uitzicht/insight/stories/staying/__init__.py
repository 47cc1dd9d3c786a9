"""How long do people stay? From the staff list, for the whole organisation."""

from collections.abc import Sequence

from django.utils.translation import gettext as _

from uitzicht.insight import words
from uitzicht.insight.measures.staying import Steps, by_kind, of_everybody
from uitzicht.insight.measures.turnover import observed_from
from uitzicht.insight.stories.section import Reading, Section
from uitzicht.insight.stories.staying import sentences
from uitzicht.insight.stories.staying.drawings import FEWEST_DRAWN, MOST_KINDS, leaving, stays
from uitzicht.insight.stories.staying.years import of_kinds, of_stays
from uitzicht.insight.tables import Table


def sections(reading: Reading) -> list[Section]:
    of = reading.published
    if of.root not in reading.selection.units:
        return [_elsewhere()]
    found, since = of_everybody(of), observed_from(of)
    if found is None or since is None:
        return [_not_yet()]
    about = _("From the staff list, counted from {date} on. Who works here counts for as long as they have been here.")
    stay = _stays(found["leavers"], found["steps"], about.format(date=words.long_date(since)))
    return [stay, *_kinds(by_kind(of), found["steps"])]


def by_unit(_reading: Reading, _units: Sequence[str]) -> Table | None:
    """None: a curve for each unit would rest on too few people."""
    return None


def _question() -> str:
    return _("How long do people stay?")


def _elsewhere() -> Section:
    finding = _("How long people stay is told for the whole organisation only.")
    return Section("staying", _question(), _("In a single unit, too few people leave for a curve."), finding)


def _not_yet() -> Section:
    finding = _("Not known yet: nobody in the staff list of this release is known to have left.")
    about = _(
        "Length of stay is counted from the staff list. Import it with the people who left, register departures,"
        " and make a release: the next one has it."
    )
    return Section("staying", _question(), about, finding)


def _stays(leavers: int, steps: Steps, about: str) -> Section:
    finding, *more = sentences.half(leavers, steps)
    caption = _(
        "Line: share still here. Tint: 95% range at each moment. Numbers: people observed at that length of service;"
        " drawn as far as there are {n}."
    )
    return Section(
        "staying",
        _question(),
        about,
        finding,
        (*more, *sentences.early(steps), _("This is how it was. It says nothing about how long one person will stay.")),
        stays(steps, _question(), sentences.after_years(steps)),
        caption.format(n=FEWEST_DRAWN),
        of_stays(steps),
    )


def _kinds(kinds: dict[str, Steps], steps: Steps) -> list[Section]:
    """Ways to leave, the most frequent in the end first."""
    ordered = dict(sorted(kinds.items(), key=lambda row: -row[1][-1][1]))
    finding = sentences.most_frequent(ordered)
    if not finding:
        return []
    more = [
        _(
            "The ways to leave and the people still here add up to everybody: who left in one way cannot leave in another."
        )
    ]
    if len(ordered) > MOST_KINDS:
        more.append(_("The drawing shows the {n} most frequent; the table has all of them.").format(n=MOST_KINDS))
    question = _("In which way do people leave, and when?")
    return [
        Section(
            "leaving",
            question,
            _("Of everybody who is hired, the share that has left in each way by then."),
            finding,
            tuple(more),
            leaving(ordered, steps, question),
            _("Line: share that has left in that way. The table has the 95% ranges."),
            of_kinds(ordered),
        )
    ]
