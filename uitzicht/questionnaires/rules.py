"""What may happen to a version of the questionnaire, and who is asked what."""

import re
import unicodedata
from collections.abc import Iterable
from typing import Any

from django.utils.translation import gettext_lazy as _

from uitzicht.core.refusal import Refusal
from uitzicht.questionnaires.vocabulary import ESSENTIAL, NEXT, OWN, Audience, Status

_TEMPORARY_CONTRACTS = frozenset({"temporary", "student"})
LONGEST_NAME = 30


class NewerWording(Refusal):
    """Somebody saved a newer wording than the one this save was made from. ``current``: what is stored now, so that both
    can be shown side by side; ``revision``: its number."""

    def __init__(self, *, revision: int, current: Any) -> None:
        message = _(
            "Somebody else saved this text after you opened it. Yours was not written over it, so that nothing is lost. "
            "Compare the two and choose what stays."
        )
        super().__init__("questionnaire.newer_wording", message)
        self.revision = revision
        self.current = current


def audience_of(kind: str, contract: str = "") -> str:
    """The audience that somebody belongs to, from the kind of departure and the kind of contract."""
    if kind == "retirement":
        return Audience.PENSIONER
    if kind == "end_of_fixed_term" or contract in _TEMPORARY_CONTRACTS:
        return Audience.TEMPORARY
    return Audience.EVERYBODY


def is_own(key: str) -> bool:
    """Whether an organisation added this item itself; its answers compare with no other organisation."""
    return key.partition(".")[2].startswith(OWN)


def own_key(part: str, name: str, taken: Iterable[str]) -> str:
    """A free key for an item of the organisation's own, `part.own_name`, from what people call it."""
    letters = unicodedata.normalize("NFKD", name).encode("ascii", "ignore").decode().lower()
    slug = re.sub(r"[^a-z0-9]+", "_", letters).strip("_")[:LONGEST_NAME].strip("_") or "question"
    known = set(taken)
    candidates = [f"{part}.{OWN}{slug}", *(f"{part}.{OWN}{slug}_{number}" for number in range(2, len(known) + 3))]
    return next(key for key in candidates if key not in known)


def ensure_unchanged(number: int, *, published: str, offered: str, next_number: int) -> None:
    """Refuse other content for a version that is published; ``published`` and ``offered`` are digests of content."""
    if published != offered:
        raise _published(number, next_number)


def ensure_draft(number: int, status: Status, *, next_number: int) -> None:
    """Only a draft changes."""
    if status != Status.DRAFT:
        raise _published(number, next_number)


def _published(number: int, next_number: int) -> Refusal:
    message = _(
        "Version {version} is published and no longer changes. That keeps answers comparable. "
        "Create version {next_version}; questions that measure the same keep their key."
    )
    return Refusal("questionnaire.version_published", message, version=number, next_version=next_number)


def ensure_may_become(status: Status, target: Status, number: int) -> None:
    """The step is in the table of the workflow."""
    if target not in NEXT[status]:
        message = _(
            "Version {version} is {status}, and cannot become {target}. A version goes from draft to published to retired."
        )
        raise Refusal("questionnaire.not_next", message, version=number, status=status.label, target=target.label)


def ensure_another_in_use(others: int, number: int) -> None:
    """There is always a version to begin a conversation with."""
    if others < 1:
        message = _(
            "Version {version} is the only one in use. Without it no conversation can begin. "
            "Publish another version first; then this one can be retired."
        )
        raise Refusal("questionnaire.only_version", message, version=number)


def ensure_one_draft(number: int | None) -> None:
    """Two drafts would go apart, and one of them would be lost."""
    if number is not None:
        message = _("Version {version} is a draft already. Go on with it, or delete it to begin again.")
        raise Refusal("questionnaire.draft_exists", message, version=number)


def ensure_complete(missing: int, number: int) -> None:
    """A published version never changes, so nothing may be missing in it."""
    if missing:
        message = _(
            "Version {version} is not ready: {n} things are missing. A published version never changes, so complete it "
            "first; the page of what is missing leads to each place."
        )
        raise Refusal("questionnaire.incomplete", message, version=number, n=missing)


def ensure_removable(key: str) -> None:
    """Some questions carry the conversation."""
    if key in ESSENTIAL:
        message = _("This question stays, for everybody: the reasons for leaving follow it. You can word it otherwise.")
        raise Refusal("questionnaire.essential", message)


def ensure_absent(key: str, taken: Iterable[str]) -> None:
    """A key stands once in a version."""
    if key in set(taken):
        raise Refusal("questionnaire.item_present", _("This question is in the draft already."))


def ensure_last_change(shown: int, last: int | None) -> None:
    """Undo takes back what the person saw, not what somebody else did since."""
    if shown != last:
        message = _("The last change is another one by now. Nothing was undone. Look at the history and choose again.")
        raise Refusal("questionnaire.undo_other", message)


def ensure_seen(shown: int, current: int) -> None:
    """Nobody writes over what somebody else decided in the meantime."""
    if shown != current:
        message = _(
            "Somebody else changed this after you opened it. Nothing was written over it; look and choose again."
        )
        raise Refusal("questionnaire.changed_meanwhile", message)
