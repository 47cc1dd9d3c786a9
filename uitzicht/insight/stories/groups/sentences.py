"""Groups in words: a difference with its size and range, or why none can be told. Never a cause."""

from collections.abc import Sequence

from django.utils.translation import gettext as _
from django.utils.translation import ngettext, pgettext

from uitzicht.insight import words
from uitzicht.insight.groups.comparison import FEWEST_LEFT, About, Comparison, Result
from uitzicht.insight.groups.cuts import Cut
from uitzicht.insight.groups.leaving import FEWEST_EXPECTED, Leaving
from uitzicht.insight.rules import ENOUGH
from uitzicht.insight.vocabulary import Item
from uitzicht.ui.templatetags.ui import number


def result_label(result: Result | None) -> str:
    return {
        Result.DIFFERENT: pgettext("comparison", "difference shown"),
        Result.NOT_SHOWN: pgettext("comparison", "no difference shown"),
        Result.TOO_FEW: pgettext("comparison", "too few"),
        Result.TOO_COARSE: pgettext("comparison", "too coarse"),
        None: pgettext("comparison", "not compared"),
    }[result]


def counted(made: int, found: int) -> str:
    """How many comparisons were made, and how many are findings."""
    if made == 0:
        return _("Nothing could be compared yet: in no two groups are there enough people.")
    if found == 0:
        return ngettext(
            "{made} comparison was made, and it shows no difference. There may still be one.",
            "{made} comparisons were made, and none shows a difference. There may still be some.",
            made,
        ).format(made=made)
    if made == 1:
        return _("One comparison was made, and it shows a difference.")
    return ngettext(
        "Of {made} comparisons, {found} shows a difference.",
        "Of {made} comparisons, {found} show a difference.",
        found,
    ).format(made=made, found=found)


def cautions(made: int, found: int) -> list[str]:
    """What a difference does not mean."""
    if made == 0:
        return []
    corrected = _(
        "All comparisons are corrected together: of the differences shown, at most 5% are false alarms on average."
    )
    cause = _(
        "Groups also differ in length of service, unit and kind of work, so a difference says nothing about its cause."
    )
    return [corrected, cause] if found else [corrected]


def sooner(comparison: Comparison, cut: Cut, ends: Sequence[tuple[str, Item]]) -> str:
    """``ends``: the groups of whom most and least have resigned after the same years of service, with that share."""
    if comparison.result is Result.TOO_FEW:
        return ngettext(
            "Too few to compare: two groups with {enough} resignations are needed. {missing} more is needed.",
            "Too few to compare: two groups with {enough} resignations are needed. {missing} more are needed.",
            comparison.missing,
        ).format(enough=FEWEST_LEFT, missing=comparison.missing)
    if comparison.result is Result.NOT_SHOWN:
        return _("No group is shown to resign sooner than another. There may still be a difference.")
    if len(ends) < 2:
        return _("Difference shown: not all groups resign equally soon.")
    (first, one), (last, other) = ends
    return _(
        "Difference shown: after {years}, {share}% of “{group}” have not resigned (between {low}% and {high}%),"
        " and {other_share}% of “{other}” (between {other_low}% and {other_high}%)."
    ).format(
        years=one.label,
        group=cut.values[first],
        other=cut.values[last],
        **_share(one),
        **{f"other_{key}": text for key, text in _share(other).items()},
    )


def more_often(row: Leaving, cut: Cut) -> str:
    """How many times as often a group resigns as all others: only where a difference is shown."""
    ratio, group = row.ratio, cut.values[row.value]
    if ratio is None or row.others is None:
        return ""
    values = {"group": group, "low": number(ratio.interval.low, 1), "high": number(ratio.interval.high, 1)}
    if row.rate.events == 0:
        return _("Difference shown: nobody of “{group}” resigned, at most {high} times as often as all others.").format(
            **values | {"high": number(ratio.interval.high, 2)}
        )
    if ratio.value is None:
        return _(
            "Difference shown: only people of “{group}” resigned, at least {low} times as often as all others."
        ).format(**values)
    pattern = (
        _(
            "Difference shown: “{group}” resigns {ratio} times as often as all others (between {low} and {high}):"
            " {rate}% a year, against {others}%."
        )
        if ratio.value > 1
        else _(
            "Difference shown: “{group}” resigns less often, {ratio} times as often as all others"
            " (between {low} and {high}): {rate}% a year, against {others}%."
        )
    )
    digits = 1 if ratio.value > 1 else 2
    values |= {key: number(getattr(ratio.interval, key), digits) for key in ("low", "high")}
    rates = {"rate": number(100 * row.rate.value, 1), "others": number(100 * row.others.value, 1)}
    return pattern.format(ratio=number(ratio.value, digits), **values, **rates)


def no_rate_differs(comparisons: Sequence[Comparison]) -> str:
    """No group is shown to resign more or less often, or there are too few to tell."""
    if any(one.result is Result.NOT_SHOWN for one in comparisons):
        return _("No group is shown to resign more often or less often. There may still be a difference.")
    return _(
        "Too few to compare: at the rate of everybody, fewer than {enough} resignations would be expected in a group"
        " or in all others."
    ).format(enough=FEWEST_EXPECTED)


def left_out(labels: Sequence[str]) -> str:
    """Groups whose rate is not compared; "" when all are."""
    if not labels:
        return ""
    return _("Too small to compare: {groups}.").format(groups=", ".join(f"“{label}”" for label in labels))


def answers(comparison: Comparison, topic: str) -> str:
    """Why no difference is told about answers; of a difference only that there is one."""
    match comparison.result:
        case Result.DIFFERENT:
            return _("Difference shown for “{topic}”.").format(topic=topic)
        case Result.NOT_SHOWN:
            return _("No difference shown for “{topic}”. There may still be one.").format(topic=topic)
        case Result.TOO_COARSE:
            return _(
                "Too coarse to tell about “{topic}”: too many figures are shown as ranges. The smaller the group,"
                " the coarser the number."
            ).format(topic=topic)
    return ngettext(
        "Too few to compare “{topic}”: two groups with {enough} answers are needed. {missing} more answer is needed.",
        "Too few to compare “{topic}”: two groups with {enough} answers are needed. {missing} more answers are needed.",
        comparison.missing,
    ).format(topic=topic, enough=ENOUGH, missing=comparison.missing)


def shares_apart(answer: str, ends: Sequence[tuple[str, Item]], strength: float) -> str:
    """The answer that groups give most unequally. ``strength``: Cramér's V of all answers together."""
    (group, one), (other, least) = ends
    pattern = _(
        "Farthest apart: “{answer}”, {share}% of “{group}” (between {low}% and {high}%) and {other_share}% of “{other}”"
        " (between {other_low}% and {other_high}%). As a whole the difference is {strength}."
    )
    return pattern.format(
        answer=answer,
        group=group,
        other=other,
        strength=_strength(strength),
        **_share(one),
        **{f"other_{key}": text for key, text in _share(least).items()},
    )


def means_apart(topic: str, ends: Sequence[tuple[str, Item]]) -> str:
    """The two groups that rate one question most unequally."""
    (group, one), (other, least) = ends
    return _(
        "Difference shown for “{topic}”: “{group}” {mean} out of 5 (between {low} and {high}), “{other}” {other_mean}"
        " (between {other_low} and {other_high})."
    ).format(
        topic=topic,
        group=group,
        other=other,
        **_mean(one),
        **{f"other_{key}": text for key, text in _mean(least).items()},
    )


def in_no_view(people: int, labels: Sequence[str], k: int) -> list[str]:
    """Who is released but stands in no group of this cut, and why."""
    found = []
    if labels:
        groups = ", ".join(f"“{label}”" for label in labels)
        found.append(_("Not shown: {groups}.").format(groups=groups))
    if people:
        pattern = ngettext(
            "{people} person stands in no group here: together with other figures that would speak of fewer than {k}"
            " people. They do count in the figures of their unit.",
            "{people} people stand in no group here: together with other figures that would speak of fewer than {k}"
            " people. They do count in the figures of their unit.",
            people,
        )
        found.append(pattern.format(people=people, k=k))
    return found


def question_of(about: About) -> str:
    return {
        About.SOONER: _("Do they leave sooner?"),
        About.MORE_OFTEN: _("Do they leave more often?"),
        About.REASONS: _("Do they leave for other reasons?"),
        About.INCLUSION: _("Did they feel safe, at home, valued?"),
    }[about]


def _share(item: Item) -> dict[str, str]:
    found = {"share": words.points(item.share or 0)}
    return found | (words.ends(item.interval) if item.interval else {"low": "", "high": ""})


def _mean(item: Item) -> dict[str, str]:
    interval = item.interval
    ends = {"low": number(interval.low, 1), "high": number(interval.high, 1)} if interval else {"low": "", "high": ""}
    return {"mean": words.item_value(item)} | ends


def _strength(cramers_v: float) -> str:
    """In words, by the usual borders (Cohen 1988)."""
    if cramers_v < 0.2:
        return pgettext("strength of a difference", "small")
    return (
        pgettext("strength of a difference", "medium")
        if cramers_v < 0.4
        else pgettext("strength of a difference", "large")
    )
