import ast
from pathlib import Path

import pytest
from django.apps import apps
from django.urls import reverse
from django.utils import timezone

import uitzicht.alumni
from tests.alumni.cases import confirmed, left, link_in_last_mail, own_page, sent_letter
from tests.portal.alone import behind_a_new_link, words
from uitzicht.questionnaires import content
from uitzicht.questionnaires.services import publish_version

ROOM = Path(uitzicht.alumni.__file__).parent
MAY_SEE = {"alumni", "core", "departures", "people", "privacy", "ui"}
CANARY = "grutto-4711"


def test_the_room_imports_nothing_that_holds_an_answer():
    seen = set()
    for file in ROOM.rglob("*.py"):
        for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
            names = [node.module or ""] if isinstance(node, ast.ImportFrom) else []
            names += [alias.name for alias in node.names] if isinstance(node, ast.Import) else []
            seen |= {name.split(".")[1] for name in names if name.startswith("uitzicht.")}
    assert seen <= MAY_SEE


def test_no_field_points_to_a_room_that_holds_an_answer():
    models = list(apps.get_app_config("alumni").get_models())
    assert models
    pointed = {
        field.related_model._meta.app_label for model in models for field in model._meta.fields if field.is_relation
    }
    assert pointed <= {"alumni", "departures", "people"}


def test_nothing_that_holds_an_answer_points_to_a_member():
    walled = {"interviews", "coding", "portal", "followups", "history", "release", "questionnaires"}
    models = [model for model in apps.get_models() if model._meta.app_label in walled]
    pointed = {f.related_model._meta.app_label for m in models for f in m._meta.fields if f.is_relation}
    assert "alumni" not in pointed


@pytest.mark.django_db
def test_no_page_mail_or_export_of_alumni_holds_a_word_of_an_answer(cast, signed_in, mailoutbox):
    publish_version(content.load(1), by="test", at=timezone.now())
    departure = left(cast.leaver, days=5)
    sofie = behind_a_new_link(departure)
    sofie.answer("content.variety", words(CANARY))
    sofie.hand_in()
    confirmed(departure, "news", would_recommend="yes")
    sent_letter(
        {"nl": {"subject": "Nieuws", "text": "Hallo"}}, interest="news", by="x <x@y.example>", at=timezone.now()
    )
    mine, hr = own_page(link_in_last_mail()), signed_in("hr_lead")
    pages = [mine.get(address).content for address in ("/alumni/me/", "/alumni/me/data/", "/alumni/me/leave/")]
    pages += [hr.get(reverse(name)).content for name in ("alumni", "alumni_counts", "alumni_returned")]
    pages.append(hr.post(reverse("alumni_export")).content)
    told = [page.decode() for page in pages] + [str(message.message()) for message in mailoutbox]
    assert not [text for text in told if CANARY in text]
