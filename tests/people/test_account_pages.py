import re

from django.test import Client

from tests.cast import Cast
from uitzicht.people.models import User


def test_a_new_account_gets_a_password_that_is_shown_once_and_works(cast: Cast, signed_in):
    answer = signed_in("admin").post(
        "/administration/users/add/",
        {
            "email": "Jan@Havenlicht.example",
            "name": "Jan Peeters",
            "employee_number": cast.colleague.employee_number,
            "language": "fr",
            "roles": ["leader", "interviewer"],
            "units": [cast.terminal.pk],
        },
    )
    assert answer.status_code == 200
    assert answer["Cache-Control"] == "no-store"
    password = re.search(r'<code class="long">(.+?)</code>', answer.content.decode())
    assert password
    assert Client().login(email="jan@havenlicht.example", password=password[1])
    user = User.objects.get(email="jan@havenlicht.example")
    assert (user.person, user.language, user.roles) == (cast.colleague, "fr", {"leader", "interviewer"})


def test_a_form_with_faults_says_what_to_do_and_makes_nothing(cast: Cast, signed_in):
    browser, before = signed_in("admin"), User.objects.count()
    said = {"name": "X", "language": "nl", "email": "x@example.org"}
    faults = [
        {"email": cast.hr_lead.email},
        {"employee_number": "no such number"},
        {"employee_number": cast.hr_lead.person.employee_number},
        {"roles": ["leader"]},
        {"roles": ["leaver"]},
    ]
    for fault in faults:
        answer = browser.post("/administration/users/add/", said | fault)
        assert answer.status_code == 422, fault
        assert 'aria-invalid="true"' in answer.content.decode(), fault
    assert User.objects.count() == before
    assert browser.post("/administration/users/add/", said).status_code == 200


def test_roles_are_changed_on_the_page_of_the_account(cast: Cast, signed_in):
    page = f"/administration/users/{cast.outsider.pk}/"
    signed_in("admin").post(page, {"do": "roles", "roles": ["leader"], "units": [cast.techniek.pk]})
    assert set(cast.outsider.grants.values_list("role", "unit_id")) == {("leader", cast.techniek.pk)}
    assert signed_in("admin").post(page, {"do": "roles", "roles": ["leader"]}).status_code == 422


def test_the_last_administrator_is_told_why_they_stay(cast: Cast, signed_in):
    answer = signed_in("admin").post(f"/administration/users/{cast.admin.pk}/", {"do": "deactivate"})
    assert answer.status_code == 422
    assert "user.last_admin" in answer.content.decode()
    cast.admin.refresh_from_db()
    assert cast.admin.is_active


def test_an_account_is_closed_and_opened_again(cast: Cast, signed_in):
    page = f"/administration/users/{cast.outsider.pk}/"
    for do, active in (("deactivate", False), ("activate", True)):
        assert signed_in("admin").post(page, {"do": do}).status_code == 302
        cast.outsider.refresh_from_db()
        assert cast.outsider.is_active is active


def test_the_list_of_accounts_costs_the_same_for_many(cast: Cast, signed_in, django_assert_max_num_queries):
    browser = signed_in("admin")
    for n in range(50):
        User.objects.create_user(f"u{n}@example.org", None, name=f"U{n}", language="nl")
    with django_assert_max_num_queries(10):
        browser.get("/administration/users/")


def test_accounts_are_found_by_name_and_address(cast: Cast, signed_in):
    page = signed_in("admin").get("/administration/users/", {"q": "ria"}).content.decode()
    assert "Ria Smeets" in page
    assert "Bram Nijs" not in page
