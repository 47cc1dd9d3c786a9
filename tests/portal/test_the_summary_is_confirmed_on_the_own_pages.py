from datetime import timedelta

import pytest
from django.urls import reverse
from django.utils import timezone

from tests.departures.cases import BY
from uitzicht.interviews import services
from uitzicht.interviews.models import Interview, SummaryShare
from uitzicht.interviews.queries import read_summary

TEXT = "Kanarie-9120: fijn team, te weinig uitdaging."
BESIDE = "Kanarie-9121: het team was fijn tot de laatste maand."


@pytest.fixture
def interview(sofie):
    interview = services.open_interview(sofie.departure.appointment, by=BY, at=timezone.now())
    services.save_summary(interview, TEXT, revision=0, by=BY, at=timezone.now())
    services.finish_interview(interview, by=BY, at=timezone.now())
    interview.refresh_from_db()
    return interview


@pytest.fixture
def sent(interview):
    services.send_summary(interview, by=BY, at=timezone.now())
    return interview


@pytest.fixture
def confirmed(sent):
    services.confirm_summary(sent, by="leaver", at=timezone.now())
    return sent


def page(sofie):
    return sofie.get(reverse("my_summary")).content.decode()


def test_before_it_is_sent_there_is_nothing_to_read(sofie, interview):
    assert TEXT not in page(sofie)
    assert "no summary to read yet" in page(sofie)
    sofie.post(reverse("my_summary_confirm"))
    interview.refresh_from_db()
    assert interview.summary_confirmed_at is None


def test_it_is_read_and_confirmed(sofie, sent):
    assert TEXT in page(sofie)
    assert sofie.post(reverse("my_summary_confirm"))["Location"] == reverse("my_summary")
    sent.refresh_from_db()
    assert sent.summary_confirmed_where == "pages"
    assert reverse("my_summary_confirm") not in page(sofie)


def test_what_the_leaver_says_otherwise_stands_beside_it(sofie, sent):
    assert sofie.post(reverse("my_summary_correct"), correction=BESIDE).status_code == 302
    assert TEXT in page(sofie)
    assert BESIDE in page(sofie)
    sent.refresh_from_db()
    assert read_summary(sent).text == TEXT


def test_after_the_last_day_to_correct_what_was_typed_is_not_lost(sofie, sent):
    Interview.objects.update(summary_sent_at=timezone.now() - timedelta(days=20))
    assert reverse("my_summary_correct") not in page(sofie)
    response = sofie.post(reverse("my_summary_correct"), correction=BESIDE)
    assert response.status_code == 200
    sent.refresh_from_db()
    assert read_summary(sent).correction == ""


def test_only_a_confirmed_summary_can_be_shared(sofie, sent, cast):
    assert reverse("my_summary_share") not in page(sofie)
    sofie.post(reverse("my_summary_share"), readers=[cast.leader.pk])
    assert not SummaryShare.objects.exists()


def test_readers_are_chosen_by_name_and_taken_back(sofie, confirmed, cast):
    assert "Noor Verlinden, HR lead" in page(sofie)
    sofie.post(reverse("my_summary_share"), readers=[cast.leader.pk])
    share = SummaryShare.objects.get()
    assert (share.reader, share.revoked_at) == (cast.leader, None)
    assert "Els Maes" in page(sofie)
    sofie.post(reverse("my_summary_revoke", args=[cast.leader.pk]))
    share.refresh_from_db()
    assert share.revoked_at is not None


@pytest.mark.parametrize("who", ["outsider", "interviewer", "admin"])
def test_nobody_else_can_be_made_a_reader(sofie, confirmed, cast, who):
    sofie.post(reverse("my_summary_share"), readers=[getattr(cast, who).pk])
    assert not SummaryShare.objects.exists()


def test_taking_back_what_was_not_given_changes_nothing(sofie, confirmed, cast):
    assert sofie.post(reverse("my_summary_revoke", args=[cast.leader.pk])).status_code == 302
    assert not SummaryShare.objects.exists()


def test_an_erased_summary_says_that_it_is_erased(sofie, confirmed):
    Interview.objects.update(sealed_summary=None, notes_erased_on=timezone.localdate())
    assert "has been erased" in page(sofie)
