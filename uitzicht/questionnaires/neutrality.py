"""The neutrality check on the wording of an item: what it found where, and what a person decided about it."""

import hashlib
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache

from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from uitzicht.core.questions import Fault, Finding, check
from uitzicht.questionnaires.item_wording import Wording
from uitzicht.questionnaires.vocabulary import ItemType

LABELS = {
    Fault.CLOSED: pgettext_lazy("fault of a question", "closed"),
    Fault.LEADING: pgettext_lazy("fault of a question", "leading"),
    Fault.DOUBLE_BARRELLED: pgettext_lazy("fault of a question", "double"),
    Fault.LOADED: pgettext_lazy("fault of a question", "loaded"),
    Fault.PRESUMING: pgettext_lazy("fault of a question", "presuming"),
    Fault.TOO_LONG: pgettext_lazy("fault of a question", "too long"),
}
EXPLANATIONS = {
    Fault.CLOSED: _(
        "Yes or no answers this, and then the story stops. An open question lets people tell it themselves."
    ),
    Fault.LEADING: _("This says which answer you expect. People who feel watched give that answer."),
    Fault.DOUBLE_BARRELLED: _("This asks two things at once. Afterwards nobody knows which of the two was answered."),
    Fault.LOADED: _("This word judges. Whoever sees it otherwise has to contradict you first."),
    Fault.PRESUMING: _("This takes for granted what is not known yet. For whom it was otherwise, no answer fits."),
    Fault.TOO_LONG: _("This is too long to keep in mind. People answer the last part, or what they remember of it."),
}


@dataclass(frozen=True, slots=True)
class Noticed:
    """One finding in one text. ``reason``: why a person keeps the wording, with ``by``; empty while nobody decided."""

    place: str
    text: str
    finding: Finding
    reason: str = ""
    by: str = ""

    @property
    def id(self) -> str:
        """Stable while text and place stay what they are."""
        at = f"{self.place}|{self.text}|{self.finding.kind}|{self.finding.start}"
        return hashlib.sha256(at.encode()).hexdigest()[:12]

    @property
    def open(self) -> bool:
        return not self.reason

    @property
    def audience(self) -> str:
        return self.place.split(".")[0] if "." in self.place and not self.place.startswith("probe") else ""

    @property
    def label(self) -> object:
        return LABELS[self.finding.kind]

    @property
    def explanation(self) -> object:
        return EXPLANATIONS[self.finding.kind]

    @property
    def around(self) -> tuple[str, str]:
        """The text before and after the place."""
        return self.text[: self.finding.start], self.text[self.finding.end :]

    @property
    def is_wording(self) -> bool:
        """Whether the proposal is a question that can stand there, and not advice about one."""
        return self.finding.proposal.endswith("?")


def noticed_in(
    wording: Wording, language: str, *, type: str, overruled: Iterable[dict[str, str]] = ()
) -> list[Noticed]:
    """What the check finds in every question and probe, in their order. ``overruled``: as an item text stores it."""
    kept = {(one["text"], one["kind"], one["excerpt"]): one for one in overruled}
    found = []
    for place, text in wording.texts():
        closed = type != ItemType.OPEN and "probe" not in place
        for finding in _findings(text, language, closed):
            decided = kept.get((text, str(finding.kind), finding.excerpt), {})
            found.append(Noticed(place, text, finding, decided.get("reason", ""), decided.get("by", "")))
    return found


@lru_cache(maxsize=8192)
def _findings(text: str, language: str, closed: bool) -> tuple[Finding, ...]:
    return tuple(check(text, language, closed_item=closed))


def still_said(wording: Wording, overruled: Sequence[dict[str, str]]) -> list[dict[str, str]]:
    """The decisions about texts that are still there; a decision goes with its text."""
    said = {text for _place, text in wording.texts()}
    return [one for one in overruled if one["text"] in said]
