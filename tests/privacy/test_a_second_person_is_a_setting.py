"""The HR lead decides whether a second person approves each release; it is off until then."""

from collections.abc import Callable

from django.test import Client

from tests.cast import Cast
from tests.privacy.test_privacy_settings import ADDRESS, SAID
from uitzicht.privacy.policies import policy_in_force

SignedIn = Callable[[str], Client]


def test_the_hr_lead_turns_it_on_and_all_may_read_it(cast: Cast, signed_in: SignedIn) -> None:
    assert not policy_in_force().second_approval
    assert "A second person approves each release" in signed_in("hr_lead").get(ADDRESS).content.decode()
    signed_in("hr_lead").post(ADDRESS, SAID | {"second_approval": "on"})
    assert policy_in_force().second_approval
    page = signed_in("guardian").get(ADDRESS).content.decode()
    assert "<dt>A second person approves each release</dt><dd>yes</dd>" in page


def test_it_stays_off_where_nobody_ticks_it(cast: Cast, signed_in: SignedIn) -> None:
    signed_in("hr_lead").post(ADDRESS, SAID)
    assert not policy_in_force().second_approval
