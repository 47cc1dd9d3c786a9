"""Pages of the follow-up: for who left, by the link in the mail, and for HR only how many there are."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import get_language
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_http_methods, require_safe

from uitzicht.core.refusal import Refusal
from uitzicht.followups import door, queries, questions, services
from uitzicht.followups.forms import HandInForm, sent_answers, sent_reasons
from uitzicht.followups.links import PATH, stop_token
from uitzicht.followups.models import FollowUp
from uitzicht.followups.promise import promise
from uitzicht.followups.rules import MINUTES, TOO_FEW
from uitzicht.followups.services.answering import Draft, draft_of
from uitzicht.interviews.ranking import places, reason_groups
from uitzicht.interviews.vocabulary import Force
from uitzicht.people.request import AccountRequest
from uitzicht.people.vocabulary import Language
from uitzicht.privacy.door import close_door, open_door
from uitzicht.privacy.policies import policy_in_force
from uitzicht.questionnaires.codebook import load_codebook
from uitzicht.questionnaires.queries import current_version
from uitzicht.ui.access import allow, public

UNPROCESSABLE, NO_CONTENT = 422, 204


@public
@require_http_methods(["GET", "HEAD", "POST"])
@door.with_link
def follow_up_door(request: HttpRequest, follow_up: FollowUp, token: str) -> HttpResponse:
    """A GET shows what it is about and uses nothing; a POST opens the questions."""
    if request.method == "POST":
        draft = draft_of(follow_up, secret=token)
        response = redirect("follow_up_part", number=draft["part"])
        open_door(response, name=door.NAME, secret=token, path=PATH)
        return response
    begun = follow_up.sealed_draft is not None
    context = {"begun": begun, "minutes": MINUTES}
    return render(request, "followups/door.html", _page(follow_up) | context)


@public
@require_http_methods(["GET", "HEAD", "POST"])
@door.with_door
def follow_up_part(request: HttpRequest, follow_up: FollowUp, secret: str, number: int) -> HttpResponse:
    """One screen. Every button saves it; ``go`` says where to go next."""
    parts = _parts()
    if not 1 <= number <= len(parts):
        return redirect("follow_up_hand_in")
    part, draft, problem = parts[number - 1], draft_of(follow_up, secret=secret), None
    if request.method == "POST":
        answers, reasons = sent_answers(request.POST, part), sent_reasons(request.POST, part)
        go = request.POST.get("go", "next")
        to = number + {"next": 1, "previous": -1}.get(go, 0)
        try:
            services.save_part(
                follow_up, part, answers, reasons, secret=secret, resume_at=max(to, 1), at=timezone.now()
            )
        except Refusal as refusal:
            problem = refusal
            draft["answers"] |= answers
            draft["reasons"] = reasons
        else:
            return HttpResponse(status=NO_CONTENT) if go == "stay" else _to(to, len(parts))
    context = _screen(part, draft) | {"number": number, "total": len(parts), "problem": problem}
    return render(request, "followups/part.html", _page(follow_up) | context, status=UNPROCESSABLE if problem else 200)


@public
@require_http_methods(["GET", "HEAD", "POST"])
@door.with_door
def follow_up_hand_in(request: HttpRequest, follow_up: FollowUp, secret: str) -> HttpResponse:
    """What is answered, part by part; handing it in seals it and closes the door."""
    form, problem = HandInForm(request.POST), None
    if request.method == "POST" and form.is_valid():
        revision = form.cleaned_data["revision"]
        try:
            services.hand_in(follow_up, secret=secret, revision=revision, by="leaver", at=timezone.now())
        except Refusal as refusal:
            problem = refusal
        else:
            response = redirect("follow_up_thanks")
            close_door(response, name=door.NAME, path=PATH)
            return response
    draft = draft_of(follow_up, secret=secret)
    overview = [
        (number, part.title, questions.answered(part, draft["answers"], draft["reasons"]), len(part.keys))
        for number, part in enumerate(_parts(), start=1)
    ]
    context = {"overview": overview, "anything": any(row[2] for row in overview), "problem": problem}
    status = UNPROCESSABLE if problem else 200
    return render(request, "followups/hand_in.html", _page(follow_up) | context, status=status)


@public
@require_safe
@door.without_person
def follow_up_thanks(request: HttpRequest) -> HttpResponse:
    """The door has closed: nothing is known here but that somebody is thanked."""
    return render(request, "followups/thanks.html", {"languages": Language.values, "language": get_language()})


@public
@csrf_exempt  # a mail service posts here by itself when its user wants no more mail (RFC 8058); it can only stop
@require_http_methods(["GET", "HEAD", "POST"])
@door.with_stop_link
def follow_up_stop(request: HttpRequest, follow_up: FollowUp) -> HttpResponse:
    """A GET asks, a POST stops for good; no redirect, which a mail service would not follow."""
    if request.method == "POST":
        services.stop(follow_up, by="leaver", at=timezone.now())
    return render(request, "followups/stop.html", _page(follow_up) | {"stopped": request.method == "POST"})


@require_safe
@allow("hr_lead", "guardian")
def follow_ups(request: AccountRequest) -> HttpResponse:
    """How many there are per quarter, and nobody's name."""
    context = {
        "quarters": queries.quarters(),
        "months": policy_in_force().follow_up_months,
        "too_few": TOO_FEW,
    }
    return render(request, "followups/list.html", context)


def _parts() -> list[questions.Part]:
    return questions.follow_up_parts(current_version(), get_language() or "nl")


def _to(number: int, total: int) -> HttpResponse:
    return redirect("follow_up_part", number=max(number, 1)) if number <= total else redirect("follow_up_hand_in")


def _page(follow_up: FollowUp) -> dict[str, Any]:
    """What every page of a follow-up shows."""
    return {
        "follow_up": follow_up,
        "languages": Language.values,
        "language": get_language(),
        "clauses": promise(),
        "stop_url": reverse("follow_up_stop", args=[stop_token(follow_up.pk)]),
    }


def _screen(part: questions.Part, draft: Draft) -> dict[str, Any]:
    book, language = load_codebook(), get_language() or "nl"
    reasons: dict[str, Any] = {}
    if part.asks_reasons:
        reasons = {"places": places(draft["reasons"]), "groups": reason_groups(book, language), "forces": Force.choices}
    return reasons | {"part": part, "asked": questions.asked(part, draft["answers"])}
