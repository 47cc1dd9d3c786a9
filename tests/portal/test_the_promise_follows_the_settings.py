from datetime import date

import pytest
from django.utils import timezone, translation

from tests.departures.cases import BY
from uitzicht.portal.promise import CLAUSES, Facts, promise
from uitzicht.privacy.models import Policy
from uitzicht.privacy.policies import SETTINGS, decide_policy

LANGUAGES = ("nl", "fr", "en", "de")
LAST_DAY = date(2026, 3, 17)
# (setting, another value, the clause that tells it, what then stands there)
TOLD = [
    ("k", 8, "form", "8"),
    ("k_sensitive", 15, "form", "15"),
    ("months_between_releases", 5, "when", "5"),
    ("months_between_releases", 1, "when", ""),
    ("retention_notes_months", 9, "keep", "9"),
    ("retention_answers_months", 36, "keep", "36"),
    ("portal_days", 45, "keep", "45"),
    ("follow_up_months", 3, "keep", "3 "),
    ("follow_up_months", 0, "keep", ""),
    ("inclusion_card", True, "form", ""),
    ("confidant_contact", "An Claes, 09 123 45 67", "limits", "An Claes, 09 123 45 67"),
]
# Of the settings only these have nothing to do with what a leaver reads in the promise: how long answers wait, seen in
# releases, and who decides on a release.
NOT_TOLD = {"patience", "guardian_contact", "second_approval"}


def promised(language="en", interviewer="Bram Nijs", contact="ria@havenlicht.example", **others):
    organisation, last_day = others.pop("organisation", "Havenlicht"), others.pop("last_day", LAST_DAY)
    facts = Facts(organisation, interviewer, contact, last_day, Policy(**others))
    with translation.override(language):
        return {clause.code: clause for clause in promise(facts)}


def changed(before, after):
    return [code for code in before if before[code] != after[code]]


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("card", [False, True])
def test_all_eight_clauses_stand_in_order_and_no_placeholder_is_left(language, card):
    clauses = promised(language, inclusion_card=card, confidant_contact="An")
    assert list(clauses) == list(CLAUSES) == ["what", "who", "form", "when", "keep", "never", "yours", "limits"]
    assert all(clause.title and "{" not in clause.text for clause in clauses.values())


def test_every_setting_is_told_or_named_as_not_told():
    assert {setting for setting, *_ in TOLD} | NOT_TOLD == set(SETTINGS)


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize(("setting", "value", "clause", "shown"), TOLD)
def test_another_setting_is_another_text(language, setting, value, clause, shown):
    before, after = promised(language), promised(language, **{setting: value})
    assert changed(before, after) == [clause]
    assert shown in after[clause].text
    assert not shown or shown not in before[clause].text


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize(
    ("fact", "value", "clauses"),
    [
        ("organisation", "Binnenhaven", {"what"}),
        ("interviewer", "Ilse Danckaert", {"who", "limits"}),
        ("interviewer", "", {"who", "limits"}),
        ("contact", "dpo@havenlicht.example", {"yours"}),
        ("last_day", date(2026, 4, 30), {"when"}),
    ],
)
def test_another_fact_is_another_text(language, fact, value, clauses):
    before, after = promised(language), promised(language, **{fact: value})
    assert set(changed(before, after)) == clauses
    if isinstance(value, str) and value:
        assert all(value in after[clause].text for clause in clauses)
    else:
        assert "Bram Nijs" in before["who"].text or fact == "last_day"


@pytest.mark.parametrize("language", LANGUAGES)
def test_each_language_says_it_in_its_own_words(language):
    others = [other for other in LANGUAGES if other != language]
    for code, clause in promised(language, inclusion_card=True, confidant_contact="An").items():
        assert clause.text not in {
            promised(other, inclusion_card=True, confidant_contact="An")[code].text for other in others
        }


@pytest.mark.parametrize("language", LANGUAGES)
def test_what_is_written_alone_is_said_to_be_sealed(language):
    word = {"nl": "verzegeld", "fr": "scellé", "en": "sealed", "de": "versiegelt"}[language]
    assert word in promised(language)["who"].text


def test_the_two_words_are_never_mixed():
    clauses = promised("nl", inclusion_card=True, confidant_contact="An")
    assert "vertrouwelijk" in clauses["what"].text
    assert "anoniem verwerkt" in clauses["what"].text
    assert not any("100 % anoniem" in clause.text for clause in clauses.values())


def test_the_page_shows_what_is_decided_now(sofie):
    assert "at least 5 people" in sofie.get("/my/promise/").content.decode()
    decide_policy(by=BY, at=timezone.now(), reason="small teams", k=9, guardian_contact="ria@havenlicht.example")
    page = sofie.get("/my/promise/").content.decode()
    assert "at least 9 people" in page
    assert "ria@havenlicht.example" in page


@pytest.mark.parametrize("name", ["", "appointment/", "appointment/ask/", "consents/", "summary/", "code/"])
def test_every_page_says_who_reads_it_and_the_clauses_asked_for_most(sofie, name):
    page = sofie.get(f"/my/{name}").content.decode()
    assert page.count('<details class="promise">') == 1
    assert "at least 5 people" in page
    assert "/my/promise/" in page
