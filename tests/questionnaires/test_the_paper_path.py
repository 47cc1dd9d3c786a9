"""The guide and the leaver's sheet: accessible, in four languages, and nothing on them that is not meant for the reader."""

from io import BytesIO

import pytest
from pypdf import PdfReader

from uitzicht.questionnaires import queries
from uitzicht.questionnaires.codebook import load_codebook
from uitzicht.questionnaires.models import QuestionnaireVersion
from uitzicht.questionnaires.paper import guide_pdf, leaver_sheet_pdf
from uitzicht.questionnaires.wording import LANGUAGES


def said(pdf: bytes) -> str:
    return " ".join(" ".join(page.extract_text().split()) for page in PdfReader(BytesIO(pdf)).pages)


def squeezed(text: str) -> str:
    return "".join(text.replace("\N{SOFT HYPHEN}", "").replace("-", "").split())


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_guide_says_everything_that_the_screen_says(published: QuestionnaireVersion, language: str) -> None:
    pdf = guide_pdf(published, language)
    text = squeezed(said(pdf))
    for part in queries.parts_of(published, language):
        assert squeezed(part.script) in text
    for question in queries.items_of(published, language):
        assert squeezed(question.text) in text
        assert all(squeezed(probe) in text for probe in question.probes)
    for group in load_codebook().groups:
        assert squeezed(group.labels[language]).lower() in text.lower()


def test_it_is_tagged_and_names_its_language(published: QuestionnaireVersion) -> None:
    pdf = guide_pdf(published, "fr")
    assert b"pdfuaid" in pdf
    assert PdfReader(BytesIO(pdf)).root_object["/Lang"] == "fr"


def test_the_same_version_gives_the_same_bytes(published: QuestionnaireVersion) -> None:
    assert guide_pdf(published, "nl") == guide_pdf(published, "nl")


def test_an_audience_gets_its_own_guide(published: QuestionnaireVersion) -> None:
    text = squeezed(said(guide_pdf(published, "nl", "pensioner")))
    asked = {question.key: question for question in queries.items_of(published, "nl", "pensioner")}
    general = {question.key: question for question in queries.items_of(published, "nl")}
    assert squeezed(asked["leaving.main_reason"].text) in text
    assert squeezed(general["leaving.differences"].text) not in text


def test_the_leaver_reads_the_promise_and_no_hint_or_probe(published: QuestionnaireVersion) -> None:
    promise = [("Wie leest", "Alleen je gespreksvoerder."), ("Hoe lang", "Twaalf maanden.")]
    text = squeezed(said(leaver_sheet_pdf(published, "nl", promise=promise)))
    assert all(squeezed(one) in text for clause in promise for one in clause)
    for part in queries.parts_of(published, "nl"):
        assert squeezed(part.hint) not in text
    for question in queries.items_of(published, "nl"):
        assert squeezed(question.text) in text
    assert squeezed("Hoe zag een gewone week eruit?") not in text


def test_a_draft_says_that_it_is_one(draft: QuestionnaireVersion) -> None:
    assert "draft" in said(guide_pdf(draft, "en"))
