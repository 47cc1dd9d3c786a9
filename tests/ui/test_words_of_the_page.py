from datetime import date

import pytest
from django.utils.translation import override

from uitzicht.ui.templatetags import ui


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("nl", "dinsdag 9 juni 2020"),
        ("fr", "mardi 9 juin 2020"),
        ("en", "Tuesday 9 June 2020"),
        ("de", "Dienstag, 9. Juni 2020"),
    ],
)
def test_a_day_is_written_as_its_language_writes_it(language, text):
    with override(language):
        assert ui.day(date(2020, 6, 9)) == text


def test_the_first_of_a_month_is_premier_in_french():
    with override("fr"):
        assert ui.day(date(2020, 12, 1)) == "mardi 1er décembre 2020"
        assert ui.short_day(date(2020, 12, 1)) == "mar. 1er déc. 2020"


def test_a_month_always_has_its_year():
    with override("nl"):
        assert ui.month(date(2019, 9, 2)) == "sep 2019"
        assert ui.month(None) == ""


def test_a_share_has_a_space_before_its_sign_except_in_english():
    with override("nl"):
        assert ui.percent(0.312) == "31\u00a0%"
    with override("en"):
        assert ui.percent(0.312) == "31%"


def test_a_certificate_is_short_enough_to_compare_by_eye():
    assert ui.certificate("b7e241c90d5f8a36ff00") == "b7e2 41c9 0d5f 8a36"
