"""The mail text holds what is published in one language, to copy, to download, and for who asked to know."""

from collections.abc import Callable
from email import message_from_bytes, policy

import pytest
from django.test import Client
from django.urls import reverse

from tests.actions.cases import BY, TO_DONE, moved, proposed
from tests.cast import NOW, Cast
from uitzicht.actions.models import Action
from uitzicht.actions.telling import letter, services
from uitzicht.actions.telling.letters import as_mail

Ids = dict[str, str]
SignedIn = Callable[[str], Client]
DUTCH = {"said": "Het loon is te laag.", "did": "We verhoogden alle schalen.", "brought": "Te vroeg om te weten."}


@pytest.fixture
def published(cast: Cast, ids: Ids) -> Action:
    action = moved(proposed(cast.hr_lead), *TO_DONE)
    services.keep_text(action, language="nl", **DUTCH, by=BY, at=NOW)
    return services.publish(action, by=BY, at=NOW).action


def test_a_letter_holds_what_is_published_in_its_language(published: Action) -> None:
    found = letter("nl")
    assert (found.count, found.left_out) == (1, 0)
    for part in DUTCH.values():
        assert part in found.text
    assert "/you-said-we-did/" in found.body
    assert found.body in found.text
    assert found.text.startswith(found.greeting)


def test_what_is_not_translated_is_left_out_and_counted(published: Action) -> None:
    found = letter("fr")
    assert (found.count, found.left_out) == (0, 1)
    assert DUTCH["did"] not in found.text


def test_a_withdrawn_text_is_in_no_letter(published: Action) -> None:
    services.withdraw(published, by=BY, at=NOW)
    assert letter("nl").count == 0


def test_the_file_is_a_draft_without_sender_or_recipients(published: Action) -> None:
    found = letter("nl")
    mail = message_from_bytes(as_mail(found), policy=policy.default)
    assert mail["Subject"] == found.subject
    assert mail["X-Unsent"] == "1"
    assert mail["From"] is None
    assert mail["To"] is None
    assert DUTCH["said"] in mail.get_content()


def test_staff_copy_it_or_take_it_as_a_file(published: Action, signed_in: SignedIn) -> None:
    client = signed_in("hr_lead")
    page = client.get(reverse("telling_letter", args=["nl"]))
    assert DUTCH["did"] in page.content.decode()
    for form, kind in (("txt", "text/plain"), ("eml", "message/rfc822")):
        file = client.get(reverse("telling_letter_file", args=["nl", form]))
        assert file["Content-Type"].startswith(kind)
        assert file["Content-Disposition"] == f'attachment; filename="uitzicht-nl.{form}"'
    assert DUTCH["did"] in client.get(reverse("telling_letter_file", args=["nl", "txt"])).content.decode()
    assert client.get(reverse("telling_letter_file", args=["nl", "exe"])).status_code == 404
