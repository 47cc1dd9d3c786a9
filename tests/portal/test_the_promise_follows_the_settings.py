from datetime import date

import pytest
from django.test import Client
from django.utils import timezone, translation

from tests.departures.cases import BY, register_from_today, schedule
from uitzicht.departures.links import make_link
from uitzicht.portal.promise import CLAUSES, Facts, promise
from uitzicht.privacy.models import Policy
from uitzicht.privacy.policies import decide_policy

LANGUAGES = ("nl", "fr", "en", "de")


def promised(language="en", interviewer="Bram Nijs", contact="ria@havenlicht.example", **settings):
    facts = Facts("Havenlicht", interviewer, contact, date(2026, 3, 17), Policy(**settings))
    with translation.override(language):
        return {clause.code: clause for clause in promise(facts)}


@pytest.mark.parametrize("language", LANGUAGES)
def test_all_eight_clauses_stand_in_order_and_no_placeholder_is_left(language):
    clauses = promised(language)
    assert list(clauses) == list(CLAUSES) == ["what", "who", "form", "when", "keep", "never", "yours", "limits"]
    assert all(clause.title and "{" not in clause.text for clause in clauses.values())


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize(
    ("setting", "value", "clause", "shown"),
    [
        ("k", 8, "form", "8"),
        ("k_sensitive", 15, "form", "15"),
        ("retention_notes_months", 6, "keep", "6"),
        ("retention_answers_months", 36, "keep", "36"),
        ("portal_days", 45, "keep", "45"),
    ],
)
def test_another_setting_is_another_text(language, setting, value, clause, shown):
    before, after = promised(language), promised(language, **{setting: value})
    assert shown not in before[clause].text
    assert shown in after[clause].text
    assert [code for code in before if before[code] != after[code]] == [clause]


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_interviewer_is_named_or_described(language):
    assert "Bram Nijs" in promised(language)["who"].text
    assert "Bram Nijs" not in promised(language, interviewer="")["who"].text


def test_the_two_words_are_never_mixed():
    clauses = promised("nl")
    assert "vertrouwelijk" in clauses["what"].text
    assert "anoniem verwerkt" in clauses["what"].text
    assert not any("100 % anoniem" in clause.text for clause in clauses.values())


def test_the_page_shows_what_is_decided_now(cast):
    departure = register_from_today(cast.leaver)
    schedule(departure, cast, at=timezone.now())
    address = make_link(departure, at=timezone.now()).removeprefix("http://127.0.0.1:8000")
    assert "minstens 5 mensen" in Client().get(address).content.decode()
    decide_policy(by=BY, at=timezone.now(), reason="small teams", k=9, guardian_contact="ria@havenlicht.example")
    page = Client().get(address).content.decode()
    assert "minstens 9 mensen" in page
    assert "ria@havenlicht.example" in page
