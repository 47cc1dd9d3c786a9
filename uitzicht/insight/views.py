"""Insight: three questions, and a page for each measure. Every figure comes from a frozen release."""

from typing import Any, cast

from django.core.paginator import Paginator
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import get_language
from django.views.decorators.http import require_GET

from uitzicht.insight import asking, overview, queries, words
from uitzicht.insight.comparison import by_group, by_unit, in_no_group
from uitzicht.insight.earlier.asking import compared_with
from uitzicht.insight.earlier.pages import sections_of
from uitzicht.insight.labels import stratum_label
from uitzicht.insight.stories import STORIES, Story, experience, reasons
from uitzicht.insight.stories.section import Reading
from uitzicht.insight.vocabulary import View
from uitzicht.people.models import User
from uitzicht.release import queries as releases
from uitzicht.ui.access import allow

READERS = ("hr_lead", "leader", "guardian", "prevention")
PAGE_SIZE = 50


@allow(*READERS)
@require_GET
def insight(request: HttpRequest) -> HttpResponse:
    """Three questions; the prevention adviser, who reads two pages, begins on the first of those."""
    if not queries.may_read(cast(User, request.user), ""):
        return redirect("measure", queries.OF_PREVENTION[0])
    reading = _reading(request)
    if reading is None:
        return _nothing_yet(request)
    rooms = [
        ("experience", experience.summary(reading)),
        ("experience", experience.better(reading)),
        ("reasons", reasons.summary(reading)),
    ]
    context = {"rooms": [(name, sections[0]) for name, sections in rooms if sections], "current": "insight"}
    return render(request, "insight/start.html", _about(request, reading) | context)


@allow(*READERS)
@require_GET
def measure(request: HttpRequest, measure: str) -> HttpResponse:
    story, reading = _story(request, measure), _reading(request, measure)
    if reading is None:
        return _nothing_yet(request)
    context: dict[str, Any] = {"story": story, "current": measure}
    if story.counts_everybody and measure != "groups":  # half of that page is answers
        context |= {"lede": overview.everybody(), "again": ""}
    if reading.selection.view is View.UNITS:
        page = Paginator(reading.selection.units, PAGE_SIZE).get_page(request.GET.get("page"))
        context |= {"page": page, "comparison": by_unit(story, reading, list(page))}
    elif reading.selection.view is View.GROUPS and story.by_group:
        context |= {"tables": by_group(story, reading), "waiting": in_no_group(reading)}
    else:
        context["sections"] = sections_of(story, reading, compared_with(request.GET, measure, reading))
    return render(request, "insight/measure.html", _about(request, reading) | context)


def _story(request: HttpRequest, measure: str) -> Story:
    if measure not in STORIES or not queries.may_read(cast(User, request.user), measure):
        raise Http404
    return STORIES[measure]


def _reading(request: HttpRequest, story: str = "") -> Reading | None:
    if not request.GET.get("release") and not releases.numbers():
        return None
    units = queries.visible_units(cast(User, request.user), story)
    return asking.reading(request.GET, units, (get_language() or "nl")[:2], STORIES.get(story))


def _nothing_yet(request: HttpRequest) -> HttpResponse:
    return render(request, "insight/nothing_yet.html", {"any_release": bool(releases.numbers()), "again": _again()})


def _again() -> str:
    last = releases.latest()
    return overview.look_again(last.released_on if last else None, timezone.localdate())


def _about(request: HttpRequest, reading: Reading) -> dict[str, Any]:
    """What every page of insight needs: the menu, the numbers before the figures, the footer."""
    user, of, selection = cast(User, request.user), reading.published, reading.selection
    unit = selection.units[0] if selection.units else ""
    whole = selection.view is View.ORGANISATION
    return {
        "stories": {name: story for name, story in STORIES.items() if queries.may_read(user, name)},
        "sees_start": queries.may_read(user, ""),
        "kinds": asking.kinds(),
        "units": asking.units(of, reading.units, unit),
        "releases": releases.numbers(),
        "kind": selection.kind.value,
        "kind_label": stratum_label(selection.kind),
        "unit": unit,
        "view": selection.view.value,
        "by": selection.by,
        "cuts": asking.cuts(reading),
        "release": of.released,
        "sees_release": reading.units is None,  # a leader reads figures, not the desk they come from
        "released_on": words.long_date(of.released.released_on),
        "k": of.k,
        "bundles": of.bundles,
        "lede": overview.lede(reading) if whole else [],
        "again": _again() if whole and not overview.has_figures(reading) else "",
        "response": overview.response(reading),
        "certificate": words.certificate(of.released.certificate),
    }
