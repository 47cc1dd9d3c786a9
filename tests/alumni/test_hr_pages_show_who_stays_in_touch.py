import csv
import io
from datetime import timedelta

import pytest
from django.core import mail
from django.urls import reverse
from django.utils import timezone

from tests.alumni.cases import BY, confirmed, joined, left, one_of_each, sent_letter
from uitzicht.alumni import services
from uitzicht.alumni.models import Newsletter, Opening, Referral
from uitzicht.people.models import Person
from uitzicht.privacy.models import AuditEntry

HR_PAGES = (
    *("alumni", "alumni_returned", "alumni_openings", "alumni_referrals", "alumni_newsletters"),
    "alumni_newsletter_new",
)
TODAY = timezone.localdate()


@pytest.fixture
def hr(signed_in):
    return signed_in("hr_lead")


@pytest.fixture
def members(cast):
    jan = left(cast.colleague, days=400)
    confirmed(jan, "openings", email="jan@post.example", would_return="perhaps")
    confirmed(left(cast.leaver, days=5), "news", phone="0470 1", would_recommend="yes")
    confirmed(left(cast.another_person(unit=cast.techniek, first_name="Aya"), days=50), email="aya@post.example")


def names(response):
    return [member.departure.person.first_name for member, *_rest in response.context["rows"]]


@pytest.mark.parametrize("role", ["interviewer", "leader", "guardian", "admin", "prevention", "outsider", ""])
@pytest.mark.parametrize("page", HR_PAGES)
def test_nobody_else_sees_them(signed_in, members, role, page):
    assert signed_in(role).get(reverse(page)).status_code in (302, 404)
    response = signed_in(role).get(reverse(page), follow=True)
    assert "jan@post.example" not in response.content.decode()


@pytest.mark.parametrize("role", ["interviewer", "leader", "guardian", "admin", "prevention", "outsider"])
def test_nobody_else_opens_or_changes_one_of_anything(signed_in, cast, role):
    opening, newsletter, referral = one_of_each(cast.colleague)
    browser = signed_in(role)
    for name, pk in (
        ("alumni_opening", opening.pk),
        ("alumni_referral", referral.pk),
        ("alumni_newsletter", newsletter.pk),
        ("alumni_newsletter_change", newsletter.pk),
        ("alumni_newsletter_send", newsletter.pk),
    ):
        assert browser.get(reverse(name, args=[pk])).status_code == 404
        assert browser.post(reverse(name, args=[pk]), {"do": "remove"}).status_code == 404
    assert browser.post(reverse("alumni_export")).status_code == 404
    assert Opening.objects.exists()
    assert Newsletter.objects.get().sent_at is None


@pytest.mark.parametrize("page", HR_PAGES)
def test_the_hr_lead_opens_every_page_when_it_is_empty(hr, cast, page):
    assert hr.get(reverse(page)).status_code == 200


def test_the_list_shows_what_they_chose_and_told(hr, members):
    page = hr.get(reverse("alumni")).content.decode()
    for text in ("jan@post.example", "sofie.thuis@post.example", "0470 1", "might come back", "would recommend us"):
        assert text in page


def test_who_did_not_confirm_is_on_no_page(hr, cast):
    joined(left(cast.leaver))
    page = hr.get(reverse("alumni")).content.decode()
    assert "Sofie" not in page
    assert "Nobody is in touch yet" in page


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ("", ["Aya", "Sofie", "Jan"]),
        ("?sort=-left", ["Sofie", "Aya", "Jan"]),
        ("?sort=left", ["Jan", "Aya", "Sofie"]),
        ("?q=mart", ["Sofie"]),
        ("?interest=openings", ["Jan"]),
        ("?interest=nonsense&since=x&unit=x&sort=x", ["Aya", "Sofie", "Jan"]),
    ],
)
def test_it_can_be_searched_filtered_and_sorted(hr, members, query, found):
    assert names(hr.get(reverse("alumni") + query)) == found


def test_it_can_be_filtered_by_unit_and_by_when_they_left(hr, members, cast):
    assert names(hr.get(reverse("alumni"), {"unit": cast.techniek.pk})) == ["Aya"]
    assert names(hr.get(reverse("alumni"), {"unit": cast.terminal.pk})) == ["Sofie", "Jan"]
    assert names(hr.get(reverse("alumni"), {"since": TODAY - timedelta(days=60)})) == ["Aya", "Sofie"]


def test_the_export_is_the_list_and_is_written_down(hr, members):
    response = hr.post(reverse("alumni_export") + "?interest=openings")
    rows = list(csv.reader(io.StringIO(response.content.decode("utf-8-sig"))))
    assert [row[0] for row in rows[1:]] == ["Jan"]
    assert "jan@post.example" in rows[1]
    line = AuditEntry.objects.get(action="alumni.exported")
    assert line.detail == {"count": 1}
    assert hr.get(reverse("alumni_export")).status_code == 405


def test_a_cell_that_looks_like_a_formula_stays_text(hr, cast):
    confirmed(left(cast.leaver), phone="+32 470 1")
    cells = next(
        csv.reader(io.StringIO(hr.post(reverse("alumni_export")).content.decode("utf-8-sig").split("\n", 1)[1]))
    )
    assert "'+32 470 1" in cells


def test_the_number_of_statements_does_not_grow(hr, cast, django_assert_max_num_queries):
    for number in range(12):
        confirmed(left(cast.another_person()), "news", email=f"m{number}@post.example")
    with django_assert_max_num_queries(7):
        hr.get(reverse("alumni"))
    with django_assert_max_num_queries(12):
        hr.post(reverse("alumni_export"))


def test_the_guardian_sees_counts_and_no_name(signed_in, members):
    page = signed_in("guardian").get(reverse("alumni_counts")).content.decode()
    assert "3 former colleagues are in touch" in page
    for text in ("Jan", "Sofie", "post.example", reverse("alumni_newsletters")):
        assert text not in page
    for role in ("admin", "leader", "interviewer", "prevention"):
        assert signed_in(role).get(reverse("alumni_counts")).status_code == 404


def test_an_opening_is_set_changed_and_taken_away(hr, cast):
    values = {"title": "Kraanman", "from_on": "2026-03-01", "until_on": "2026-02-01"}
    assert hr.post(reverse("alumni_openings"), values).status_code == 422
    assert not Opening.objects.exists()
    hr.post(reverse("alumni_openings"), values | {"until_on": "2026-04-01", "unit": cast.techniek.pk})
    opening = Opening.objects.get()
    hr.post(reverse("alumni_opening", args=[opening.pk]), values | {"title": "Kraanvrouw", "until_on": ""})
    opening.refresh_from_db()
    assert (opening.title, opening.unit, opening.until_on) == ("Kraanvrouw", None, None)
    hr.post(reverse("alumni_opening", args=[opening.pk]), {"do": "remove"})
    assert not Opening.objects.exists()
    actions = set(AuditEntry.objects.values_list("action", flat=True))
    assert {"alumni.opening_set", "alumni.opening_removed"} <= actions


@pytest.mark.parametrize("link", ["javascript:alert(1)", "no link"])
def test_an_opening_links_to_pages_only(hr, cast, link):
    values = {"title": "Kraanman", "from_on": "2026-03-01", "link": link}
    assert hr.post(reverse("alumni_openings"), values).status_code == 422


def test_a_newsletter_is_written_looked_at_and_sent(hr, members):
    mail.outbox.clear()
    values = {"interest": "news", "subject_nl": "Nieuws", "text_nl": "De kade is <vernieuwd>."}
    response = hr.post(reverse("alumni_newsletter_new"), values)
    newsletter = Newsletter.objects.get()
    page = hr.get(response["Location"]).content.decode()
    assert "De kade is &lt;vernieuwd&gt;." in page
    assert "1 former colleague chose this" in page
    assert not mail.outbox, "nothing leaves before it is said so"
    hr.post(reverse("alumni_newsletter_change", args=[newsletter.pk]), values | {"subject_nl": "Nieuws van mei"})
    hr.post(reverse("alumni_newsletter_send", args=[newsletter.pk]))
    assert [message.subject for message in mail.outbox] == ["Nieuws van mei"]
    assert "De kade is <vernieuwd>." in mail.outbox[0].body
    assert hr.get(reverse("alumni_newsletter_change", args=[newsletter.pk])).status_code == 404
    assert (
        "Everybody who chose this has it" in hr.get(reverse("alumni_newsletter", args=[newsletter.pk])).content.decode()
    )


@pytest.mark.parametrize(
    "values",
    [
        {"interest": "news"},
        {"interest": "news", "text_nl": "Zonder titel"},
        {"interest": "news", "subject_fr": "Des nouvelles", "text_fr": "Le quai."},
        {"interest": "gossip", "subject_nl": "x", "text_nl": "y"},
    ],
)
def test_a_newsletter_that_is_not_whole_is_not_kept(hr, cast, values):
    assert hr.post(reverse("alumni_newsletter_new"), values).status_code == 422
    assert not Newsletter.objects.exists()


def test_a_subject_of_two_lines_makes_no_header(hr, members):
    sent_letter(
        {"nl": {"subject": "Nieuws\nBcc: x@y.example", "text": "Hallo"}}, interest="news", by=BY, at=timezone.now()
    )
    assert mail.outbox[-1].subject == "Nieuws Bcc: x@y.example"
    assert mail.outbox[-1].recipients() == ["sofie.thuis@post.example"]


def test_a_referral_counts_by_year_and_names_no_applicant(hr, cast):
    left(cast.leaver, days=10)
    values = {"on": TODAY.isoformat(), "who": "Sofie Martens"}
    hr.post(reverse("alumni_referrals"), values)
    hr.post(reverse("alumni_referrals"), {"on": TODAY.isoformat(), "who": "1004"})
    sofie, jan = Referral.objects.get(by_person=cast.leaver), Referral.objects.get(by_person=cast.colleague)
    assert (sofie.by_alumnus, jan.by_alumnus) == (True, False)
    hr.post(reverse("alumni_referral", args=[sofie.pk]), values | {"hired_on": TODAY.isoformat()})
    (year,) = hr.get(reverse("alumni_referrals")).context["years"]
    assert (year.year, year.referrals, year.by_alumni, year.hired) == (TODAY.year, 2, 1, 1)


@pytest.mark.parametrize(
    "change", [{"who": "Nobody Here"}, {"who": "Persoon Dubbel"}, {"hired_on": "2020-01-01"}, {"on": ""}]
)
def test_a_referral_that_is_not_clear_is_refused(hr, cast, change):
    Person.objects.filter(pk__in=[cast.another_person().pk for _ in range(2)]).update(last_name="Dubbel")
    values = {"on": TODAY.isoformat(), "who": "1004"} | change
    assert hr.post(reverse("alumni_referrals"), values).status_code == 422
    assert not Referral.objects.exists()


def test_by_whom_is_forgotten_after_two_years_and_the_count_stays(hr, cast):
    for on in (TODAY - timedelta(days=740), TODAY):
        services.set_referral(None, on=on, by_person=cast.colleague, unit=None, hired_on=None, by=BY, at=timezone.now())
    services.end_over(by="the night", at=timezone.now())
    assert [referral.by_person for referral in Referral.objects.order_by("on")] == [None, cast.colleague]
    page = hr.get(reverse("alumni_referral", args=[Referral.objects.get(by_person=None).pk]))
    assert page.status_code == 200
