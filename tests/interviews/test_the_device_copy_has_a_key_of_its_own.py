"""What the page needs to keep unsaved text on a device."""

import base64
import re
from collections.abc import Callable

import pytest
from django.test import Client
from django.urls import reverse

from uitzicht.interviews.models import Interview
from uitzicht.privacy import vault

SignedIn = Callable[[str], Client]
PAGES = ("talk_part", "reasons", "finish")


@pytest.fixture
def client(signed_in: SignedIn) -> Client:
    return signed_in("interviewer")


def address(interview: Interview, page: str) -> str:
    return reverse(page, args=[interview.pk, "content"] if page == "talk_part" else [interview.pk])


@pytest.mark.parametrize("page", PAGES)
def test_the_key_is_that_of_the_conversation_and_its_interviewer(
    client: Client, interview: Interview, page: str
) -> None:
    found = re.search(r'data-device-key="([^"]+)"', client.get(address(interview, page)).content.decode())
    assert found
    key = base64.b64decode(found[1])
    assert len(key) == 32
    assert key == vault.device_key(f"interview:{interview.pk}:user:{interview.interviewer_id}")
    assert key != vault.device_key(f"interview:{interview.pk}:user:0")


@pytest.mark.parametrize("page", PAGES)
def test_a_page_with_the_key_is_kept_by_no_cache(client: Client, interview: Interview, page: str) -> None:
    assert "no-store" in client.get(address(interview, page))["Cache-Control"]
