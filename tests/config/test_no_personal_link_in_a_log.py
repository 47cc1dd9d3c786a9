import logging
import secrets

import pytest
from django.conf import settings
from django.urls import reverse

from uitzicht.config.logs import LINK, WithoutLinks
from uitzicht.departures.links import TOKEN_BYTES
from uitzicht.followups.links import stop_token

TOKEN = "a-token-that-opens-somebodys-pages"


@pytest.mark.parametrize(
    ("address", "told"),
    [
        (f"/my/{TOKEN}/", "/my/.../"),
        (f"/later/{TOKEN}/stop/", "/later/.../stop/"),
        ("/my/questions/content/", "/my/questions/content/"),
    ],
)
def test_the_secret_is_cut_out_of_a_line_and_nothing_else(address, told):
    record = logging.LogRecord("django.request", logging.WARNING, "", 0, "Not Found: %s", (address,), None)
    assert WithoutLinks().filter(record)
    assert record.getMessage() == f"Not Found: {told}"


def test_every_secret_that_the_product_makes_is_long_enough_to_be_cut():
    for token in (secrets.token_urlsafe(TOKEN_BYTES), stop_token(1)):
        assert LINK.sub("", f"/my/{token}/") == "/"


@pytest.mark.parametrize("door", ["my_door", "follow_up_door"])
def test_a_link_that_does_not_work_is_told_without_its_token(signed_in, capsys, door):
    signed_in("").get(reverse(door, args=[TOKEN]))
    assert TOKEN not in capsys.readouterr().err


def test_every_handler_has_the_filter():
    assert all("without_links" in handler["filters"] for handler in settings.LOGGING["handlers"].values())
    assert all(not logger["handlers"] for logger in settings.LOGGING["loggers"].values())
