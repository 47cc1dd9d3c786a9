"""What is held about a leaver, in words: one list of sections for the page and for the text to keep."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime

from django.conf import settings
from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from uitzicht.alumni.vocabulary import Interest, Recommend, Return
from uitzicht.interviews.vocabulary import Force
from uitzicht.offboarding.farewell.models import Farewell
from uitzicht.portal.asked import label_of
from uitzicht.portal.data import Held
from uitzicht.portal.writing import OwnAnswer
from uitzicht.questionnaires.codebook import load_codebook
from uitzicht.ui.templatetags.ui import clock, day


@dataclass(frozen=True, slots=True)
class Section:
    """``rows``: (name, value); ``notes``: sentences below them."""

    title: str
    rows: tuple[tuple[str, str], ...] = ()
    notes: tuple[str, ...] = ()


def sections(held: Held, language: str) -> list[Section]:
    """In the order in which somebody would look; empty rows are left out."""
    found = [
        Section(_("You and your departure"), _full(_person(held))),
        Section(_("The conversation"), _full(_conversation(held)), tuple(_about_notes(held))),
        Section(_("What you wrote yourself"), _full(_written(held, language)), tuple(_about_answers(held))),
        Section(_("What your interviewer may read beforehand"), _full(_answers(held, held.given))),
        Section(_("Summary"), _full(_summary(held))),
        Section(_("Your farewell and references"), _full(_farewell(held))),
        Section(_("What you agreed to"), _full(_consents(held))),
        Section(_("How long it is kept"), _full(_kept(held)), (_published(),)),
        Section(_("Your links"), _full(_links(held))),
    ]
    return [section for section in found if section.rows or section.notes]


def _full(rows: Iterator[tuple[str, str]]) -> tuple[tuple[str, str], ...]:
    return tuple((name, value) for name, value in rows if value)


def _person(held: Held) -> Iterator[tuple[str, str]]:
    departure, person = held.departure, held.departure.person
    yield _("Name"), person.name
    yield _("Employee number"), person.employee_number
    yield _("Work address"), person.work_email
    yield _("Private address"), person.private_email
    yield _("Language"), str(person.get_language_display())
    yield _("Year of birth"), str(person.birth_year or "")
    yield _("Gender"), str(person.get_gender_display())
    yield _("In service since"), day(person.started_on)
    yield _("Unit"), departure.unit.name
    yield _("Position"), departure.position.title if departure.position else ""
    yield _("Kind of departure"), str(departure.get_kind_display())
    yield _("Notice"), day(departure.notified_on)
    yield _("Last day worked"), day(departure.last_day_worked_on)
    yield _("End of the contract"), day(departure.ends_on)
    yield _("Next step"), str(departure.get_destination_display()) if departure.destination else ""
    yield (
        _("Desired or undesired, for the organisation"),
        str(departure.get_desirability_display()) if departure.desirability else "",
    )


def _conversation(held: Held) -> Iterator[tuple[str, str]]:
    appointment, wish = held.appointment, held.wish
    yield _("Stage"), str(held.departure.get_stage_display())
    if appointment:
        yield _("Appointment"), f"{day(appointment.starts_at)}, {clock(appointment.starts_at)}"
        yield _("Where"), appointment.place
        yield _("With whom"), appointment.interviewer.name
        yield _("Accepted on"), day(appointment.accepted_at)
    if wish:
        yield _("Other moments that you proposed"), ", ".join(map(_moment, wish.proposed_at))
        yield _("Another interviewer"), _("you asked for one") if wish.other_interviewer else ""
    yield _("Whom you would rather not meet"), ", ".join(held.avoided)


def _moment(proposed: str) -> str:
    starts_at = datetime.fromisoformat(proposed)
    return f"{day(starts_at)} {clock(starts_at)}"


def _about_notes(held: Held) -> Iterator[str]:
    if held.interview is not None and held.interview.started_at is not None and held.interview.notes_erased_on is None:
        contact = held.policy.guardian_contact or settings.DEFAULT_FROM_EMAIL
        yield _(
            "The notes of the conversation are read by your interviewer only, so they are not on this page. You can ask for "
            "a copy: {contact}."
        ).format(contact=contact)


def _written(held: Held, language: str) -> Iterator[tuple[str, str]]:
    yield from _answers(held, held.writing["answers"])
    codebook = load_codebook()
    for place, reason in enumerate(held.writing["reasons"], start=1):
        label = codebook.reason_label(reason["reason"], language)
        yield _("Reason {place}").format(place=place), f"{label} ({Force(reason['force']).label})"
    titles = {question.key: question.text for part in held.parts for question in part.questions}
    for item, themes in held.writing["themes"].items():
        about = [_theme(one["theme"], language) for one in themes]
        yield _("Themes of “{question}”").format(question=titles.get(item, item)), ", ".join(about)


def _theme(code: str, language: str) -> str:
    codebook = load_codebook()
    return codebook.theme_label(code, language) if "." in code else codebook.reason_label(code, language)


def _answers(held: Held, answers: Mapping[str, OwnAnswer]) -> Iterator[tuple[str, str]]:
    for part in held.parts:
        for question in part.questions:
            if given := answers.get(question.key):
                yield question.text, given["notes"] or label_of(question, given)


def _about_answers(held: Held) -> Iterator[str]:
    if held.handed_in:
        yield _(
            "You handed in your answers on {day}. They are sealed: no colleague reads them, and this page cannot open them either."
        ).format(day=day(held.handed_in))
    if held.elsewhere:
        yield _(
            "You also began behind the link in our mail of {day}. Only that link opens what you wrote there."
        ).format(day=day(held.elsewhere.made_at))
    if held.erasing:
        yield _("The answers that you handed in before are erased tonight.")
    if held.card:
        yield _("You gave a card without a name. We cannot find it again, so it is not here.")


def _summary(held: Held) -> Iterator[tuple[str, str]]:
    if held.summary is None:
        return
    yield _("What your interviewer wrote"), held.summary.text
    yield _("What you say beside it"), held.summary.correction
    yield _("Confirmed on"), day(held.summary.confirmed_at)
    yield _("Who may read it"), ", ".join(share.reader.name for share in held.summary.shares)


def _farewell(held: Held) -> Iterator[tuple[str, str]]:
    farewell = held.farewell
    yield _("Your wish"), str(farewell.get_wish_display()) if farewell.wish else ""
    yield _("What you said about it"), farewell.wish_note
    yield _("Your farewell"), _planned(farewell) if farewell.starts_at else ""
    for one in held.references:
        of = one.writer or one.wanted_from
        yield str(one.get_form_display()), f"{one.get_state_display()} ({of})" if of else str(one.get_state_display())


def _planned(farewell: Farewell) -> str:
    return f"{day(farewell.starts_at)}, {clock(farewell.starts_at)}, {farewell.place}"


def _consents(held: Held) -> Iterator[tuple[str, str]]:
    for one in held.consents:
        given = pgettext("consent", "given on {day}").format(day=day(one.given_at))
        withdrawn = one.withdrawn_at and pgettext("consent", "taken back on {day}").format(day=day(one.withdrawn_at))
        yield str(one.get_purpose_display()), f"{given}, {withdrawn}" if withdrawn else given
    if kept := held.in_touch:
        yield pgettext("kept", "Address to stay in touch"), kept["email"]
        yield pgettext("kept", "Address that you still have to confirm"), kept["new_email_to_confirm"]
        yield pgettext("kept", "Telephone and profile"), " ".join(filter(None, (kept["phone"], kept["profile"])))
        chosen = [str(Interest(one).label) for one in kept["interests"]]
        yield pgettext("kept", "What you want mail about"), ", ".join(chosen)
        told = (Recommend, kept["would_recommend"]), (Return, kept["would_return"])
        yield pgettext("kept", "What you told there"), ", ".join(str(kind(one).label) for kind, one in told if one)


def _kept(held: Held) -> Iterator[tuple[str, str]]:
    yield _("Notes and summary"), pgettext("kept", "until {day}").format(day=day(held.kept.notes_until))
    yield _("Your answers"), pgettext("kept", "until {day}").format(day=day(held.kept.answers_until))
    yield _("These pages"), pgettext("kept", "until {day}").format(day=day(held.kept.pages_until))


def _published() -> str:
    return _(
        "Whether a published figure counts your answers is not known here, because figures are made so that they do not lead "
        "back to one person. Figures that are published do not change."
    )


def _links(held: Held) -> Iterator[tuple[str, str]]:
    for link in held.links:
        made = pgettext("link", "made on {day}").format(day=day(link.made_at))
        yield made, pgettext("link", "works until {day}").format(day=day(link.expires_on))
