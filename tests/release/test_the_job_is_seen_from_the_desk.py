"""The release job is a process of its own: the browser sees how far it is, can stop it, and reads why nothing came of it."""

from collections.abc import Callable
from datetime import timedelta

import pytest
from django.db import IntegrityError, transaction
from django.test import Client
from django.utils import timezone

from tests.cast import Cast
from tests.release import here
from tests.release.leavers import left_before
from uitzicht.core.refusal import Refusal
from uitzicht.privacy.models import AuditEntry
from uitzicht.release import runs
from uitzicht.release.job import perform
from uitzicht.release.models import Bundle, Release, Run, RunState

SignedIn = Callable[[str], Client]
BY = "Noor <noor@havenlicht.example>"


@pytest.fixture
def not_yet(monkeypatch: pytest.MonkeyPatch) -> None:
    """The job is asked for and has not begun."""
    monkeypatch.setattr(here, "run", lambda pk: None)


def test_the_hr_lead_freezes_and_lands_on_the_report_of_the_attack(house: Cast, signed_in: SignedIn) -> None:
    left_before(60, 4)
    page = signed_in("hr_lead").post("/releases/run/", follow=True)
    made = Release.objects.get()
    assert page.redirect_chain[-1] == (f"/releases/{made.number}/", 302)
    assert "Withstood." in page.content.decode()
    assert made.certificate in page.content.decode()
    assert made.frozen_by == house.hr_lead.signature


def test_a_refusal_is_read_where_the_bar_was_and_freezes_nothing(house: Cast, signed_in: SignedIn) -> None:
    page = signed_in("hr_lead").post("/releases/run/", follow=True).content.decode()
    assert "No release was made" in page
    assert "No release is possible yet." in page
    assert "release.too_few" in page
    assert not Release.objects.exists()


@pytest.mark.usefixtures("not_yet")
def test_while_it_lasts_the_page_shows_a_bar_and_reloads_without_script(house: Cast, signed_in: SignedIn) -> None:
    left_before(60, 4)
    signed_in("hr_lead").post("/releases/run/")
    run = Run.objects.get()
    runs.telling(run.pk)("counter-worlds", 5, 10)
    page = signed_in("guardian").get(f"/releases/run/{run.pk}/").content.decode()
    assert 'value="75"' in page
    assert '<noscript><meta http-equiv="refresh"' in page
    assert "/stop/" not in page
    assert "See how far it is" in signed_in("hr_lead").get("/releases/").content.decode()


@pytest.mark.usefixtures("not_yet")
def test_two_starts_at_once_are_refused(house: Cast, signed_in: SignedIn) -> None:
    left_before(60, 4)
    desk = signed_in("hr_lead")
    assert desk.post("/releases/run/").status_code == 302
    second = desk.post("/releases/run/")
    assert second.status_code == 422
    assert "release.running" in second.content.decode()
    assert Run.objects.count() == 1
    with pytest.raises(IntegrityError), transaction.atomic():
        Run.objects.create(started_by=BY, started_at=timezone.now(), beat_at=timezone.now())


@pytest.mark.usefixtures("not_yet")
def test_a_job_that_was_asked_to_stop_freezes_nothing_and_says_so(house: Cast, signed_in: SignedIn) -> None:
    left_before(60, 4)
    desk = signed_in("hr_lead")
    desk.post("/releases/run/")
    run = Run.objects.get()
    desk.post(f"/releases/run/{run.pk}/stop/")
    desk.post(f"/releases/run/{run.pk}/stop/")
    assert AuditEntry.objects.filter(action="release.stopped").count() == 1
    report = runs.telling(run.pk)
    with pytest.raises(Refusal):
        report("facts", 0, 1)
    perform(run.pk)
    assert not Release.objects.exists()
    assert not Bundle.objects.exists()
    page = desk.get(f"/releases/run/{run.pk}/").content.decode()
    assert "Stopped on request." in page
    assert "noscript" not in page


@pytest.mark.django_db
def test_a_job_that_was_killed_is_noticed_and_does_not_stand_in_the_way() -> None:
    at = timezone.now()
    killed = Run.objects.create(started_by=BY, started_at=at, beat_at=at - 2 * runs.STALE)
    assert not runs.is_alive(killed, at=at)
    assert runs.running(at=at) is None
    started = runs.start_run(by=BY, at=at)
    assert runs.running(at=at) == started


@pytest.mark.usefixtures("not_yet")
def test_the_page_of_a_killed_job_says_where_to_look(house: Cast, signed_in: SignedIn) -> None:
    left_before(60, 4)
    signed_in("hr_lead").post("/releases/run/")
    run = Run.objects.get()
    Run.objects.update(beat_at=timezone.now() - runs.STALE - timedelta(seconds=1))
    page = signed_in("hr_lead").get(f"/releases/run/{run.pk}/").content.decode()
    assert "The work stopped without saying why." in page


def test_a_fault_in_the_job_ends_its_run(house: Cast, monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(**values: object) -> None:
        raise RuntimeError("out of memory")

    monkeypatch.setattr("uitzicht.release.services.make_release", broken)
    run = runs.start_run(by=BY, at=timezone.now())
    with pytest.raises(RuntimeError):
        perform(run.pk)
    run.refresh_from_db()
    assert run.state == RunState.DIED


@pytest.mark.django_db
def test_the_bar_never_goes_back_and_holds_no_counts() -> None:
    run = runs.start_run(by=BY, at=timezone.now())
    report = runs.telling(run.pk)
    shares = []
    for step, done, total in [
        ("facts", 0, 1),
        ("linear programmes", 3, 4),
        ("counter-worlds", 1, 400),
        ("other", 1, 2),
    ]:
        report(step, done, total)
        run.refresh_from_db()
        shares.append(run.share)
    assert shares == sorted(shares)
    assert run.step == "counter-worlds"
