from datetime import date

import pytest
from django.urls import reverse
from django.utils import timezone

from tests.cast import NOW
from tests.departures.cases import BY
from tests.offboarding.cases import from_today, refused
from uitzicht.offboarding.models import Property
from uitzicht.offboarding.services import hand_out, strike_out, take_back, undo_return
from uitzicht.privacy.models import AuditEntry


@pytest.fixture
def laptop(cast):
    return hand_out(cast.leaver, kind="laptop", label="LT-7", on=date(2024, 1, 8), by=BY, at=NOW)


def test_a_thing_comes_back_with_name_time_and_condition(laptop):
    take_back(laptop, signed_by="Sofie Martens", condition="kras op het deksel", by=BY, at=NOW)
    laptop.refresh_from_db()
    assert (laptop.returned_at, laptop.signed_by, laptop.taken_by) == (NOW, "Sofie Martens", BY)
    assert laptop.condition == "kras op het deksel"


def test_it_comes_back_once(laptop):
    take_back(laptop, signed_by="Sofie Martens", condition="", by=BY, at=NOW)
    with refused("property.back_already"):
        take_back(laptop, signed_by="Somebody", condition="", by=BY, at=NOW)
    with refused("property.back_already"):
        strike_out(laptop, by=BY, at=NOW)


def test_a_mistake_can_be_undone_and_the_trail_keeps_both(laptop):
    take_back(laptop, signed_by="Sofie Martens", condition="", by=BY, at=NOW)
    undo_return(laptop, by=BY, at=NOW)
    laptop.refresh_from_db()
    assert (laptop.returned_at, laptop.signed_by) == (None, "")
    actions = list(AuditEntry.objects.order_by("-id").values_list("action", flat=True)[:2])
    assert actions == ["property.return_undone", "property.came_back"]


def test_what_was_never_handed_out_is_struck_out(laptop):
    strike_out(laptop, by=BY, at=NOW)
    assert not Property.objects.exists()


def test_the_page_adds_takes_back_and_undoes(cast, signed_in):
    departure = from_today(cast).departure
    browser, address = signed_in("hr_lead"), reverse("property_register", args=[departure.pk])
    browser.post(address, {"kind": "badge", "label": "B-12", "on": "2022-05-02"})
    badge = Property.objects.get()
    assert (badge.person, badge.handed_out_on) == (cast.leaver, date(2022, 5, 2))
    assert "1 thing is still out" in browser.get(address).content.decode()
    refused_page = browser.post(address, {"thing": badge.pk, "do": "back", "signed_by": ""})
    assert refused_page.context["back"].errors["signed_by"]
    browser.post(address, {"thing": badge.pk, "do": "back", "signed_by": "Sofie Martens", "condition": "goed"})
    page = browser.get(address).content.decode()
    assert "Everything is back" in page
    assert "Signed by Sofie Martens" in page
    assert "taken by Noor Verlinden" in page
    browser.post(address, {"thing": badge.pk, "do": "undo"})
    badge.refresh_from_db()
    assert badge.returned_at is None


def test_a_thing_of_somebody_else_is_out_of_reach(cast, signed_in):
    departure = from_today(cast).departure
    other = hand_out(cast.colleague, kind="key", label="", on=None, by=BY, at=timezone.now())
    address = reverse("property_register", args=[departure.pk])
    signed_in("hr_lead").post(address, {"thing": other.pk, "do": "back", "signed_by": "X"})
    other.refresh_from_db()
    assert other.returned_at is None
