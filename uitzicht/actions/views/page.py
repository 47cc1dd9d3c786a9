"""The page of one action, and everything that is done there."""

from typing import Any

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from uitzicht.actions import queries, rules, services
from uitzicht.actions.effect import measured
from uitzicht.actions.effect.vocabulary import Effectiveness
from uitzicht.actions.findings import figure
from uitzicht.actions.forms import ChangeForm, HandOverForm, MoveForm, NoteForm, StepForm
from uitzicht.actions.models import Action, Step
from uitzicht.actions.views.listing import READERS
from uitzicht.actions.vocabulary import FINISHED, OPEN, State
from uitzicht.core.refusal import Refusal
from uitzicht.insight.labels import stratum_label
from uitzicht.insight.queries import visible_units
from uitzicht.insight.stories import STORIES
from uitzicht.insight.vocabulary import Kind
from uitzicht.people.queries import unit_tree
from uitzicht.people.request import AccountRequest
from uitzicht.people.vocabulary import Role
from uitzicht.ui.access import allow

WORKERS = (Role.HR_LEAD, Role.LEADER)


@allow(*READERS)
@require_safe
def action(request: AccountRequest, pk: int) -> HttpResponse:
    found = get_object_or_404(queries.visible_to(request.user), pk=pk)
    on = timezone.localdate()
    steps, state = list(queries.steps_of(found)), State(found.state)
    units = visible_units(request.user)
    works = queries.workable_by(request.user).filter(pk=pk).exists()
    effect = None if state == State.DROPPED else measured(found, on=on, units=units)
    context = {
        "action": found,
        "works": works,
        "open": state in OPEN,
        "overdue": rules.is_overdue(state, found.due_on, on),
        "today": on,
        "sentence": figure.sentence(found.finding),
        "figure": figure.label(found.before),
        "value": figure.value(found.measure, found.question, found.before),
        "aim": figure.direction_words(found.direction),
        "kind": stratum_label(Kind(found.kind)),
        "story": STORIES.get(found.story),
        "reads_finding": units is None or found.unit in units,
        "steps": steps,
        "steps_done": sum(step.done_on is not None for step in steps),
        "effect": effect,
        "told_first": state in FINISHED,
        "tells": request.user.has_role(Role.HR_LEAD),
        "sees_all": units is None,
        "log": queries.log_of(found),
    }
    return render(request, "actions/action.html", context | (_forms(found, effect) if works else {}))


@allow(*WORKERS)
@require_http_methods(["GET", "HEAD", "POST"])
def action_change(request: AccountRequest, pk: int) -> HttpResponse:
    found = _workable(request, pk)
    initial = {"title": found.title, "due_on": found.due_on, "cost": found.cost and int(found.cost)}
    form = ChangeForm(request.POST or None, initial=initial)
    if form.is_valid():
        services.change_action(found, **form.cleaned_data, by=request.user.signature, at=timezone.now())
        messages.success(request, _("Kept."))
        return redirect("action", pk)
    return render(request, "actions/change.html", {"form": form, "action": found})


@allow(*WORKERS)
@require_POST
def action_move(request: AccountRequest, pk: int) -> HttpResponse:
    found, form = _workable(request, pk), MoveForm(request.POST)
    if not form.is_valid():
        messages.error(
            request, _("Nothing was changed. Choose one of the buttons, and a day as it stands in a calendar.")
        )
        return redirect("action", pk)
    said = dict(form.cleaned_data)
    to = said.pop("to")
    if _done(request, services.move_action, found, to, **said):
        messages.success(request, _("“{title}” goes on to “{state}”.").format(title=found.title, state=State(to).label))
    return redirect(f"{reverse('actions')}?view=board") if "back" in request.POST else redirect("action", pk)


@allow(*WORKERS)
@require_POST
def action_hand_over(request: AccountRequest, pk: int) -> HttpResponse:
    found = _workable(request, pk)
    form = HandOverForm(request.POST, owners=_owners(found))
    if not form.is_valid():
        messages.error(request, _("Choose who becomes the owner."))
    elif _done(request, services.hand_over, found, root=_root(), **form.cleaned_data):
        messages.success(request, _("{name} is the owner now.").format(name=form.cleaned_data["owner"].name))
        if not queries.visible_to(request.user).filter(pk=pk).exists():
            return redirect("actions")
    return redirect("action", pk)


@allow(*WORKERS)
@require_POST
def action_note(request: AccountRequest, pk: int) -> HttpResponse:
    found, form = _workable(request, pk), NoteForm(request.POST)
    if form.is_valid() and _done(request, services.write_note, found, form.cleaned_data["note"]):
        messages.success(request, _("The note stands in the log."))
    return redirect("action", pk)


@allow(*WORKERS)
@require_POST
def action_step_add(request: AccountRequest, pk: int) -> HttpResponse:
    found, form = _workable(request, pk), StepForm(request.POST)
    if form.is_valid():
        said = form.cleaned_data
        _done(request, services.add_step, found, said["text"], due_on=said["due_on"])
    else:
        messages.error(request, _("A step needs a few words, at most 200 characters."))
    return _to_steps(pk)


@allow(*WORKERS)
@require_POST
def action_step(request: AccountRequest, pk: int, step: int) -> HttpResponse:
    """``do``: finish, reopen or remove."""
    one = get_object_or_404(queries.steps_of(_workable(request, pk)).select_related("action"), pk=step)
    does = {"finish": services.finish_step, "reopen": services.reopen_step, "remove": services.remove_step}
    if verb := does.get(request.POST.get("do", "")):
        _done(request, verb, one)
    return _to_steps(pk)


def _done(request: AccountRequest, verb: Any, what: Action | Step, *said: Any, **more: Any) -> bool:
    """Whether the service did it; a refusal becomes a message on the page that the reader came from."""
    try:
        verb(what, *said, **more, by=request.user.signature, at=timezone.now())
    except Refusal as refusal:
        messages.error(request, str(refusal))
        return False
    return True


def _forms(found: Action, effect: Effectiveness | None) -> dict[str, Any]:
    verdict = effect.state if effect else ""
    return {
        "moves": [after for after in rules.by_hand(found.state) if rules.may_be_confirmed(after, verdict)],
        "move": MoveForm(initial={"effective_on": timezone.localdate()}),
        "hand_over": HandOverForm(owners=_owners(found).exclude(pk=found.owner_id)),
        "step_form": StepForm(),
        "note": NoteForm(),
    }


def _workable(request: AccountRequest, pk: int) -> Action:
    return get_object_or_404(queries.workable_by(request.user), pk=pk)


def _owners(found: Action) -> Any:
    return queries.owners(found.unit, _root())


def _root() -> str:
    return str(unit_tree().root_id)


def _to_steps(pk: int) -> HttpResponse:
    return redirect(f"{reverse('action', args=[pk])}#steps")
