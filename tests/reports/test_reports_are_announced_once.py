"""After a release the night tells who waits for a report: once, with a link, and only whoever may read it."""

import re
from collections.abc import Callable
from io import BytesIO
from smtplib import SMTPServerDisconnected
from typing import Any

import pytest
from django.core import mail
from django.core.mail.backends.locmem import EmailBackend
from django.test import Client
from pypdf import PdfReader

from tests.cast import NOW, Cast
from tests.insight.documents import KADE, ROOT, TECHNIEK, TERMINAL, freeze
from tests.insight.staff_documents import a_staff_document
from uitzicht.core.refusal import Refusal
from uitzicht.people.models import User
from uitzicht.privacy.models import AuditEntry
from uitzicht.release import queries as releases
from uitzicht.reports.announcing import announce_due, announce_from_now_on
from uitzicht.reports.definition import Format, ReportKind
from uitzicht.reports.models import Standing

SignedIn = Callable[[str], Client]
BY = "the test <test@havenlicht.example>"


def released(cast: Cast, number: int) -> None:
    rows = {ROOT: cast.root, TERMINAL: cast.terminal, KADE: cast.kade_noord, TECHNIEK: cast.techniek}
    freeze(a_staff_document({key: str(unit.pk) for key, unit in rows.items()}, release=number))


def announced(*recipients: User, kind: ReportKind = ReportKind.PSYCHOSOCIAL, **more: Any) -> Standing:
    last = releases.latest()
    assert last is not None
    said = {"language": "nl", "form": Format.PDF} | more
    return announce_from_now_on(kind=kind, released=last, recipients=recipients, by=BY, at=NOW, **said)


def tonight() -> int:
    return announce_due(by=BY, at=NOW)


def test_nothing_is_told_before_the_next_release(cast: Cast) -> None:
    released(cast, 7)
    announced(cast.prevention)
    assert tonight() == 0


def test_the_next_release_is_told_once_with_a_link_that_opens_the_report(cast: Cast, signed_in: SignedIn) -> None:
    released(cast, 7)
    announced(cast.prevention, cast.hr_lead)
    released(cast, 8)
    assert (tonight(), tonight()) == (2, 0)
    first = mail.outbox[0]
    assert first.to == [cast.prevention.email]
    assert first.subject == "Dossier psychosociale risico's bij release 8 staat klaar"
    assert not first.attachments
    (link,) = re.findall(r"https?://[^/\s]+(/reports/\S+)", str(first.body))
    assert link == "/reports/psychosocial-8.pdf?language=nl"
    answer = signed_in("prevention").get(link)
    assert PdfReader(BytesIO(answer.content)).trailer["/Root"]["/Lang"] == "nl"
    assert Client().get(link).status_code == 302  # to the page where one signs in


def test_the_mail_holds_no_figure(cast: Cast) -> None:
    released(cast, 7)
    announced(cast.hr_lead, kind=ReportKind.YEARLY)
    released(cast, 8)
    tonight()
    body = re.sub(r"https?://\S+", "", str(mail.outbox[0].body))
    assert set(re.findall(r"\d+", body)) <= {"8", "2", "2026"}  # the number and the day of the release
    assert "%" not in body


def test_two_releases_later_only_the_last_one_is_told(cast: Cast) -> None:
    released(cast, 7)
    announced(cast.hr_lead)
    released(cast, 8)
    released(cast, 9)
    assert tonight() == 1
    assert "release 9" in mail.outbox[0].subject


def test_a_leader_is_told_of_their_unit(cast: Cast) -> None:
    released(cast, 7)
    announced(cast.leader, kind=ReportKind.UNIT, unit=str(cast.kade_noord.pk), form=Format.WORKBOOK)
    released(cast, 8)
    assert tonight() == 1
    assert "Kade Noord" in str(mail.outbox[0].body)
    assert f"/reports/unit-8.xlsx?language=nl&unit={cast.kade_noord.pk}" in str(mail.outbox[0].body)


def test_who_may_not_read_it_cannot_be_told(cast: Cast) -> None:
    released(cast, 7)
    with pytest.raises(Refusal) as refused:
        announced(cast.hr_lead, cast.leader)
    assert refused.value.code == "report.may_not_read"
    assert cast.leader.name in str(refused.value)
    with pytest.raises(Refusal):
        announced(cast.leader, kind=ReportKind.UNIT, unit=str(cast.techniek.pk))
    assert not Standing.objects.exists()


def test_somebody_is_told_at_least(cast: Cast) -> None:
    released(cast, 7)
    with pytest.raises(Refusal) as refused:
        announced()
    assert refused.value.code == "report.no_recipients"


def test_who_lost_the_role_or_the_account_is_told_no_longer(cast: Cast) -> None:
    released(cast, 7)
    announced(cast.prevention, cast.guardian, cast.hr_lead)
    released(cast, 8)
    cast.prevention.grants.all().delete()
    User.objects.filter(pk=cast.guardian.pk).update(is_active=False)
    assert tonight() == 1
    assert [message.to for message in mail.outbox] == [[cast.hr_lead.email]]


def test_an_address_that_fails_is_tried_again_and_keeps_nobody_from_theirs(
    cast: Cast, monkeypatch: pytest.MonkeyPatch
) -> None:
    released(cast, 7)
    announced(cast.prevention, cast.hr_lead)
    released(cast, 8)
    send = EmailBackend.send_messages

    def failing(self: EmailBackend, messages: list[Any]) -> int:
        if messages[0].to == [cast.prevention.email]:
            raise SMTPServerDisconnected
        return send(self, messages)

    with monkeypatch.context() as broken:
        broken.setattr(EmailBackend, "send_messages", failing)
        assert tonight() == 1
    assert tonight() == 1
    assert [message.to[0] for message in mail.outbox] == [cast.hr_lead.email, cast.prevention.email]
    assert AuditEntry.objects.filter(action="report.announced").count() == 2


def test_on_the_page_a_report_is_announced_and_stopped(cast: Cast, signed_in: SignedIn) -> None:
    released(cast, 7)
    browser = signed_in("hr_lead")
    said = {"kind": "psychosocial", "language": "nl", "form": "pptx", "recipients": [cast.prevention.pk]}
    assert browser.post("/reports/announced/", said).status_code == 302
    page = browser.get("/reports/announced/").content.decode()
    assert "To Lut Peeters." in page
    standing = Standing.objects.get()
    assert browser.post(f"/reports/announced/{standing.pk}/stop/").status_code == 302
    assert not Standing.objects.exists()
    told = AuditEntry.objects.filter(action__startswith="report.").order_by("id").values_list("action", flat=True)
    assert list(told) == ["report.announced_from_now_on", "report.announced_no_longer"]


def test_on_the_page_a_refusal_is_told(cast: Cast, signed_in: SignedIn) -> None:
    released(cast, 7)
    said = {"kind": "yearly", "language": "nl", "form": "pdf", "recipients": [cast.prevention.pk]}
    answer = signed_in("hr_lead").post("/reports/announced/", said)
    assert answer.status_code == 422
    assert "Lut Peeters may not read this report" in answer.content.decode()


@pytest.mark.parametrize("who", ["guardian", "leader", "prevention", "admin", "interviewer", "outsider"])
def test_only_the_hr_lead_decides_who_is_told(cast: Cast, signed_in: SignedIn, who: str) -> None:
    released(cast, 7)
    standing = announced(cast.hr_lead)
    assert signed_in(who).get("/reports/announced/").status_code == 404
    assert signed_in(who).post(f"/reports/announced/{standing.pk}/stop/").status_code == 404


def test_the_page_asks_the_database_as_often_for_five_as_for_one(
    cast: Cast, signed_in: SignedIn, django_assert_max_num_queries: Any
) -> None:
    released(cast, 7)
    announced(cast.hr_lead)
    browser = signed_in("hr_lead")
    with django_assert_max_num_queries(100) as one:
        browser.get("/reports/announced/")
    for _more in range(4):
        announced(cast.hr_lead, cast.prevention)
    with django_assert_max_num_queries(len(one)):
        browser.get("/reports/announced/")
