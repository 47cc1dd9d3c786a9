"""Changing a draft: a part, a question of one's own, the order, and undo."""

from typing import Any

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from uitzicht.people.request import AccountRequest
from uitzicht.questionnaires import content, queries, services
from uitzicht.questionnaires.forms import (
    AddItemForm,
    ArrangeForm,
    PartForm,
    UndoForm,
    in_language,
)
from uitzicht.questionnaires.models import QuestionnaireVersion
from uitzicht.questionnaires.rules import NewerWording
from uitzicht.questionnaires.views.page import CONFLICT, INVALID, address_of, item_address, language_of, page_of, resent
from uitzicht.questionnaires.vocabulary import ItemType, Part, Status
from uitzicht.ui.access import allow


@require_http_methods(["GET", "HEAD", "POST"])
@allow("hr_lead")
def questionnaire_part(request: AccountRequest, number: int, part: str) -> HttpResponse:
    """Title, script, hint and minutes of a part of a draft, in one language."""
    version = get_object_or_404(queries.versions(), number=number)
    stored = _part(version, part)
    if request.method != "POST":
        if version.status != Status.DRAFT:
            return redirect(address_of(version, part))
        return _part_page(request, version, stored, PartForm(initial=_initial_of(stored, language_of(request))))
    form = PartForm(request.POST)
    if not form.is_valid():
        return _part_page(request, version, stored, form, status=INVALID)
    texts = {name: form.cleaned_data[name] for name in ("title", "script", "hint")}
    minutes, revision = form.cleaned_data["minutes"], form.cleaned_data["revision"]
    by, at = request.user.signature, timezone.now()
    try:
        services.change_part(
            version, part, language_of(request), texts, minutes=minutes, revision=revision, by=by, at=at
        )
    except NewerWording as newer:
        form = PartForm(resent(request, newer))
        return _part_page(request, version, stored, form, newer=newer, status=CONFLICT)
    messages.success(request, _("Saved in the draft."))
    return redirect(address_of(version, part))


@require_http_methods(["GET", "HEAD", "POST"])
@allow("hr_lead")
def questionnaire_add(request: AccountRequest, number: int, part: str) -> HttpResponse:
    """A question of the organisation's own, at the end of a part."""
    version = get_object_or_404(queries.versions(), number=number)
    _part(version, part)
    form = AddItemForm(request.POST or None)
    if request.method != "POST" or not form.is_valid():
        if version.status != Status.DRAFT and request.method != "POST":
            return redirect(address_of(version, part))
        in_language(form, language_of(request))
        context = page_of(version, language_of(request)) | {"form": form, "part": Part(part)}
        return render(request, "questionnaires/add.html", context, status=INVALID if form.errors else 200)
    clean = form.cleaned_data
    item = services.add_item(
        version,
        part,
        name=clean["name"],
        type=ItemType(clean["type"]),
        language=language_of(request),
        question=clean["question"],
        choices=clean["choices"],
        by=request.user.signature,
        at=timezone.now(),
    )
    messages.success(request, _("The question is in the draft. Now write it in the other languages."))
    return redirect(item_address(item, language_of(request)))


@require_POST
@allow("hr_lead")
def questionnaire_arrange(request: AccountRequest, number: int) -> HttpResponse:
    """Move a question up or down within its part, take it out, or bring one back that ships."""
    version = get_object_or_404(queries.versions(), number=number)
    form = ArrangeForm(request.POST)
    if not form.is_valid():
        return redirect("questionnaire", number)
    by, at, do = request.user.signature, timezone.now(), form.cleaned_data["do"]
    if do == "back":
        ships = _that_ships(form.cleaned_data["item"])
        services.bring_back(version, ships, by=by, at=at)
        return redirect(address_of(version, ships.key))
    item = get_object_or_404(queries.rows_of(version), key=form.cleaned_data["item"])
    if do == "out":
        services.take_out(item, by=by, at=at)
        messages.success(request, _("Taken out of the draft. Undo brings it back."))
        return redirect(address_of(version, item.part))
    services.move_item(item, up=do == "up", by=by, at=at)
    return redirect(address_of(version, item.key))


@require_POST
@allow("hr_lead")
def questionnaire_undo(request: AccountRequest, number: int) -> HttpResponse:
    """Take back the last change of a draft."""
    version = get_object_or_404(queries.versions(), number=number)
    form = UndoForm(request.POST)
    shown = form.cleaned_data["change"] if form.is_valid() else 0
    place = services.undo_change(version, shown, by=request.user.signature, at=timezone.now())
    messages.success(request, _("The last change is undone."))
    return redirect(address_of(version, place))


def _part_page(
    request: AccountRequest,
    version: QuestionnaireVersion,
    stored: dict[str, Any],
    form: PartForm,
    *,
    newer: NewerWording | None = None,
    status: int = 200,
) -> HttpResponse:
    others = sum(part["minutes"] for part in version.parts if part["key"] != stored["key"])
    in_language(form, language_of(request))
    context = page_of(version, language_of(request)) | {
        "part": Part(stored["key"]),
        "form": form,
        "newer": newer.current if newer else None,
        "others": others,
    }
    return render(request, "questionnaires/part.html", context, status=status)


def _initial_of(part: dict[str, Any], language: str) -> dict[str, Any]:
    return part["texts"][language] | {"minutes": part["minutes"], "revision": part.get("revision", 0)}


def _part(version: QuestionnaireVersion, key: str) -> dict[str, Any]:
    for part in version.parts:
        if part["key"] == key:
            return dict(part)
    raise Http404


def _that_ships(key: str) -> content.Item:
    for item in content.latest().items:
        if item.key == key:
            return item
    raise Http404
