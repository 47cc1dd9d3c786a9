"""Newsletters: written, looked at, sent."""

from django.conf import settings
from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from uitzicht.alumni import mail, queries, services
from uitzicht.alumni.forms import NewsletterForm
from uitzicht.alumni.models import Newsletter
from uitzicht.alumni.services.newsletters import AT_ONCE
from uitzicht.alumni.vocabulary import Interest
from uitzicht.core.refusal import Refusal
from uitzicht.departures.request import StaffRequest
from uitzicht.people.vocabulary import Language, Role
from uitzicht.ui.access import allow

UNPROCESSABLE = 422


@require_safe
@allow(Role.HR_LEAD)
def alumni_newsletters(request: StaffRequest) -> HttpResponse:
    context = {"newsletters": [(one, _subject(one)) for one in queries.newsletters()]}
    return render(request, "alumni/newsletters.html", context)


@require_http_methods(["GET", "HEAD", "POST"])
@allow(Role.HR_LEAD)
def alumni_newsletter_new(request: StaffRequest) -> HttpResponse:
    return _write(request, None)


@require_http_methods(["GET", "HEAD", "POST"])
@allow(Role.HR_LEAD)
def alumni_newsletter_change(request: StaffRequest, pk: int) -> HttpResponse:
    return _write(request, get_object_or_404(queries.newsletters().filter(sent_at=None), pk=pk))


@require_safe
@allow(Role.HR_LEAD)
def alumni_newsletter(request: StaffRequest, pk: int) -> HttpResponse:
    """How each language reads it, how many will get it, and the button that sends it."""
    newsletter = get_object_or_404(queries.newsletters(), pk=pk)
    on = timezone.localdate()
    waiting = queries.languages_of(queries.receivers(newsletter, on=on))
    openings = list(queries.openings_on(on)) if newsletter.interest == Interest.OPENINGS else []
    names = dict(Language.choices)
    samples = [
        (
            names[one],
            one,
            mail.text_for(newsletter, one)["subject"],
            mail.sample(newsletter, one, openings),
            waiting[one],
        )
        for one in Language.values
        if one in newsletter.texts
    ]
    borrowed = sum(count for language, count in waiting.items() if language not in newsletter.texts)
    context = {
        "newsletter": newsletter,
        "subject": _subject(newsletter),
        "samples": samples,
        "waiting": waiting.total(),
        "borrowed": borrowed,
        "own_language": names[settings.LANGUAGE_CODE],
    }
    return render(request, "alumni/newsletter.html", context)


@require_POST
@allow(Role.HR_LEAD)
def alumni_newsletter_send(request: StaffRequest, pk: int) -> HttpResponse:
    """A first part at once; the rest by the same button, or by the job of the night."""
    newsletter = get_object_or_404(queries.newsletters(), pk=pk)
    try:
        sent = services.send(newsletter, by=request.user.signature, at=timezone.now(), most=AT_ONCE)
    except Refusal as refusal:
        messages.error(request, str(refusal))
    else:
        text = ngettext("{count} mail left.", "{count} mails left.", sent)
        messages.success(request, text.format(count=sent))
    return redirect("alumni_newsletter", pk)


def _write(request: StaffRequest, newsletter: Newsletter | None) -> HttpResponse:
    form = NewsletterForm(request.POST or None, newsletter=newsletter)
    if form.is_valid():
        interest = Interest(form.cleaned_data["interest"])
        try:
            kept = services.write_newsletter(
                newsletter, interest=interest, texts=form.texts(), by=request.user.signature, at=timezone.now()
            )
        except Refusal as refusal:
            form.add_error(f"text_{settings.LANGUAGE_CODE}", str(refusal))
        else:
            messages.success(request, _("Kept. Nothing was sent yet."))
            return redirect("alumni_newsletter", kept.pk)
    context = {"form": form, "newsletter": newsletter}
    return render(request, "alumni/newsletter_write.html", context, status=UNPROCESSABLE if form.errors else 200)


def _subject(newsletter: Newsletter) -> str:
    return mail.text_for(newsletter, settings.LANGUAGE_CODE)["subject"]
