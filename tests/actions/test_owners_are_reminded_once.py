"""A mail in the week before the day and one when it has passed; Today shows the same, and what waits for an agreement."""

from datetime import datetime, timedelta

import pytest
from django.core import mail
from pytest_django import DjangoAssertNumQueries

from tests.actions.cases import DUE_ON, moved, proposed
from tests.cast import NOW, TODAY, Cast
from uitzicht.actions import queries
from uitzicht.actions.reminders import remind_owners
from uitzicht.actions.rules import is_overdue, reminder
from uitzicht.actions.vocabulary import PROMISED, State
from uitzicht.privacy.models import AuditEntry

Ids = dict[str, str]
DAY = timedelta(days=1)


def _at(days: int) -> datetime:
    """A night so many days after the action is due."""
    return NOW + (DUE_ON - TODAY) + days * DAY


def test_the_owner_gets_one_mail_before_and_one_after(cast: Cast, ids: Ids) -> None:
    moved(proposed(cast.hr_lead), State.AGREED)
    sent = [remind_owners(by="nightly", at=_at(days)) for days in (-8, -7, -6, 0, 1, 2)]
    assert sent == [0, 1, 0, 0, 1, 0]
    first, second = mail.outbox
    assert first.to == [cast.hr_lead.email]
    assert first.subject == "Herinnering: Pay beside the market"
    assert second.subject == "Te laat: Pay beside the market"
    assert "/actions/" in first.body
    assert AuditEntry.objects.filter(action="action.owner_reminded").count() == 2


def test_the_mail_holds_no_figure(cast: Cast, ids: Ids) -> None:
    action = moved(proposed(cast.hr_lead), State.AGREED)
    remind_owners(by="nightly", at=_at(1))
    assert action.finding["nl"] not in mail.outbox[0].body
    assert "%" not in mail.outbox[0].body


@pytest.mark.parametrize("language", ["nl", "fr", "en", "de"])
def test_the_mail_is_in_the_language_of_the_owner(cast: Cast, ids: Ids, language: str) -> None:
    type(cast.hr_lead).objects.filter(pk=cast.hr_lead.pk).update(language=language)
    moved(proposed(cast.hr_lead), State.AGREED)
    remind_owners(by="nightly", at=_at(-3))
    greeting = {"nl": "Beste Noor", "fr": "Bonjour Noor", "en": "Hello Noor", "de": "Guten Tag Noor"}[language]
    assert greeting in mail.outbox[0].body


def test_nobody_is_reminded_of_what_was_only_proposed(cast: Cast, ids: Ids) -> None:
    proposed(cast.hr_lead)
    assert remind_owners(by="nightly", at=_at(1)) == 0


def test_a_mail_server_that_refuses_is_tried_again(cast: Cast, ids: Ids, monkeypatch: pytest.MonkeyPatch) -> None:
    moved(proposed(cast.hr_lead), State.AGREED)
    with monkeypatch.context() as refusing:
        refusing.setattr("django.core.mail.EmailMessage.send", _refuse)
        assert remind_owners(by="nightly", at=_at(1)) == 0
    assert remind_owners(by="nightly", at=_at(2)) == 1


def _refuse(*_: object, **__: object) -> int:
    raise OSError


def test_overdue_is_computed_from_state_and_day() -> None:
    for state in State:
        assert is_overdue(state, TODAY - DAY, TODAY) == (state in PROMISED)
        assert not is_overdue(state, TODAY, TODAY)
        assert reminder(state, TODAY - DAY, on=TODAY, reminded=True, told=True) == ""


def test_today_tells_an_owner_what_needs_them(
    cast: Cast, ids: Ids, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    late = moved(proposed(cast.hr_lead, title="Late"), State.AGREED)
    type(late).objects.filter(pk=late.pk).update(due_on=TODAY - DAY)
    soon = moved(proposed(cast.hr_lead, title="Soon", due_on=TODAY + 5 * DAY), State.AGREED)
    stepped = moved(proposed(cast.hr_lead, title="Step", steps=["First"]), State.AGREED)
    stepped.steps.update(due_on=TODAY + 2 * DAY)
    asked = proposed(cast.hr_lead, title="Asked", by="Somebody else <else@havenlicht.example>")
    proposed(cast.hr_lead, title="My own proposal", by=cast.hr_lead.signature)
    moved(proposed(cast.hr_lead, title="Far"), State.AGREED)
    with django_assert_num_queries(2):
        found = queries.needing(cast.hr_lead, TODAY)
    assert [(one.action.pk, one.why) for one in found] == [
        (late.pk, "overdue"),
        (stepped.pk, "step"),
        (soon.pk, "soon"),
        (asked.pk, "agree"),
    ]
    assert [one.pressing for one in found] == [True, False, False, False]
    assert queries.needing(cast.outsider, TODAY) == []
