"""What an import did, or would do: per row and in total."""

from collections import Counter
from collections.abc import Mapping as Table
from dataclasses import dataclass

from uitzicht.history.oddities import Oddity, Rule, Severity
from uitzicht.history.questions import QuestionData


@dataclass(frozen=True)
class Report:
    """`kept` rows of `rows` were imported (or would be: `dry_run`). `missing`: column -> kept rows without an answer
    there. `unmapped`: columns that the mapping does not mention; `ignored`: those it leaves out, with the reason.
    `kinds`: kind of departure -> rows kept."""

    name: str
    rows: int
    kept: int
    kinds: Table[str, int]
    oddities: tuple[Oddity, ...]
    missing: Table[str, int]
    unmapped: tuple[str, ...]
    ignored: Table[str, str]
    questions: tuple[QuestionData, ...]
    dry_run: bool

    @property
    def left_out(self) -> int:
        return self.rows - self.kept

    @property
    def totals(self) -> dict[Rule, int]:
        """How often each rule spoke, in the order of `Rule`; rules that did not are absent."""
        counted = Counter(oddity.rule for oddity in self.oddities)
        return {rule: counted[rule] for rule in Rule if rule in counted}

    @property
    def values(self) -> dict[tuple[Rule, str, str], int]:
        """How often each rule met each value of each column: unknown codes at a glance."""
        return dict(Counter((odd.rule, odd.column, odd.value) for odd in self.oddities if odd.column).most_common())

    def of(self, severity: Severity) -> tuple[Oddity, ...]:
        return tuple(oddity for oddity in self.oddities if oddity.severity is severity)
