"""Pages of "you said, we did": for who tells (HR lead; the guardian reads), and the page that everybody may read."""

from typing import Any

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from uitzicht.actions.models import Action
from uitzicht.actions.telling import letters, queries, services
from uitzicht.actions.telling.drafts import LANGUAGES, draft
from uitzicht.actions.telling.forms import TellingForm
from uitzicht.core.refusal import Refusal
from uitzicht.people.request import AccountRequest
from uitzicht.people.vocabulary import Language, Role
from uitzicht.ui.access import allow, public

FILES = {"txt": "text/plain; charset=utf-8", "eml": "message/rfc822"}


@public
@require_safe
def you_said_we_did(request: HttpRequest) -> HttpResponse:
    """Without an account, for who has the address: what is published and nothing else. Search engines are asked to leave
    it alone."""
    told = queries.published(_reader_language())
    response = render(request, "actions/telling_page.html", {"told": told})
    response["X-Robots-Tag"] = "noindex, nofollow"
    return response


@allow(Role.HR_LEAD, Role.GUARDIAN)
@require_safe
def tellings(request: AccountRequest) -> HttpResponse:
    found = list(queries.tellable())
    rows = [_row(action) for action in found]
    context = {
        "rows": rows,
        "published": sum(row["published"] is not None for row in rows),
        "tells": request.user.has_role(Role.HR_LEAD),
        "languages": _names(),
    }
    return render(request, "actions/telling_list.html", context)


@allow(Role.HR_LEAD)
@require_http_methods(["GET", "HEAD", "POST"])
def telling(request: AccountRequest, pk: int) -> HttpResponse:
    """The proposal in one language (``?language=``), bettered and kept. A refusal is said beside the form."""
    found = get_object_or_404(queries.tellable(), pk=pk)
    language, now = _language(request.GET.get("language") or _reader_language()), timezone.now()
    proposed, kept = draft(found, language, on=timezone.localdate(now)), queries.kept(found)
    mine = kept.get(language) or proposed
    initial = {"said": mine.said, "did": mine.did, "brought": mine.brought}
    form = TellingForm(request.POST or None, initial=initial)
    if form.is_valid():
        try:
            services.keep_text(found, language=language, **form.cleaned_data, by=request.user.signature, at=now)
        except Refusal as refusal:
            form.add_error(None, str(refusal))
        else:
            messages.success(request, _("The text is kept."))
            return redirect(f"{reverse('telling', args=[pk])}?language={language}")
    context = {
        "action": found,
        "form": form,
        "language": language,
        "languages": [(code, name, code in kept) for code, name in _names()],
        "kept": kept.get(language),
        "proposed": proposed,
        "differs": language in kept and kept[language].brought != proposed.brought,
        "telling": queries.telling_of(found),
        "any_kept": bool(kept),
    }
    return render(request, "actions/telling_edit.html", context)


@allow(Role.HR_LEAD)
@require_POST
def telling_publish(request: AccountRequest, pk: int) -> HttpResponse:
    found = get_object_or_404(queries.tellable(), pk=pk)
    services.publish(found, by=request.user.signature, at=timezone.now())
    messages.success(request, _("It stands on the page now."))
    return redirect("tellings")


@allow(Role.HR_LEAD)
@require_http_methods(["GET", "HEAD", "POST"])
def telling_withdraw(request: AccountRequest, pk: int) -> HttpResponse:
    """Asks first: who read it may wonder where it went."""
    found = get_object_or_404(queries.tellable(), pk=pk, telling__published_at__isnull=False)
    if request.method == "POST":
        services.withdraw(found, by=request.user.signature, at=timezone.now())
        messages.success(request, _("It is off the page. The texts are kept."))
        return redirect("tellings")
    return render(request, "actions/telling_withdraw.html", {"action": found})


@allow(Role.HR_LEAD, Role.GUARDIAN)
@require_safe
def telling_letter(request: AccountRequest, language: str) -> HttpResponse:
    code = _language(language)
    tells = request.user.has_role(Role.HR_LEAD)
    context = {"letter": letters.letter(code), "language": code, "languages": _names(), "tells": tells}
    return render(request, "actions/telling_letter.html", context)


@allow(Role.HR_LEAD, Role.GUARDIAN)
@require_safe
def telling_letter_file(request: AccountRequest, language: str, form: str) -> HttpResponse:
    if form not in FILES:
        raise Http404
    found = letters.letter(_language(language))
    content = letters.as_mail(found) if form == "eml" else f"{found.subject}\n\n{found.text}".encode()
    headers = {
        "Content-Disposition": f'attachment; filename="uitzicht-{found.language}.{form}"',
        "Cache-Control": "no-store",
    }
    return HttpResponse(content, content_type=FILES[form], headers=headers)


def _row(action: Action) -> dict[str, Any]:
    found = getattr(action, "telling", None)
    kept = {text.language for text in found.texts.all()} if found else set()
    return {
        "action": action,
        "published": found and found.published_at,
        "languages": [(code, name, code in kept) for code, name in _names()],
        "kept": len(kept),
    }


def _names() -> list[tuple[str, str]]:
    return [(code, str(Language(code).label)) for code in LANGUAGES]


def _language(code: str) -> str:
    if code not in LANGUAGES:
        raise Http404
    return code


def _reader_language() -> str:
    return (get_language() or "nl")[:2]
