from django.conf import settings
from django.test import Client
from django.urls import reverse


def _signed_in(user):
    client = Client(headers={"Accept-Language": "de"})
    client.force_login(user)
    return client


def test_an_account_is_spoken_to_in_its_own_language_on_a_new_device(cast):
    cast.hr_lead.language = "fr"
    cast.hr_lead.save()
    assert '<html lang="fr">' in _signed_in(cast.hr_lead).get(reverse("today")).content.decode()


def test_the_switch_under_the_page_wins_and_stays_with_the_account(cast):
    client = _signed_in(cast.hr_lead)
    client.post(reverse("set_language"), {"language": "en", "next": "/"})
    assert client.cookies[settings.LANGUAGE_COOKIE_NAME].value == "en"
    assert '<html lang="en">' in client.get(reverse("today")).content.decode()
    cast.hr_lead.refresh_from_db()
    assert cast.hr_lead.language == "en"


def test_a_visitor_is_spoken_to_in_the_language_of_their_browser(db):
    page = Client(headers={"Accept-Language": "de"}).get(reverse("account_login"))
    assert '<html lang="de">' in page.content.decode()
