from datetime import timedelta

from django.urls import reverse

from tests.followups.cases import DUE, mailed, planned
from uitzicht.followups.models import FollowUp


def several(cast, count, *, answered=0, stopped=0):
    for _ in range(count):
        planned(cast.another_person(first_name="Xenia", private_email="someone@example.org"))
    ids = list(FollowUp.objects.values_list("pk", flat=True))
    FollowUp.objects.filter(pk__in=ids[:answered]).update(answered_on=DUE)
    FollowUp.objects.filter(pk__in=ids[answered : answered + stopped]).update(stopped_at="2026-10-01T08:00Z")


def page_of(client):
    return client.get(reverse("follow_ups")).content.decode()


def test_counts_stand_by_quarter_and_small_ones_are_not_shown(cast, signed_in):
    several(cast, 9, answered=6, stopped=3)
    page = page_of(signed_in("hr_lead"))
    assert "Quarter 3, 2026" in page
    assert '<td class="figure">9</td>' in page
    assert '<td class="figure">6</td>' in page
    assert page.count("fewer than 5") == 2  # sent and stopped


def test_no_name_and_no_address_is_shown(cast, signed_in):
    several(cast, 6, answered=5)
    mailed(cast.leaver)
    page = page_of(signed_in("guardian"))
    for text in ("Xenia", "Sofie", "example.org"):
        assert text not in page


def test_nobody_else_sees_them(signed_in):
    for role in ("interviewer", "leader", "admin", "outsider"):
        assert signed_in(role).get(reverse("follow_ups")).status_code == 404


def test_who_has_no_account_signs_in_first(signed_in):
    assert signed_in("").get(reverse("follow_ups")).status_code == 302


def test_the_page_says_when_there_is_none_yet(signed_in):
    assert "No follow-up is planned yet" in page_of(signed_in("hr_lead"))


def test_more_follow_ups_take_no_more_statements(cast, signed_in, django_assert_max_num_queries):
    several(cast, 7)
    FollowUp.objects.filter(pk__in=list(FollowUp.objects.values_list("pk", flat=True)[:3])).update(
        due_on=DUE + timedelta(days=200)
    )
    client = signed_in("hr_lead")
    with django_assert_max_num_queries(8):
        page_of(client)
