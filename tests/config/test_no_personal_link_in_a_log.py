import logging

from django.conf import settings
from django.urls import reverse

from uitzicht.config.logs import WithoutLinks

TOKEN = "a-token-that-opens-somebodys-pages"


def test_the_link_is_cut_out_of_a_line():
    record = logging.LogRecord("django.request", logging.WARNING, "", 0, "Not Found: %s", (f"/my/{TOKEN}/",), None)
    assert WithoutLinks().filter(record)
    assert record.getMessage() == "Not Found: /my/.../"


def test_a_link_that_does_not_work_is_told_without_its_token(signed_in, capsys):
    signed_in("").get(reverse("my_pages", args=[TOKEN]))
    assert TOKEN not in capsys.readouterr().err


def test_every_handler_has_the_filter():
    assert all("without_links" in handler["filters"] for handler in settings.LOGGING["handlers"].values())
    assert all(not logger["handlers"] for logger in settings.LOGGING["loggers"].values())
