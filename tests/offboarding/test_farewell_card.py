import io
from datetime import date
from itertools import product
from uuid import uuid4

import pytest
from django.urls import reverse
from pypdf import PdfReader

from tests.cast import NOW
from tests.departures.cases import BY, register
from tests.offboarding.cases import from_today
from uitzicht.departures.models import Departure
from uitzicht.offboarding.farewell import rules, services
from uitzicht.offboarding.farewell.cards import card_pdf, suggestions
from uitzicht.offboarding.farewell.queries import card_of, occasion_of
from uitzicht.offboarding.farewell.vocabulary import Occasion
from uitzicht.offboarding.vocabulary import LANGUAGES
from uitzicht.people.models import Position


def write(departure, **changes):
    card = {"language": "nl", "text": "Beste Sofie,\n\nBedankt.\nTot ziens.", "signed_by": "De ploeg"}
    return services.write_card(departure, **(card | changes), by=BY, at=NOW)


@pytest.mark.parametrize(
    ("since", "occasion"),
    [
        (date(2025, 6, 1), Occasion.UNDER_1),
        (date(2025, 3, 27), Occasion.UNDER_1),
        (date(2025, 3, 26), Occasion.UNDER_3),
        (date(2023, 3, 26), Occasion.UNDER_10),
        (date(2016, 3, 27), Occasion.UNDER_10),
        (date(2016, 3, 26), Occasion.UNDER_25),
        (date(2001, 3, 26), Occasion.OVER_25),
    ],
)
def test_whole_years_decide_what_is_suggested(since, occasion):
    assert rules.occasion("resignation", hired_on=since, last_day=date(2026, 3, 26)) == occasion


@pytest.mark.parametrize(
    ("kind", "occasion"),
    [
        ("retirement", Occasion.RETIREMENT),
        ("dismissal", Occasion.DIGNITY),
        ("end_of_fixed_term", Occasion.DIGNITY),
        ("mutual_agreement", Occasion.UNDER_25),
        ("other", Occasion.UNDER_25),
    ],
)
def test_some_departures_ask_for_a_tone_of_their_own(kind, occasion):
    assert rules.occasion(kind, hired_on=date(2010, 1, 1), last_day=date(2026, 3, 26)) == occasion


@pytest.mark.parametrize(("occasion", "language"), list(product(Occasion, LANGUAGES)))
def test_each_occasion_has_several_texts_in_each_language(cast, occasion, language):
    texts = suggestions(register(cast.leaver), occasion, 12, language=language)
    assert len(set(texts)) == 3
    for text in texts:
        assert "Sofie" in text
        assert "{" not in text
        assert "!" not in text
        assert 120 < len(text) < 320


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_card_after_a_dismissal_says_nothing_of_it_and_counts_no_years(cast, language):
    texts = " ".join(suggestions(register(cast.leaver), Occasion.DIGNITY, 12, language=language)).casefold()
    assert not [word for word in ("12", "ontsla", "licenci", "dismiss", "kündig", "entlass") if word in texts]


def test_who_came_back_is_thanked_for_this_time_only(cast):
    departure = register(cast.leaver)
    years = rules.whole_years(cast.leaver.started_on, departure.last_day_worked_on)
    assert occasion_of(departure)[1] == years > 1
    earlier = Departure.objects.get(pk=departure.pk)
    earlier.pk, earlier._state.adding, earlier.stage = uuid4(), True, "coded"
    earlier.notified_on, earlier.ends_on = date(2024, 1, 1), date(2024, 12, 31)
    earlier.last_day_worked_on, earlier.earliest_on, earlier.target_on, earlier.latest_on = (
        date(2024, 12, 1),
        None,
        None,
        None,
    )
    earlier.save()
    Position.objects.create(
        person=cast.leaver, unit=cast.kade_noord, valid_from=date(2025, 6, 1), valid_to=date(2025, 7, 1)
    )
    assert occasion_of(departure) == (Occasion.UNDER_1, 0)


def test_a_suggestion_is_only_where_the_form_begins(cast, signed_in):
    browser, checklist = signed_in("hr_lead"), from_today(cast)
    address = reverse("thanks_card", args=[checklist.departure_id])
    assert browser.get(address).context["form"].initial["text"] == ""
    begun = browser.get(address, {"in": "fr", "begin": "1"}).context["form"].initial
    assert begun["text"].startswith("Bonjour Sofie,")
    assert begun["language"] == "fr"
    assert card_of(checklist.departure) is None
    browser.post(address, {"language": "fr", "text": "Merci, Sofie.", "signed_by": ""})
    card = card_of(checklist.departure)
    assert (card.text, card.written_by) == ("Merci, Sofie.", cast.hr_lead.signature)


@pytest.mark.parametrize("query", [{"in": "xx"}, {"begin": "99"}, {"begin": "-1"}, {"begin": "a"}])
def test_an_address_that_makes_no_sense_begins_with_nothing(cast, signed_in, query):
    checklist = from_today(cast)
    answer = signed_in("hr_lead").get(reverse("thanks_card", args=[checklist.departure_id]), query)
    assert answer.context["form"].initial == {"language": "nl", "text": "", "signed_by": ""}


def test_a_card_without_a_text_is_not_kept(cast, signed_in):
    checklist = from_today(cast)
    answer = signed_in("hr_lead").post(reverse("thanks_card", args=[checklist.departure_id]), {"language": "nl"})
    assert answer.context["form"].errors.keys() == {"text"}


def test_the_printed_card_is_tagged_and_says_what_was_written(cast):
    card = write(register(cast.leaver), text="Beste Sofie,\n\nBedankt voor *alles* #1.\nTot ziens.")
    content = card_pdf(card)
    assert content == card_pdf(card)
    read = PdfReader(io.BytesIO(content))
    assert len(read.pages) == 2
    assert read.trailer["/Root"]["/MarkInfo"]["/Marked"]
    assert read.trailer["/Root"]["/Lang"] == "nl"
    assert "Bedankt, Sofie" in read.pages[0].extract_text()
    inside = read.pages[1].extract_text()
    assert "Bedankt voor *alles* #1." in inside
    assert "De ploeg" in inside


def test_the_longest_card_still_fits_on_paper(cast):
    card = write(register(cast.leaver), text="Bedankt voor alles. " * 100)
    assert 2 <= len(PdfReader(io.BytesIO(card_pdf(card))).pages) <= 4
