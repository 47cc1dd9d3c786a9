"""A plan for many, as tests make one: through the page."""

from django.urls import reverse

from uitzicht.planning.models import MassPlan


def propose(browser, departures, **more):
    chosen = {"departure": [str(one.pk) for one in departures]}
    sent = {"minutes": "60", "place_kind": "room", "place": "Kamer Vuurtoren"}
    return browser.post(reverse("many"), chosen | sent | more)


def a_plan(browser, departures, **more):
    propose(browser, departures, **more)
    return MassPlan.objects.get()


def page_of(browser, plan):
    return browser.get(reverse("many_plan", args=[plan.pk]))
