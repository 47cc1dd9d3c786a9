"""The reasons as their page shows them: three places in order, and the codebook to choose from."""

from collections.abc import Sequence
from dataclasses import dataclass

from uitzicht.interviews.rules import Reason
from uitzicht.interviews.vocabulary import MAX_REASONS, Force
from uitzicht.questionnaires.codebook import Codebook


@dataclass(frozen=True, slots=True)
class ReasonGroup:
    """``reasons``: (code, label, usual force)."""

    label: str
    hint: str
    reasons: tuple[tuple[str, str, str], ...]


def places(ranking: Sequence[Reason]) -> list[tuple[int, str, str]]:
    """(place, reason, force) for every place, empty ones included."""
    padded = [*((one["reason"], one["force"]) for one in ranking), *[("", "")] * MAX_REASONS][:MAX_REASONS]
    return [(place, reason, force) for place, (reason, force) in enumerate(padded, start=1)]


def reason_groups(codebook: Codebook, language: str) -> list[ReasonGroup]:
    return [
        ReasonGroup(
            label=group.labels[language],
            hint=group.hints[language],
            reasons=tuple((reason.code, reason.labels[language], reason.force) for reason in group.reasons),
        )
        for group in codebook.groups
    ]


def named(ranking: Sequence[Reason], codebook: Codebook, language: str) -> list[tuple[str, str]]:
    """(label, force) of each reason, in words."""
    return [(codebook.reason_label(one["reason"], language), str(Force(one["force"]).label)) for one in ranking]
