"""Who is told of a report after each release, and telling them: by mail with a link, never with the report itself."""

import logging
from collections.abc import Collection
from datetime import datetime

from django.db import transaction
from django.utils.translation import gettext_lazy as _

from uitzicht.core.refusal import Refusal
from uitzicht.people.models import User
from uitzicht.privacy import audit
from uitzicht.release import queries as releases
from uitzicht.release.queries import Released
from uitzicht.reports import mail, queries
from uitzicht.reports.definition import Format, ReportKind
from uitzicht.reports.models import Recipient, Standing
from uitzicht.reports.services import report_of, written

log = logging.getLogger(__name__)


@transaction.atomic
def announce_from_now_on(
    *,
    kind: ReportKind,
    released: Released,
    unit: str = "",
    language: str,
    form: Format,
    recipients: Collection[User],
    by: str,
    at: datetime,
) -> Standing:
    """Tell these accounts of this report after every release later than ``released``. Refuses when there is nobody to tell,
    and whoever may not read it."""
    if not recipients:
        raise Refusal("report.no_recipients", _("Choose at least one person who is told of this report."))
    barred = [user.name for user in recipients if not queries.may_read(user, kind, unit, released)]
    if barred:
        message = _("{names} may not read this report. Choose others, or another report.")
        raise Refusal("report.may_not_read", message, names=", ".join(barred))
    made = Standing.objects.create(
        kind=kind.value, unit=unit, language=language, form=form.value, created_by=by, created_at=at
    )
    Recipient.objects.bulk_create(Recipient(standing=made, user=user, told_of=released.number) for user in recipients)
    detail = {"kind": kind.value, "form": form.value, "recipients": len(recipients)}
    audit.record("report.announced_from_now_on", by=by, at=at, subject=f"standing:{made.pk}", detail=detail)
    return made


@transaction.atomic
def announce_no_longer(standing: Standing, *, by: str, at: datetime) -> None:
    """Stop telling of this report."""
    audit.record("report.announced_no_longer", by=by, at=at, subject=f"standing:{standing.pk}")
    standing.delete()


def announce_due(*, by: str, at: datetime) -> int:
    """After a release: write each report that is announced, and mail who waits for it a link; returns how many mails.

    Once a release for each of them, each in its own transaction: an address that fails keeps nobody else from theirs and
    is tried again the next night. Who may not read the report any more is not told.
    """
    released = releases.latest()
    if released is None:
        return 0
    return sum(_told(recipient.pk, released, by=by, at=at) for recipient in list(queries.to_tell(released.number)))


def _told(key: int, released: Released, *, by: str, at: datetime) -> bool:
    try:
        with transaction.atomic():
            recipient = queries.to_tell(released.number).select_for_update(of=("self",)).filter(pk=key).first()
            return recipient is not None and _tell(recipient, released, by=by, at=at)
    except Refusal as refusal:
        log.warning("report not announced: %s", refusal.code)
        return False


def _tell(recipient: Recipient, released: Released, *, by: str, at: datetime) -> bool:
    standing, user = recipient.standing, recipient.user
    kind = ReportKind(standing.kind)
    is_first = not standing.recipients.filter(told_of__gte=released.number).exists()
    recipient.told_of = released.number
    recipient.save(update_fields=["told_of"])
    if not queries.may_read(user, kind, standing.unit, released):
        return False
    if is_first:  # a report that cannot be made is found out at night, not by its readers
        written(report_of(kind, released, language=standing.language, unit=standing.unit), Format(standing.form))
    detail = {"kind": kind.value, "to": f"user:{user.pk}", "standing": standing.pk}
    audit.record("report.announced", by=by, at=at, subject=f"release:{released.number}", detail=detail)
    mail.tell(standing, user, released)
    return True
