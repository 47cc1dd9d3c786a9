from datetime import timedelta

import pytest
from django.core import mail
from django.utils import timezone

from tests.alumni.cases import confirmed, left, link_in_last_mail, on, own_page
from uitzicht.alumni import services
from uitzicht.alumni.models import Member
from uitzicht.privacy.clocks import months_after
from uitzicht.privacy.models import AuditEntry

START = timezone.localdate()


@pytest.fixture
def member(cast):
    found = confirmed(left(cast.leaver), "news", at=on(START))
    mail.outbox.clear()
    return found


def night(months, days=0):
    day = months_after(START, months) + timedelta(days=days)
    return services.remind(on=day, at=on(day), by="the night"), services.end_over(by="the night", at=on(day))


def test_two_questions_a_year_apart_and_then_everything_is_erased(member):
    assert night(11) == (0, 0)
    assert night(12) == (1, 0)
    assert night(12, 1) == (0, 0), "not every night"
    assert night(23) == (0, 0)
    assert night(24) == (1, 0)
    assert night(35) == (0, 0)
    assert night(36) == (0, 1)
    assert not Member.objects.exists()
    assert len(mail.outbox) == 2


def test_the_last_question_says_when_everything_is_erased(member):
    night(12)
    night(24)
    first, last = mail.outbox
    assert "twee jaar" in first.body
    assert "laatste vraag" in last.body
    assert str(months_after(START, 36).year) in last.body
    for message in mail.outbox:
        assert message.extra_headers["List-Unsubscribe"].endswith("/stop/>")


def test_opening_the_page_starts_the_clock_anew(cast):
    today = timezone.localdate()
    member = confirmed(left(cast.leaver), at=on(months_after(today, -13)))
    services.remind(on=today, at=on(today), by="the night")
    member.refresh_from_db()
    assert member.questions == 1
    own_page(link_in_last_mail())
    member.refresh_from_db()
    assert (member.questions, member.asked_on, member.holds_on) == (0, None, today)


@pytest.mark.parametrize(
    ("language", "subject"),
    [
        ("nl", "Klopt je adres nog?"),
        ("fr", "Votre adresse est-elle toujours la bonne ?"),
        ("en", "Does your address still hold?"),
        ("de", "Stimmt Ihre Adresse noch?"),
    ],
)
def test_it_speaks_the_language_that_was_chosen(member, language, subject):
    Member.objects.update(language=language)
    night(12)
    assert mail.outbox[-1].subject == subject
    assert "Sofie" in mail.outbox[-1].body


def test_a_mail_server_that_is_away_loses_nothing(member, settings):
    settings.EMAIL_BACKEND = "tests.alumni.test_nobody_is_in_touch_before_the_address_is_confirmed.DeadBackend"
    assert night(12) == (0, 0)
    settings.EMAIL_BACKEND = "django.core.mail.backends.locmem.EmailBackend"
    assert night(12, 1) == (1, 0)


def test_the_trail_counts_and_names_nobody(member):
    night(12)
    (line,) = AuditEntry.objects.filter(action="alumni.reminded")
    assert (line.subject, line.detail) == ("", {"count": 1})
