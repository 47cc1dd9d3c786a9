from datetime import timedelta
from smtplib import SMTPRecipientsRefused
from unittest import mock

import pytest
from django.core import mail
from django.core.mail.backends.locmem import EmailBackend
from django.urls import reverse
from django.utils import timezone, translation

from tests.cast import NOW
from tests.departures.cases import BY, register, register_from_today
from uitzicht.departures.consents import give_consent
from uitzicht.departures.links import link_behind
from uitzicht.departures.models import Departure, PersonalLink
from uitzicht.departures.vocabulary import Purpose
from uitzicht.offboarding.farewell.final_mail import compose, send_again, send_final_mails
from uitzicht.offboarding.models import FinalMail
from uitzicht.people.models import Person
from uitzicht.privacy.clocks import months_after
from uitzicht.privacy.models import AuditEntry
from uitzicht.privacy.policies import decide_policy
from uitzicht.ui.templatetags.ui import day

NIGHT = NOW + timedelta(days=17)  # Friday 27 March, the night after the last day worked
DAY = timedelta(days=1)


def sent(at=NIGHT):
    return send_final_mails(by=BY, at=at)


def refuse(backend, messages):
    raise SMTPRecipientsRefused({messages[0].to[0]: (550, b"no such box")})


def test_it_leaves_in_the_night_after_the_last_day_worked_and_once(cast):
    register(cast.leaver)
    assert sent(NIGHT - DAY) == 0
    assert sent() == 1
    assert sent(NIGHT + DAY) == 0
    [message] = mail.outbox
    assert message.to == ["sofie@example.org"]
    assert message.extra_headers["Auto-Submitted"] == "auto-generated"
    assert AuditEntry.objects.filter(action="farewell.mail_sent").count() == 1


def test_its_link_opens_the_own_pages(cast):
    departure = register(cast.leaver)
    sent()
    token = mail.outbox[0].body.partition("/my/")[2].split("/")[0]
    assert link_behind(token, on=NIGHT.date()).departure == departure


@pytest.mark.parametrize("change", [{"kind": "death"}, {"stage": "cancelled"}])
def test_it_never_goes_after_a_death_or_a_cancellation(cast, change):
    register(cast.leaver)
    Departure.objects.update(**change)
    assert sent() == 0
    assert not FinalMail.objects.exists()


def test_it_never_goes_to_a_work_address(cast):
    register(cast.leaver)
    Person.objects.update(private_email="")
    assert sent() == 0
    Person.objects.filter(pk=cast.leaver.pk).update(private_email="thuis@example.org")
    assert sent(NIGHT + DAY) == 1


def test_nights_that_were_missed_are_made_up_for_but_not_years(cast):
    register(cast.leaver)
    assert sent(NIGHT + 20 * DAY) == 0
    assert sent(NIGHT + 10 * DAY) == 1


def test_once_the_own_pages_are_closed_it_comes_no_more(cast):
    register(cast.leaver)
    decide_policy(by=BY, at=NOW, reason="short", portal_days=1)
    assert sent(NIGHT + 8 * DAY) == 0
    assert sent(NIGHT) == 1


@pytest.mark.parametrize("language", ["nl", "fr", "en", "de"])
@pytest.mark.parametrize("kind", ["resignation", "dismissal", "retirement", "end_of_fixed_term"])
def test_it_says_what_the_settings_say(cast, language, kind):
    Person.objects.filter(pk=cast.leaver.pk).update(language=language)
    departure = register(Person.objects.get(pk=cast.leaver.pk), kind=kind)
    decide_policy(by=BY, at=NOW, reason="other clocks", k=9, retention_notes_months=7, guardian_contact="Ria, 09 1")
    text = compose(departure, link="LINK").body
    for part in ("9", "LINK", "Ria, 09 1", "Havenlicht", "Sofie"):
        assert part in text
    assert "{" not in text
    assert "!" not in text
    assert "\n\n\n" not in text
    assert not [word for word in ("ontslag", "licenci", "dismiss", "Kündigung") if word in text]


def test_the_clocks_are_those_in_force(cast):
    departure = register(cast.leaver)
    changes = {"retention_notes_months": 18, "retention_answers_months": 37}
    with translation.override("nl"):
        days = [day(months_after(departure.ends_on, months)) for months in changes.values()]
    assert not [text for text in days if text in compose(departure, link="").body]
    decide_policy(by=BY, at=NOW, reason="longer", **changes)
    after = compose(departure, link="").body
    assert all(text in after for text in days)


def test_a_follow_up_is_named_only_to_who_agreed_and_where_there_is_one(cast):
    departure = register(cast.leaver)
    decide_policy(by=BY, at=NOW, reason="a look back", follow_up_months=6)
    assert "terugblik" not in compose(departure, link="").body
    give_consent(departure, Purpose.FOLLOW_UP, by="leaver", at=NOW)
    assert "terugblik" in compose(departure, link="").body
    decide_policy(by=BY, at=NOW, reason="no more", follow_up_months=0)
    assert "terugblik" not in compose(departure, link="").body


def test_replies_reach_the_guardian(cast):
    departure = register(cast.leaver)
    decide_policy(by=BY, at=NOW, reason="named", guardian_contact="Ria De Wit, ria@havenlicht.example")
    assert compose(departure, link="").reply_to == ["ria@havenlicht.example"]


def test_a_refused_address_stops_nobody_else_and_is_not_tried_by_itself(cast):
    register(cast.leaver)
    with mock.patch.object(EmailBackend, "send_messages", refuse):
        assert sent() == 0
    assert FinalMail.objects.get().problem == "SMTPRecipientsRefused"
    assert AuditEntry.objects.filter(action="farewell.mail_not_delivered").count() == 1
    assert sent(NIGHT + DAY) == 0


def test_what_was_refused_can_be_sent_again_and_what_arrived_cannot(cast):
    departure = register(cast.leaver)
    with mock.patch.object(EmailBackend, "send_messages", refuse):
        sent()
    assert send_again(departure, by=BY, at=NIGHT)
    assert FinalMail.objects.get().problem == ""
    assert not send_again(departure, by=BY, at=NIGHT)
    assert len(mail.outbox) == 1


def test_hr_reads_beforehand_what_it_will_say_without_a_working_link(cast, signed_in):
    departure = register_from_today(cast.leaver)
    browser = signed_in("hr_lead")
    links = PersonalLink.objects.count()
    shown = browser.get(reverse("final_mail", args=[departure.pk])).content.decode()
    assert "Bedankt, en het beste" in shown
    assert "It leaves by itself in the night after" in shown
    assert PersonalLink.objects.count() == links
    assert mail.outbox == []


def test_hr_sends_a_refused_one_again_by_the_button(cast, signed_in):
    departure = register_from_today(cast.leaver)
    today = timezone.localdate()
    Departure.objects.update(last_day_worked_on=today - DAY, earliest_on=None, target_on=None, latest_on=None)
    FinalMail.objects.create(departure=departure, sent_at=timezone.now(), problem="SMTPRecipientsRefused")
    browser, address = signed_in("hr_lead"), reverse("final_mail", args=[departure.pk])
    assert "Send it again" in browser.get(address).content.decode()
    browser.post(address)
    assert len(mail.outbox) == 1
    assert "Send it again" not in browser.get(address).content.decode()


@pytest.mark.parametrize("who", ["interviewer", "leader", "guardian", "admin", "prevention", "outsider"])
def test_nobody_else_reads_it(cast, signed_in, who):
    departure = register_from_today(cast.leaver)
    assert signed_in(who).get(reverse("final_mail", args=[departure.pk])).status_code == 404
