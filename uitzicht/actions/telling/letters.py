"""The mail: everything that is published in one language, to copy, to download, or to send to who asked for it."""

from dataclasses import dataclass
from email.message import EmailMessage

from django.conf import settings
from django.urls import reverse
from django.utils import translation
from django.utils.translation import gettext as _

from uitzicht.actions.telling import queries


@dataclass(frozen=True, slots=True)
class Letter:
    """``body``: without a greeting, which whoever sends it writes; ends without a name. ``left_out``: how many published
    texts do not stand in this language. ``count``: how many do."""

    language: str
    subject: str
    greeting: str
    body: str
    count: int
    left_out: int

    @property
    def text(self) -> str:
        return f"{self.greeting}\n\n{self.body}"


def letter(language: str) -> Letter:
    """What is published in this language, in full. Nothing of anybody who reads it is needed, and nothing is sent."""
    told = queries.published(language)
    own = [one for one in told if one.is_translated]
    with translation.override(language):
        organisation = settings.UITZICHT.organisation
        blocks = [_block(one) for one in own] or [_("There is nothing to tell yet.")]
        opening = _("Colleagues who left told us what could be better. This is what we did with it.")
        page = f"{settings.UITZICHT.base_url}{reverse('you_said_we_did')}"
        closing = _("Read it again later: {address}").format(address=page)
        subject = _("You said, we did – {organisation}").format(organisation=organisation)
        greeting = _("Dear colleagues,")
    return Letter(
        language, subject, greeting, "\n\n".join([opening, *blocks, closing]) + "\n", len(own), len(told) - len(own)
    )


def as_mail(of: Letter) -> bytes:
    """A draft that a mail program opens, without sender or recipients (RFC 5322; X-Unsent as mail programs know it)."""
    message = EmailMessage()
    message["Subject"] = of.subject
    message["X-Unsent"] = "1"
    message["Content-Language"] = of.language
    message.set_content(of.text)
    return message.as_bytes()


def _block(one: queries.Told) -> str:
    lines = [
        (_("You said") if one.was_said else _("We saw"), one.text.said),
        (_("We did"), one.text.did),
        (_("What it brought"), one.text.brought),
    ]
    unit = one.action.before.get("unit", "")
    return "\n".join([*([unit] if unit else []), *(f"{head}: {text}" for head, text in lines)])
