from tests.core.disclosure.published import TICK, Published, ticks
from uitzicht.core.disclosure.auditor import audit
from uitzicht.core.disclosure.protection import ShownCells, protect
from uitzicht.core.disclosure.tables import BundleTotals, accumulate, tabulate
from uitzicht.core.disclosure.vocabulary import Parameters, Question, QuestionType

THEMES = Question("themes", QuestionType.TICK, ("pay",), sensitive=True)
REASONS = Question("reasons", QuestionType.TICK, ("pay",))


def _shown(people: int) -> dict[str, ShownCells]:
    sheets = [{"themes": ["pay"] if n % 2 else [], "reasons": ["pay"] if n % 2 else []} for n in range(people)]
    totals = tabulate(sheets, [THEMES, REASONS])
    table = accumulate([BundleTotals("1-0001", "1", "resignation", people, totals)], {"1": None}, [THEMES, REASONS])
    cells = protect(table, Parameters(k=5, k_sensitive=10)).cells
    return {key: cells[key]["1:resignation"] for key in ("themes", "reasons")}


def test_a_sensitive_question_shows_nothing_under_its_own_threshold() -> None:
    shown = _shown(9)
    assert shown["themes"] == ShownCells("<10", None)
    assert shown["reasons"] == ShownCells(9, (4,))


def test_from_its_threshold_on_it_shows_what_others_show() -> None:
    shown = _shown(10)
    assert shown["themes"] == shown["reasons"] == ShownCells(10, (5,))


def test_a_sensitive_figure_shown_under_its_threshold_turns_the_auditor_red() -> None:
    published = Published({"1": None}, [TICK])
    published.release([("1", ticks(3, 4))])
    documents, members, truth = published.evidence()
    assert audit(documents, members, truth).green
    documents[0]["questions"][0]["sensitive"] = True
    verdict = audit(documents, members, truth)
    assert [opening.why for opening in verdict.openings] == ["structure: a base under k is shown"]
