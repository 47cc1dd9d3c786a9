"""The last look before sealing: themes for one's own words, who may read what, a copy, and the seal."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from uitzicht.departures.links import LEAVER
from uitzicht.departures.models import PersonalLink
from uitzicht.portal import answering, handing_in
from uitzicht.portal.answer_forms import HandInForm, shared_of, themes_of
from uitzicht.portal.asked import OwnPart, own_parts, progress_of, version_of
from uitzicht.portal.door import LeaverRequest, with_link
from uitzicht.portal.drafts import begun_elsewhere, read_draft
from uitzicht.portal.proposing import in_own_words, theme_choices
from uitzicht.portal.rules import SENTIMENTS
from uitzicht.portal.views.questions import device
from uitzicht.portal.writing import Writing, is_empty
from uitzicht.privacy.policies import policy_in_force
from uitzicht.questionnaires.codebook import load_codebook
from uitzicht.questionnaires.queries import Question
from uitzicht.ui.access import public


@public
@require_http_methods(["GET", "HEAD", "POST"])
@with_link
def my_hand_in(request: LeaverRequest, link: PersonalLink, secret: str) -> HttpResponse:
    """What is answered, who may read it, and the seal."""
    writing = read_draft(link, secret)
    parts = own_parts(version_of(writing), get_language() or "", link.departure, writing)
    form = HandInForm(request.POST if request.method == "POST" else None)
    if request.method == "POST" and form.is_valid():
        shared = shared_of(request.POST, [part.key for part in parts])
        seen, confirmed = form.cleaned_data["seen"], form.cleaned_data["confirmed"]
        handing_in.hand_in(link, secret, shared=shared, seen=seen, confirmed=confirmed, by=LEAVER, at=timezone.now())
        messages.success(request, _("Thank you. Your answers are sealed."))
        return redirect("my_questions")
    departure, policy = link.departure, policy_in_force()
    if handing_in.handed_in_on(departure) or is_empty(writing):
        return redirect("my_questions")
    words = in_own_words(_questions(parts), writing)
    context = {
        "answered": [progress for progress in progress_of(parts, writing) if progress.answered],
        "reasons": len(writing["reasons"]),
        "interviewer": handing_in.who_prepares(departure),
        "words": len(words),
        "coded": sum(question.key in writing["themes"] for question in words),
        "seen": handing_in.fingerprint(writing),
        "elsewhere": begun_elsewhere(link),
        "erasing": handing_in.erasure_under_way(departure),
        "kept_until": handing_in.kept_until(departure),
        "k": policy.k,
        "reads": _("Only your link opens this until you seal it."),
    }
    return render(request, "portal/hand_in.html", context | device(link, secret))


@public
@require_http_methods(["GET", "HEAD", "POST"])
@with_link
def my_themes(request: LeaverRequest, link: PersonalLink, secret: str) -> HttpResponse:
    """One answer in own words a screen: what is it about, and how was it spoken of? The leaver decides."""
    writing = read_draft(link, secret)
    language = get_language() or ""
    words = in_own_words(_questions(own_parts(version_of(writing), language, link.departure, writing)), writing)
    number = _number(request.GET.get("answer", ""), len(words))
    if handing_in.handed_in_on(link.departure) or not words:
        return redirect("my_questions")
    question = words[number - 1]
    if request.method == "POST":
        decided = None if request.POST.get("go") == "leave" else themes_of(request.POST, load_codebook())
        answering.save_themes(link, secret, request.POST.get("item", ""), decided, by=LEAVER, at=timezone.now())
        following = f"{reverse('my_themes')}?answer={number + 1}"
        return redirect(following if number < len(words) else "my_hand_in")
    context = {
        "question": question,
        "text": writing["answers"][question.key]["notes"],
        "decided": question.key in writing["themes"],
        "number": number,
        "total": len(words),
        "choices": _choices(link, writing, question, language),
        "sentiments": SENTIMENTS,
        "reads": _("Only your link opens this until you seal it."),
    }
    return render(request, "portal/themes.html", context)


def _choices(link: PersonalLink, writing: Writing, question: Question, language: str) -> object:
    return theme_choices(
        question.part,
        writing["answers"][question.key]["notes"],
        writing["themes"].get(question.key),
        languages=(language, link.departure.person.language),
        other_label=_("other things"),
    )


def _questions(parts: list[OwnPart]) -> list[Question]:
    return [question for part in parts for question in part.questions]


def _number(asked: str, total: int) -> int:
    return min(max(int(asked), 1), max(total, 1)) if asked.isdecimal() and len(asked) < 4 else 1
