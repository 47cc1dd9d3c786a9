from datetime import date, timedelta

from tests.cast import NOW, TODAY
from tests.departures.cases import BY, register
from uitzicht.departures.links import departure_behind, make_link
from uitzicht.departures.models import PersonalLink
from uitzicht.departures.services import advance, change_departure
from uitzicht.departures.vocabulary import Stage
from uitzicht.privacy.policies import decide_policy


def token_of(link):
    return link.rstrip("/").rsplit("/", 1)[1]


def test_a_link_opens_its_own_departure(cast):
    departure = register(cast.leaver)
    register(cast.colleague)
    link = make_link(departure, at=NOW)
    assert link.startswith("http://127.0.0.1:8000/my/")
    assert departure_behind(token_of(link), on=TODAY) == departure


def test_only_a_hash_is_kept(cast):
    token = token_of(make_link(register(cast.leaver), at=NOW))
    assert len(token) >= 43  # 256 bits
    assert token not in str(list(PersonalLink.objects.values()))


def test_an_unknown_link_opens_nothing(cast):
    make_link(register(cast.leaver), at=NOW)
    assert departure_behind("nothing", on=TODAY) is None


def test_a_link_expires_thirty_days_after_the_end_of_the_contract(cast):
    departure = register(cast.leaver)
    token = token_of(make_link(departure, at=NOW))
    last = departure.ends_on + timedelta(days=30)
    assert departure_behind(token, on=last) == departure
    assert departure_behind(token, on=last + timedelta(days=1)) is None


def test_the_setting_decides_how_long(cast):
    decide_policy(by=BY, at=NOW, reason="test", portal_days=5)
    departure = register(cast.leaver)
    token = token_of(make_link(departure, at=NOW))
    assert departure_behind(token, on=departure.ends_on + timedelta(days=6)) is None


def test_a_link_follows_the_end_of_the_contract(cast):
    departure = register(cast.leaver)
    token = token_of(make_link(departure, at=NOW))
    names = ("kind", "notified_on", "leave_days", "recup_days", "working_days", "destination")
    change_departure(departure, **{n: getattr(departure, n) for n in names}, ends_on=date(2026, 6, 30), by=BY, at=NOW)
    assert departure_behind(token, on=date(2026, 7, 30)) == departure


def test_an_earlier_link_keeps_working_beside_a_new_one(cast):
    departure = register(cast.leaver)
    first, second = (token_of(make_link(departure, at=NOW)) for _ in range(2))
    assert departure_behind(first, on=TODAY) == departure_behind(second, on=TODAY) == departure


def test_after_a_cancelled_departure_or_a_death_no_link_opens(cast):
    cancelled, dead = register(cast.leaver), register(cast.colleague)
    tokens = [token_of(make_link(departure, at=NOW)) for departure in (cancelled, dead)]
    advance(cancelled, Stage.CANCELLED, by=BY, at=NOW)
    dead.kind = "death"
    dead.save()
    assert [departure_behind(token, on=TODAY) for token in tokens] == [None, None]
