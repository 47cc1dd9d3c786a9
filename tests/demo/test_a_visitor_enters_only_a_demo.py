import pytest
from django.test import Client

from tests.cast import NOW
from uitzicht.demo.models import DemoMarker
from uitzicht.demo.vocabulary import DOORS
from uitzicht.people.vocabulary import Role
from uitzicht.privacy.models import AuditEntry

ROLES = [door.key for door in DOORS]
ACCOUNTS = [door.key for door in DOORS if door.role != Role.LEAVER]
PAGES = ["/demo/", "/demo/mail/", *(f"/demo/{role}/" for role in ROLES)]


def _mark():
    DemoMarker.objects.create(anchor_on=NOW.date(), made_at=NOW)


@pytest.mark.parametrize("address", PAGES)
def test_outside_demo_mode_there_is_no_such_page_even_with_the_mark(address, cast, demo_mode):
    _mark()
    demo_mode(False)
    assert Client().get(address).status_code == 404


@pytest.mark.parametrize("address", PAGES)
def test_without_the_mark_there_is_no_such_page_even_in_demo_mode(address, cast, demo_mode):
    demo_mode(True)
    assert Client().get(address).status_code == 404


@pytest.mark.parametrize("role", ROLES)
def test_nobody_is_signed_in_without_both(role, cast, demo_mode):
    address = f"/demo/{role}/"
    demo_mode(True)
    browser = Client()
    assert browser.post(address).status_code == 404
    _mark()
    demo_mode(False)
    assert browser.post(address).status_code == 404
    assert "_auth_user_id" not in browser.session


def test_each_role_is_one_click_away(filled, demo_mode):
    demo_mode(True)
    for role in ACCOUNTS:
        browser = Client(headers={"Accept-Language": "en"})
        response = browser.post(f"/demo/{role}/")
        assert (response.status_code, response["Location"]) == (302, "/")
        assert AuditEntry.objects.filter(
            action="demo.entered", subject=f"user:{browser.session['_auth_user_id']}"
        ).exists()


def test_looking_at_a_door_signs_nobody_in(filled, demo_mode):
    demo_mode(True)
    browser = Client(headers={"Accept-Language": "en"})
    page = browser.get("/demo/hr_lead/")
    assert "Enter as HR lead" in page.content.decode()
    assert "_auth_user_id" not in browser.session
    assert browser.get("/demo/").status_code == 200


def test_an_unknown_role_is_no_page(filled, demo_mode):
    demo_mode(True)
    assert Client().get("/demo/owner/").status_code == 404
