import re

import pytest

PLACES = {
    "hr_lead": {"/staff/import/", "/administration/settings/"},
    "guardian": {"/administration/settings/", "/administration/audit/"},
    "admin": {"/staff/import/", "/administration/users/", "/administration/settings/", "/administration/audit/"},
}


@pytest.mark.parametrize("who", PLACES)
def test_administration_leads_only_to_what_the_role_may_open(signed_in, who):
    browser = signed_in(who)
    page = browser.get("/administration/").content.decode()
    links = set(re.findall(r'href="(/(?:staff/import|administration/\w+)/)"', page))
    assert links == PLACES[who]
    assert {browser.get(link).status_code for link in links} == {200}


@pytest.mark.parametrize("who", ["interviewer", "leader", "outsider"])
def test_others_do_not_find_it(signed_in, who):
    browser = signed_in(who)
    for address in (
        "/administration/",
        "/staff/",
        "/staff/import/",
        "/staff/import/example.csv",
        "/administration/users/",
    ):
        assert browser.get(address).status_code == 404
