"""A proposal is the question asked otherwise, in the language of the question."""

import re

import pytest

from tests.core.questions.examples import bad
from uitzicht.core.questions import check

PROPOSALS = [
    ("nl", "Vond je de werkdruk te hoog?", "Hoe ervaarde je de werkdruk?"),
    ("nl", "Heb je genoeg opleiding gekregen?", "In hoeverre heb je genoeg opleiding gekregen?"),
    ("nl", "Hoe hield je die vreselijke vergaderingen vol?", "Hoe hield je die vergaderingen vol?"),
    (
        "nl",
        "Waarom vertrek je en wat ga je doen?",
        "Maak er twee vragen van: „Waarom vertrek je?” en „Wat ga je doen?”",
    ),
    ("fr", "Aviez-vous assez de temps ?", "Dans quelle mesure aviez-vous assez de temps ?"),
    ("fr", "Comment jugez-vous la prime ridicule de fin d'année ?", "Comment jugez-vous la prime de fin d'année ?"),
    ("en", "How did you take an unfair decision?", "How did you take a decision?"),
    ("en", "Looking back, would you choose us again?", "Looking back, to what extent would you choose us again?"),
    (
        "en",
        "How were the kitchen and the parking?",
        "Ask two questions: one about “the kitchen” and one about “the parking”.",
    ),
    ("de", "Was hat Sie an Ihrem Chef gestört?", "Wie haben Sie die Arbeit mit Ihrer Führungskraft erlebt?"),
    ("de", "Wurde Ihnen zugehört?", "Inwiefern wurde Ihnen zugehört?"),
]


@pytest.mark.parametrize(("language", "text", "proposal"), PROPOSALS)
def test_the_proposal_asks_for_the_same_without_the_fault(language: str, text: str, proposal: str) -> None:
    assert check(text, language)[0].proposal == proposal


@pytest.mark.parametrize(("language", "kind", "place", "text"), bad())
def test_no_proposal_has_the_fault_that_it_is_about(language: str, kind: str, place: str, text: str) -> None:
    for finding in check(text, language):
        for question in re.findall(r"[„“«]\s?([^„“”«»]*\?)\s?[”“»]", finding.proposal) or [finding.proposal]:
            assert finding.kind not in {again.kind for again in check(question, language)}, question
