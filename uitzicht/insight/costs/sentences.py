"""What a careful analyst would say about cost: the finding, its range, what is not in it. Whole sentences, active language."""

from datetime import timedelta

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from uitzicht.insight import words
from uitzicht.insight.costs.estimate import Estimate
from uitzicht.insight.costs.euros import about, rounded
from uitzicht.insight.costs.page import CostPage
from uitzicht.insight.costs.rules import EVERYBODY
from uitzicht.insight.costs.vocabulary import SEPARATE, CostKey
from uitzicht.ui.templatetags.ui import number, percent


def result(page: CostPage) -> list[str]:
    """The cost of the exits, or of one exit; then what belongs beside it."""
    if page.total is None:
        return [_no_line_holds(page)]
    found = [_of_exits(page, page.total) if not page.of_one_exit else _of_one(page, page.total)]
    return [*found, *_beside(page), *_undesired(page)]


def scenario(page: CostPage) -> list[str]:
    """What fewer undesired exits would save; why it cannot be said where it cannot."""
    if page.exits is None or page.total is None:
        return []
    many = sum(page.exits.undesired.values())
    share = percent(page.fewer / 100)
    if many == 0:
        return [_("No exit of this period is known as undesired, so there is nothing to save on.")]
    if page.undesired is None:
        return [_("No line holds for the undesired exits, so there is nothing to save on.")]
    if page.saved is None:
        pattern = ngettext(
            "{share} of {many} undesired exit is less than half an exit: there is nothing to add up.",
            "{share} of {many} undesired exits is less than half an exit: there is nothing to add up.",
            many,
        )
        return [pattern.format(share=share, many=number(many))]
    pattern = ngettext(
        "{share} fewer undesired exits is {less} exit less, and saves {cost}.",
        "{share} fewer undesired exits is {less} exits less, and saves {cost}.",
        page.saved_exits,
    )
    return [
        pattern.format(share=share, less=number(page.saved_exits), cost=_cost(page.saved)),
        _("This says nothing about which action brings that about, nor what the action costs."),
    ]


def _no_line_holds(page: CostPage) -> str:
    if page.family == EVERYBODY:
        return _("No line holds for these exits: only single job families have lines. Choose one of them.")
    return _("No line holds for {family} yet.").format(family=page.family)


def _of_exits(page: CostPage, total: Estimate) -> str:
    pattern = ngettext(
        "{count} exit in {period} cost {cost}.",
        "{count} exits in {period} cost {cost}.",
        page.covered,
    )
    if page.family != EVERYBODY:
        pattern = ngettext(
            "{family}: {count} exit in {period} cost {cost}.",
            "{family}: {count} exits in {period} cost {cost}.",
            page.covered,
        )
    period = page.exits.period if page.exits else ""
    return pattern.format(count=number(page.covered), period=period, cost=_cost(total), family=page.family)


def _of_one(page: CostPage, total: Estimate) -> str:
    if page.family == EVERYBODY:
        return _("One exit costs {cost}.").format(cost=_cost(total))
    return _("{family}: one exit costs {cost}.").format(cost=_cost(total), family=page.family)


def _cost(of: Estimate) -> str:
    """ "about €38,000, between €26,000 and €51,000"; without a range where no line has one."""
    if rounded(of.interval.low) == rounded(of.interval.high):
        return _("about {mean}").format(mean=about(of.mean))
    pattern = _("about {mean}, between {low} and {high}")
    return pattern.format(mean=about(of.mean), low=about(of.interval.low), high=about(of.interval.high))


def _beside(page: CostPage) -> list[str]:
    return [*filter(None, [_why_one(page), _part_year(page), _average(page), _no_range(page), *_left_out(page)])]


def _why_one(page: CostPage) -> str:
    if page.exits is not None:
        return _("Nobody left in {period}.").format(period=page.exits.period) if page.of_one_exit else ""
    if page.release is None:
        return _("How many left is known after the first release; then the total stands here.")
    if page.family == EVERYBODY:
        return _("This release holds no figures on turnover, so there is no total.")
    return _("This release does not count exits by job family, so there is no total.")


def _part_year(page: CostPage) -> str:
    if page.exits is None or page.exits.is_whole_year or page.of_one_exit:
        return ""
    last = page.exits.end - timedelta(days=1)
    pattern = _("{period} is not a whole year here: it runs from {first} to {last}.")
    return pattern.format(period=page.exits.period, first=words.long_date(page.exits.first), last=words.long_date(last))


def _average(page: CostPage) -> str:
    if page.of_one_exit or page.per_exit is None or page.covered < 2:
        return ""
    return _("That is {cost} for one exit.").format(cost=_("about {mean}").format(mean=about(page.per_exit.mean)))


def _no_range(page: CostPage) -> str:
    if page.total is None or rounded(page.total.interval.low) != rounded(page.total.interval.high):
        return ""
    return _(
        "The lines have the same amount for low and high, so there is no range. Hardly anybody knows a cost that well."
    )


def _left_out(page: CostPage) -> list[str]:
    found = []
    keys = {line.key for line in page.weights}
    if page.not_counted:
        pattern = ngettext(
            "{counted} of the {all} lines is counted. A line that is not counted is not zero: the real cost may be higher.",
            "{counted} of the {all} lines are counted. A line that is not counted is not zero: the real cost may be higher.",
            len(keys),
        )
        found.append(pattern.format(counted=number(len(keys)), all=number(len(SEPARATE))))
    elif CostKey.WHOLE in keys:
        found.append(_("One amount stands for the whole exit; which line weighs most is not known."))
    if page.exits and (rest := page.exits.total - page.covered) and not page.of_one_exit:
        pattern = ngettext(
            "{rest} exit in a job family without lines is not counted.",
            "{rest} exits in job families without lines are not counted.",
            rest,
        )
        found.append(pattern.format(rest=number(rest)))
    return found


def _undesired(page: CostPage) -> list[str]:
    if page.exits is None or page.of_one_exit:
        return []
    found, many = [], sum(page.exits.undesired.values())
    if many and page.undesired:
        pattern = ngettext(
            "{count} of these exits was undesired: {cost}.",
            "{count} of these exits were undesired: {cost}.",
            many,
        )
        found.append(pattern.format(count=number(many), cost=_cost(page.undesired)))
    if page.exits.undecided:
        pattern = ngettext(
            "For {count} exit nobody decided whether it was desired.",
            "For {count} exits nobody decided whether they were desired.",
            page.exits.undecided,
        )
        found.append(pattern.format(count=number(page.exits.undecided)))
    return found
