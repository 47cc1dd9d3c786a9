"""What a shown cell means, and whether the rules print it so: the same for groups and for views."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from uitzicht.core.disclosure.auditor.figures import Meaning, Rules, count_meaning, score_meaning
from uitzicht.core.disclosure.auditor.publication import Question

Json = Mapping[str, Any]


@dataclass(frozen=True)
class Shown:
    """One cell beside its truth. ``base``: people who answered; ``values``: a count or a sum of scores for each item."""

    question: Question
    rules: Rules
    cell: Json
    base: int
    values: Sequence[int]

    @property
    def is_visible(self) -> bool:
        return self.cell["items"] is not None and len(self.cell["items"]) == len(self.values) and self.base > 0

    def meanings(self) -> list[Meaning]:
        """Of a visible cell: what each figure means."""
        return [self._meaning(printed) for printed in self.cell["items"]]

    def faults(self) -> Iterator[tuple[str, str]]:
        """(item or "", what is wrong), in words without any figure."""
        why = self._base_fault()
        if why:
            yield "", why
        if not self.is_visible:
            return
        for item, meaning, value in zip(self.question.items, self.meanings(), self.values, strict=True):
            if not meaning.holds(value):
                yield item, "a cell does not hold the true value"
            elif meaning.level is None:
                yield item, "a cell is not printed as its parameters say"

    def _meaning(self, printed: object) -> Meaning:
        if not isinstance(printed, int | float | str) or (isinstance(printed, float) and not 1 <= printed <= 5):
            return Meaning(0, 5 * self.base, None)
        return (score_meaning if self.question.type == "score" else count_meaning)(printed, self.base, self.rules)

    def _base_fault(self) -> str:
        fewest = self.rules.k_sensitive if self.question.sensitive else self.rules.k
        printed, items = self.cell["base"], self.cell["items"]
        if items is None:
            true = printed == f"<{fewest}" and self.base < fewest
            return "" if true else "a base is hidden that its rule would show, or is not true"
        if isinstance(printed, bool) or not isinstance(printed, int) or printed != self.base:
            return "a base does not hold the true number of answers"
        if self.base < fewest:
            return "a base under k is shown"
        return "" if len(items) == len(self.values) else "a cell does not have a figure for each item"


def rules_of(document: Json) -> Rules:
    parameters = document["parameters"]
    return Rules(
        parameters["k"],
        parameters["m"],
        parameters["score_margin"],
        parameters.get("k_sensitive", Rules.k_sensitive),
    )


def questions_of(document: Json) -> dict[str, Question]:
    return {
        one["key"]: Question(one["key"], one["type"], tuple(one["items"]), bool(one.get("sensitive", False)))
        for one in document["questions"]
    }
