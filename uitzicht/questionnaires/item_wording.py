"""What one item says in one language, and every text in it with its place."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from typing import Any

from uitzicht.questionnaires.models import ItemText
from uitzicht.questionnaires.vocabulary import VARIED
from uitzicht.questionnaires.wording import typeset


@dataclass(frozen=True, slots=True)
class Said:
    """A question with its probes."""

    question: str
    probes: tuple[str, ...] = ()

    def __bool__(self) -> bool:
        return bool(self.question or self.probes)


@dataclass(frozen=True, slots=True)
class Wording:
    """``labels``: by choice; ``variants``: by audience, an empty one stands for the general wording."""

    general: Said
    labels: Mapping[str, str] = field(default_factory=dict)
    variants: Mapping[str, Said] = field(default_factory=dict)

    def of(self, audience: str) -> Said:
        return self.variants.get(audience, Said("")) if audience else self.general

    def texts(self) -> list[tuple[str, str]]:
        """(place, text) of everything that is asked: `question`, `probe.1`, `pensioner.question`, `pensioner.probe.1`."""
        found = []
        for audience in ("", *VARIED):
            said, prefix = self.of(audience), f"{audience}." if audience else ""
            asked = [(f"{prefix}question", said.question)]
            asked += [(f"{prefix}probe.{number}", probe) for number, probe in enumerate(said.probes, start=1)]
            found += [(place, text) for place, text in asked if text]
        return found

    def instead(self, place: str, text: str) -> "Wording":
        """The same with another text at that place."""
        *audience, name = place.replace("probe.", "probe").split(".")
        who = "".join(audience)
        said = self.of(who)
        if name == "question":
            said = replace(said, question=text)
        else:
            number = int(name.removeprefix("probe"))
            said = replace(said, probes=(*said.probes[: number - 1], text, *said.probes[number:]))
        return replace(self, variants={**self.variants, who: said}) if who else replace(self, general=said)


def wording_of(row: ItemText) -> Wording:
    """What is stored."""
    variants = {who: Said(one.get("question", ""), tuple(one.get("probes", ()))) for who, one in row.variants.items()}
    return Wording(Said(row.question, tuple(row.probes)), dict(row.choice_labels), variants)


def fields_of(wording: Wording, language: str) -> dict[str, Any]:
    """What is stored of it, with the spaces that the language asks for; empty variants are left out."""
    variants = {who: _set(said, language) for who, said in wording.variants.items() if said}
    general = _set(wording.general, language)
    labels = {key: typeset(label, language) for key, label in wording.labels.items()}
    return {**general, "choice_labels": labels, "variants": variants}


def _set(said: Said, language: str) -> dict[str, Any]:
    probes = [typeset(probe, language) for probe in said.probes]
    return {"question": typeset(said.question, language), "probes": probes}
