"""One question of a draft, in one language: its words, what the neutrality check finds, who is asked."""

from typing import Any

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from uitzicht.people.request import AccountRequest
from uitzicht.people.vocabulary import Language
from uitzicht.questionnaires import queries, services
from uitzicht.questionnaires.forms import (
    AskedForm,
    WordingForm,
    in_language,
    initial_of,
)
from uitzicht.questionnaires.item_wording import Wording, wording_of
from uitzicht.questionnaires.models import Item, ItemText
from uitzicht.questionnaires.neutrality import noticed_in
from uitzicht.questionnaires.rules import NewerWording
from uitzicht.questionnaires.views.page import CONFLICT, INVALID, address_of, item_address, language_of, page_of, resent
from uitzicht.questionnaires.vocabulary import ESSENTIAL, ItemType, Part, Status
from uitzicht.questionnaires.wording import LANGUAGES
from uitzicht.ui.access import allow


@require_http_methods(["GET", "HEAD", "POST"])
@allow("hr_lead")
def questionnaire_item(request: AccountRequest, number: int, key: str) -> HttpResponse:
    """One question of a draft in one language; of a published version its place on the page of that version."""
    version = get_object_or_404(queries.versions(), number=number)
    item = get_object_or_404(queries.rows_of(version), key=key)
    if request.method != "POST":
        if version.status != Status.DRAFT:
            return redirect(address_of(version, item.key))
        return _item_page(request, item)
    if request.POST.get("do") == "asked":
        return _save_asked(request, item)
    return _save_wording(request, item)


def _save_asked(request: AccountRequest, item: Item) -> HttpResponse:
    form = AskedForm(request.POST)
    if not form.is_valid():
        return _item_page(request, item, asked=form, status=INVALID)
    revision, by, at = form.cleaned_data["asked_revision"], request.user.signature, timezone.now()
    if services.change_asked(item, form.cleaned_data["not_asked"], revision=revision, by=by, at=at):
        messages.success(request, _("Saved in the draft."))
    return redirect(item_address(item, language_of(request)))


def _save_wording(request: AccountRequest, item: Item) -> HttpResponse:
    language, text = language_of(request), _text(item, language_of(request))
    form = WordingForm(request.POST, item=item, labels=text.choice_labels)
    if not form.is_valid():
        return _item_page(request, item, form=form, status=INVALID)
    wording = _with_proposal(form.wording, item, language, request.POST.get("use", ""))
    reasons = {
        name.removeprefix("reason."): str(said) for name, said in request.POST.items() if name.startswith("reason.")
    }
    by, at, revision = request.user.signature, timezone.now(), form.cleaned_data["revision"]
    try:
        services.change_wording(item, language, wording, revision=revision, reasons=reasons, by=by, at=at)
    except NewerWording as newer:
        form = WordingForm(resent(request, newer), item=item, labels=text.choice_labels)
        return _item_page(request, item, form=form, newer=newer, status=CONFLICT)
    messages.success(request, _("Saved in the draft."))
    return redirect(item_address(item, language) + "#check")


def _with_proposal(wording: Wording, item: Item, language: str, chosen: str) -> Wording:
    """The wording with the proposal whose button was used, if it is still about what was sent."""
    for one in noticed_in(wording, language, type=item.type):
        if one.id == chosen and one.is_wording:
            return wording.instead(one.place, one.finding.proposal)
    return wording


def _item_page(
    request: AccountRequest,
    item: Item,
    *,
    form: WordingForm | None = None,
    asked: AskedForm | None = None,
    newer: NewerWording | None = None,
    status: int = 200,
) -> HttpResponse:
    language, text = language_of(request), _text(item, language_of(request))
    stored = wording_of(text)
    form = form or WordingForm(initial=initial_of(stored, text.revision), item=item, labels=text.choice_labels)
    asked = asked or AskedForm(initial={"asked_revision": item.revision, "not_asked": item.not_asked})
    in_language(form, language)
    context: dict[str, Any] = page_of(item.version, language) | {
        "item": item,
        "kind": ItemType(item.type).label,
        "part": Part(item.part),
        "text": text,
        "form": form,
        "asked": asked,
        "essential": item.key in ESSENTIAL,
        "newer": newer.current if newer else None,
        "noticed": noticed_in(stored, language, type=item.type, overruled=text.overruled),
        "others": [(one, Language(one).label, _text(item, one)) for one in LANGUAGES if one != language],
    }
    return render(request, "questionnaires/item.html", context, status=status)


def _text(item: Item, language: str) -> ItemText:
    return next(text for text in item.texts.all() if text.language == language)
