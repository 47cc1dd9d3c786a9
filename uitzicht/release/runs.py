"""Runs of the release job: one at a time, told about while they last, and stopped on request before anything is frozen."""

import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from datetime import datetime, timedelta

from django.db import IntegrityError, OperationalError, connection, transaction
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from uitzicht.core.refusal import Refusal
from uitzicht.privacy import audit
from uitzicht.privacy.policies import policy_in_force
from uitzicht.release.approval import ensure_approved
from uitzicht.release.models import Release, Run, RunState
from uitzicht.release.proposal import propose
from uitzicht.ui.templatetags.ui import clock

Progress = Callable[[str, int, int], None]
STEPS = {
    "facts": _("Gather who answered and has left"),
    "views": _("Certify breakdowns from the sizes of groups"),
    "totals": _("Add up the answers of each bundle"),
    "protection": _("Make figures coarse where they could give somebody away"),
    "counter-worlds": _("Test attack: seek other answers that give the same figures"),
    "linear programmes": _("Test attack: solve the figures as equations"),
}
STALE = timedelta(minutes=1)
BEAT = 5.0  # seconds
TELL = 0.5  # seconds
STOPPED = "release.stopped"


def is_alive(run: Run, *, at: datetime) -> bool:
    """Whether the job still gives a sign of life; one that was killed gives none."""
    return run.state == RunState.RUNNING and at - run.beat_at < STALE


def running(*, at: datetime) -> Run | None:
    """The run under way."""
    return next((run for run in Run.objects.filter(state=RunState.RUNNING) if is_alive(run, at=at)), None)


def start_run(*, by: str, at: datetime) -> Run:
    """Announce a run. Refuses while another one is alive, and what the settings want approved first."""
    if policy_in_force().second_approval:
        ensure_approved(propose(timezone.localdate(at)))
    other = running(at=at)
    if other is not None:
        raise _already(other)
    try:
        with transaction.atomic():
            Run.objects.exclude(state=RunState.RUNNING, beat_at__gt=at - STALE).delete()
            return Run.objects.create(started_by=by, started_at=at, beat_at=at)
    except IntegrityError as fault:
        raise _already(Run.objects.get(state=RunState.RUNNING)) from fault


def steps_of(run: Run) -> list[tuple[object, str]]:
    """Each step in words with its mark: "full" when done, "half" now, "" still to come."""
    here = list(STEPS).index(run.step) if run.step in STEPS else 0
    return [
        (words, "full" if place < here else "half" if place == here else "")
        for place, words in enumerate(STEPS.values())
    ]


@transaction.atomic
def stop_run(run: Run, *, by: str, at: datetime) -> None:
    """Ask the job to stop. It does so at its next step; what is being frozen already is frozen."""
    if Run.objects.filter(pk=run.pk, state=RunState.RUNNING, stop_asked=False).update(stop_asked=True):
        audit.record("release.stopped", by=by, at=at, subject=f"run:{run.pk}")


def telling(pk: int) -> Progress:
    """What the job reports, as the bar at the screen. Raises the Refusal ``release.stopped`` when somebody asked for it."""
    told, last = 0.0, ""

    def report(step: str, done: int, total: int) -> None:
        nonlocal told, last
        now = time.monotonic()
        if step == last and now - told < TELL:
            return
        told, last = now, step
        run = Run.objects.get(pk=pk)
        if run.stop_asked:
            raise Refusal(STOPPED, _("Stopped on request. Nothing was frozen and nothing changed."))
        run.step = step if step in STEPS else run.step
        run.share, run.beat_at = max(run.share, _share(step, done, total)), timezone.now()
        run.save(update_fields=["step", "share", "beat_at"])

    return report


@contextmanager
def heartbeat(pk: int) -> Iterator[None]:
    """A sign of life beside the work, however long one step takes."""
    over = threading.Event()

    def beat() -> None:
        while not over.wait(BEAT):
            with suppress(OperationalError):  # a busy database: the next beat makes up for it
                Run.objects.filter(pk=pk).update(beat_at=timezone.now())
        connection.close()

    beats = threading.Thread(target=beat, daemon=True)
    beats.start()
    try:
        yield
    finally:
        over.set()
        beats.join()


def end_frozen(pk: int, release: Release) -> None:
    Run.objects.filter(pk=pk).update(state=RunState.FROZEN, release=release, share=100)


def end_refused(pk: int, refusal: Refusal) -> None:
    state = RunState.STOPPED if refusal.code == STOPPED else RunState.REFUSED
    Run.objects.filter(pk=pk).update(state=state, refusal=str(refusal), refusal_code=refusal.code)


def end_dead(pk: int) -> None:
    """The job is over and did not say how."""
    Run.objects.filter(pk=pk, state=RunState.RUNNING).update(state=RunState.DIED)


def _share(step: str, done: int, total: int) -> int:
    """Percent of the way, each step an equal part of it; what is not among the steps moves nothing."""
    if step not in STEPS:
        return 0
    return int(100 * (list(STEPS).index(step) + done / max(total, 1)) / len(STEPS))


def _already(run: Run) -> Refusal:
    return Refusal(
        "release.running",
        _(
            "A release is being made already: {who} started it at {time}. Wait until it is ready, or stop it; the release desk shows how far it is."
        ),
        who=run.starter,
        time=clock(run.started_at),
    )
