"""The HR lead makes a newsletter of what is told; it goes to former colleagues once it was read again, never by itself."""

from collections.abc import Callable

from django.core import mail
from django.test import Client
from django.urls import reverse

from tests.actions.cases import BY, TO_DONE, moved, proposed
from tests.alumni.cases import confirmed, left
from tests.cast import NOW, Cast
from uitzicht.actions.telling import services
from uitzicht.alumni.models import Newsletter
from uitzicht.alumni.vocabulary import Interest

Ids = dict[str, str]
SignedIn = Callable[[str], Client]
DUTCH = {"said": "Het loon is te laag.", "did": "We verhoogden alle schalen.", "brought": "Te vroeg om te weten."}


def test_it_is_written_here_and_sent_there(cast: Cast, ids: Ids, signed_in: SignedIn) -> None:
    action = moved(proposed(cast.hr_lead), *TO_DONE)
    services.keep_text(action, language="nl", **DUTCH, by=BY, at=NOW)
    services.publish(action, by=BY, at=NOW)
    confirmed(left(cast.leaver), Interest.TELLING)
    mail.outbox.clear()
    client = signed_in("hr_lead")

    answer = client.post(reverse("tell_alumni"))
    newsletter = Newsletter.objects.get()
    assert answer["Location"] == reverse("alumni_newsletter", args=[newsletter.pk])
    assert (newsletter.interest, newsletter.sent_at, set(newsletter.texts)) == (Interest.TELLING, None, {"nl"})
    assert not mail.outbox

    client.post(reverse("alumni_newsletter_send", args=[newsletter.pk]))
    assert len(mail.outbox) == 1
    for part in DUTCH.values():
        assert part in str(mail.outbox[0].body)


def test_nothing_told_makes_no_newsletter(cast: Cast, ids: Ids, signed_in: SignedIn) -> None:
    answer = signed_in("hr_lead").post(reverse("tell_alumni"), follow=True)
    assert not Newsletter.objects.exists()
    assert "language" in answer.content.decode()
