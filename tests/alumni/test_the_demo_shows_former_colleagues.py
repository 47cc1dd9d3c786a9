import pytest

from tests.demo.conftest import AT, SCALE, for_a_while
from uitzicht.alumni import queries
from uitzicht.alumni.contact import contact_of
from uitzicht.alumni.models import Newsletter, Opening, Referral


@pytest.mark.django_db
def test_some_stay_in_touch_and_hr_writes_to_them():
    with for_a_while(SCALE):
        members = list(queries.members(AT.date()))
        assert members
        assert all(contact_of(member).email.endswith("@post.example") for member in members)
        assert {interest for member in members for interest in member.interests} & {"news", "openings"}
        sent, draft = Newsletter.objects.order_by("written_at")
        assert sent.sent_at
        assert sent.mailed == sent.deliveries.count()
        assert draft.sent_at is None
        assert queries.openings_on(AT.date()).count() == Opening.objects.count() == 2
        assert Referral.objects.filter(hired_on__isnull=False).count() == 1
        assert not queries.to_ask(AT.date()).exists()
        assert not queries.over(AT.date()).exists()
