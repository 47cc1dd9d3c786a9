import pytest
from django.core import mail

from tests.cast import PASSWORD, Cast
from uitzicht.privacy.models import AuditEntry


def test_signing_in_is_in_the_audit_trail_and_a_failure_without_what_was_typed(cast: Cast, client):
    client.post("/account/sign-in/", {"login": cast.admin.email, "password": "wrong sentence"})
    failed = AuditEntry.objects.get()
    assert failed.action == "account.sign_in_failed"
    assert cast.admin.email not in f"{failed.by} {failed.subject} {failed.detail}"
    answer = client.post("/account/sign-in/", {"login": cast.admin.email, "password": PASSWORD})
    assert answer.status_code == 302
    assert AuditEntry.objects.filter(action="account.signed_in", by=cast.admin.signature).count() == 1


@pytest.mark.parametrize("address", ["dirk@havenlicht.example", "stranger@example.org"])
def test_asking_for_a_new_password_looks_the_same_for_every_address(cast: Cast, client, address):
    answer = client.post("/account/password/reset/", {"email": address})
    assert (answer.status_code, answer["Location"]) == (302, "/account/password/reset/sent/")


def test_a_new_password_is_chosen_through_the_link_in_the_mail(cast: Cast, client):
    client.post("/account/password/reset/", {"email": cast.admin.email})
    (message,) = mail.outbox
    link = next(word for word in message.body.split() if "/account/password/reset/key/" in word)
    form = client.get(link, follow=True)
    new = "quite another sentence"
    done = client.post(form.redirect_chain[-1][0], {"password1": new, "password2": new}, follow=True)
    assert done.status_code == 200
    assert client.login(email=cast.admin.email, password=new)
    assert client.get(link, follow=True).status_code == 200
