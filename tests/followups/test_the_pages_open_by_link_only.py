import re

import pytest
from django.core import mail
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from tests.followups.cases import BY, link_in_last_mail, mailed_today, stop_link_in_last_mail, token_in_last_mail
from uitzicht.departures.consents import consents_of
from uitzicht.followups.models import FollowUp
from uitzicht.followups.services import send_due
from uitzicht.privacy.knocking import MISSES_A_MINUTE
from uitzicht.privacy.models import AuditEntry, SealedSheet
from uitzicht.privacy.release_key import open_sheets
from uitzicht.questionnaires import content
from uitzicht.questionnaires.services import publish_version

PART_2 = "/later/part/2/"
HAND_IN = "/later/hand-in/"


@pytest.fixture
def follow_up(cast):
    publish_version(content.load(1), by=BY, at=timezone.now())
    return mailed_today(cast.leaver)


@pytest.fixture
def link(follow_up):
    return link_in_last_mail()


@pytest.fixture
def leaver(link):
    """A browser whose door is open."""
    browser = Client()
    browser.post(link)
    return browser


def answer(browser, number, go="next", **values):
    return browser.post(f"/later/part/{number}/", {"go": go} | {key.replace("__", "."): v for key, v in values.items()})


def test_opening_the_link_uses_nothing_and_names_nobody(follow_up, link):
    response = Client().get(link)
    page = response.content.decode()
    assert response.status_code == 200
    assert "Hoe kijk je nu terug?" in page
    assert "Sofie" not in page
    assert "later" not in response.cookies
    follow_up.refresh_from_db()
    assert follow_up.sealed_draft is None


def test_the_door_opens_by_post_and_no_address_holds_the_secret_after_it(link):
    browser = Client()
    response = browser.post(link)
    assert response["Location"] == "/later/part/1/"
    cookie = response.cookies["later"]
    assert cookie["path"] == "/later/"
    assert cookie["httponly"]
    assert cookie["samesite"] == "Lax"
    page = browser.get("/later/part/1/").content.decode()
    assert token_in_last_mail() not in page


def test_the_promise_follows_the_settings(link):
    page = Client().get(link).content.decode()
    for text in ("minstens 5 mensen", "24 maanden", "Geen collega"):
        assert text in page


@pytest.mark.parametrize(
    "address", ["/later/part/1/", HAND_IN, "/later/unknown/", "/later/unknown/stop/", "/later/1.x/stop/"]
)
def test_without_a_link_that_fits_every_page_is_the_same_closed_one(follow_up, address):
    response = Client().get(address)
    assert response.status_code == 404
    assert response.content == Client().get("/later/nothing/").content


def test_expired_stopped_and_answered_links_look_like_an_unknown_one(link):
    unknown = Client().get("/later/unknown/").content
    long_ago = timezone.localdate().replace(year=2020)
    for change in ({"due_on": long_ago}, {"stopped_at": timezone.now()}, {"answered_on": long_ago}):
        before = FollowUp.objects.values(*change).get()
        FollowUp.objects.update(**change)
        response = Client().get(link)
        assert response.status_code == 404
        assert response.content == unknown
        FollowUp.objects.update(**before)
    assert Client().get(link).status_code == 200


def test_guessing_is_slowed_down_for_the_guesser_only(link):
    guesser, leaver = Client(REMOTE_ADDR="192.0.2.1"), Client(REMOTE_ADDR="192.0.2.2")
    answers = [guesser.get(f"/later/guess-{number}/").status_code for number in range(MISSES_A_MINUTE)]
    assert set(answers[:-1]) == {404}
    assert answers[-1] == guesser.get(link).status_code == 429
    assert leaver.get(link).status_code == 200


def test_nothing_is_kept_by_a_cache(leaver, link):
    for address in (link, "/later/part/1/", HAND_IN, "/later/thanks/", stop_link_in_last_mail()):
        assert "no-store" in leaver.get(address)["Cache-Control"], address


@pytest.mark.parametrize(
    ("language", "text"),
    [("fr", "Les raisons de votre départ"), ("en", "Why you left"), ("de", "Warum Sie gegangen sind")],
)
def test_a_language_chosen_once_stays(leaver, language, text):
    leaver.get("/later/part/1/", {"language": language})
    response = leaver.get("/later/part/1/")
    assert text in response.content.decode()
    assert response["Content-Language"] == language


def test_every_question_may_be_skipped(leaver):
    total = leaver.get("/later/part/1/").context["total"]
    for number in range(1, total):
        assert answer(leaver, number)["Location"] == f"/later/part/{number + 1}/"
    assert answer(leaver, total)["Location"] == HAND_IN


def test_what_was_chosen_is_there_again_on_another_device(leaver, link):
    answer(leaver, 1, reason__1="terms.pay", force__1="pull", given__follow_up__avoidable="x")
    values = {"reason.1": "terms.pay", "force.1": "pull", "given.follow_up.avoidable": "partly", "go": "next"}
    leaver.post("/later/part/1/", values)
    other = Client()
    assert other.post(link)["Location"] == PART_2
    page = other.get("/later/part/1/").content.decode()
    assert re.search(r'value="terms.pay" selected', page)
    assert re.search(r'value="partly" checked', page)


def test_previous_goes_back_and_saves_too(leaver):
    response = leaver.post(PART_2, {"given.content.satisfaction": "4", "go": "previous"})
    assert response["Location"] == "/later/part/1/"
    assert re.search(r'value="4" checked', leaver.get(PART_2).content.decode())


def test_a_script_saves_without_leaving_the_page(leaver, follow_up):
    response = leaver.post(PART_2, {"given.content.satisfaction": "4", "go": "stay"})
    assert (response.status_code, response.content) == (204, b"")
    follow_up.refresh_from_db()
    assert follow_up.revision == 1


def test_an_answer_can_be_taken_back(leaver):
    leaver.post(PART_2, {"given.content.satisfaction": "4"})
    leaver.post(PART_2, {"given.content.satisfaction": ""})
    assert not re.search(r'value="\d" checked', leaver.get(PART_2).content.decode())


def test_the_same_reason_twice_is_refused_and_stays_on_the_page(leaver, follow_up):
    response = leaver.post("/later/part/1/", {"reason.1": "terms.pay", "reason.2": "terms.pay", "go": "next"})
    assert response.status_code == 422
    assert response.content.decode().count('value="terms.pay" selected') == 2
    assert response.context["problem"].code == "interview.reasons_ranking"
    follow_up.refresh_from_db()
    assert follow_up.sealed_draft is None


def test_handing_in_thanks_closes_the_door_and_ends_the_link(leaver, link, follow_up):
    leaver.post(PART_2, {"given.content.satisfaction": "4"})
    revision = leaver.get(HAND_IN).context["follow_up"].revision
    response = leaver.post(HAND_IN, {"revision": revision}, follow=True)
    assert response.redirect_chain == [("/later/thanks/", 302)]
    assert "verzegeld" in response.content.decode()
    for address in (link, "/later/part/1/", HAND_IN):
        assert leaver.get(address).status_code == 404
    ((_, handed_in),) = open_sheets("follow_up")
    assert handed_in["answers"] == {"content.satisfaction": {"notes": "", "score": 4, "choice": None}}


def test_thanks_come_in_the_language_that_was_chosen(leaver):
    leaver.get(PART_2, {"language": "de"})
    leaver.post(PART_2, {"given.content.satisfaction": "4"})
    response = leaver.post(HAND_IN, {"revision": 1}, follow=True)
    assert "Danke" in response.content.decode()


def test_handing_in_nothing_is_not_offered_and_is_refused(leaver):
    assert b"<form" not in leaver.get(HAND_IN).content
    assert leaver.post(HAND_IN, {"revision": 0}).status_code == 422
    assert not SealedSheet.objects.exists()


def test_a_stale_page_hands_in_nothing(leaver):
    leaver.post(PART_2, {"given.content.satisfaction": "4"})
    leaver.post(PART_2, {"given.content.satisfaction": "1"})
    assert leaver.post(HAND_IN, {"revision": 1}).status_code == 422
    assert not SealedSheet.objects.exists()


def test_a_page_left_open_while_the_link_closed_saves_nothing(leaver, follow_up):
    FollowUp.objects.update(stopped_at=timezone.now())
    assert leaver.post(PART_2, {"given.content.satisfaction": "4"}).status_code == 404


def test_no_form_is_taken_from_another_site(link):
    strict = Client(enforce_csrf_checks=True)
    assert strict.post(link).status_code == 403
    assert strict.post(PART_2, {"given.content.satisfaction": "4"}).status_code == 403


def test_stopping_asks_first_and_takes_one_click(follow_up):
    address, browser = stop_link_in_last_mail(), Client()
    assert browser.get(address).status_code == 200
    follow_up.refresh_from_db()
    assert follow_up.stopped_at is None
    assert "geen mails meer" in browser.post(address).content.decode()
    follow_up.refresh_from_db()
    assert follow_up.stopped_at
    assert follow_up.token_hash == ""
    assert consents_of(follow_up.departure) == set()


def test_a_mail_service_stops_by_itself(follow_up):
    message = mail.outbox[-1]
    address = message.extra_headers["List-Unsubscribe"].strip("<>").removeprefix("http://127.0.0.1:8000")
    assert message.extra_headers["List-Unsubscribe-Post"] == "List-Unsubscribe=One-Click"
    service = Client(enforce_csrf_checks=True)
    assert service.post(address, {"List-Unsubscribe": "One-Click"}).status_code == 200
    follow_up.refresh_from_db()
    assert follow_up.stopped_at


def test_the_link_that_stops_opens_no_answers(follow_up):
    token = stop_link_in_last_mail().split("/")[2]
    assert Client().post(f"/later/{token}/").status_code == 404


def test_the_first_mail_can_still_stop_after_a_reminder(follow_up, leaver):
    first = stop_link_in_last_mail()
    send_due(by=BY, at=timezone.now() + timezone.timedelta(days=10))
    assert len(mail.outbox) == 2
    assert Client().post(first).status_code == 200
    follow_up.refresh_from_db()
    assert follow_up.stopped_at


def test_stopping_destroys_what_was_begun_and_again_changes_nothing(leaver, follow_up):
    leaver.post(PART_2, {"given.content.satisfaction": "4"})
    for _ in range(2):
        assert leaver.post(stop_link_in_last_mail()).status_code == 200
    follow_up.refresh_from_db()
    assert follow_up.sealed_draft is None
    assert AuditEntry.objects.filter(action="follow_up.stopped").count() == 1
    assert leaver.get(PART_2).status_code == 404


def test_stopping_after_handing_in_leaves_the_sheet(leaver, follow_up):
    leaver.post(PART_2, {"given.content.satisfaction": "4"})
    leaver.post(HAND_IN, {"revision": 1})
    leaver.post(stop_link_in_last_mail())
    follow_up.refresh_from_db()
    assert follow_up.answered_on
    assert follow_up.stopped_at is None
    assert SealedSheet.objects.count() == 1


def test_no_answer_and_no_secret_enters_trail_log_or_mail(leaver, link, caplog):
    answers = {"reason.1": "terms.pay", "force.1": "pull", "given.follow_up.avoidable": "partly"}
    assert leaver.post("/later/part/1/", answers).status_code == 302
    assert leaver.post(HAND_IN, {"revision": 1}).status_code == 302
    trail = [f"{line.subject} {line.detail}" for line in AuditEntry.objects.all()]
    log = [record.getMessage() for record in caplog.records]
    mails = [message.body for message in mail.outbox]
    for secret in ("terms.pay", "partly"):
        assert not [line for line in trail + log + mails if secret in line]
    assert not [line for line in trail + log if token_in_last_mail() in line]


def test_a_screen_takes_few_statements(leaver, django_assert_max_num_queries):
    with django_assert_max_num_queries(8):
        leaver.get(PART_2)
    with django_assert_max_num_queries(12):
        leaver.post(PART_2, {"given.content.satisfaction": "4"})


def test_addresses_are_the_ones_in_the_mail(follow_up, link):
    assert reverse("follow_up_door", args=[token_in_last_mail()]) == link
