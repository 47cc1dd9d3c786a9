import pytest
from django.utils import translation

from tests.cast import TODAY
from tests.departures.cases import register, schedule
from uitzicht.people.models import Position, RoleGrant, User
from uitzicht.planning.queries import candidates


@pytest.fixture(autouse=True)
def _english():
    with translation.override("en"):
        yield


def found(departure):
    return {candidate.user.name: candidate for candidate in candidates(departure, on=TODAY)}


def interviewer(person=None, *, email="x@elders.example", name="", language="nl"):
    user = User.objects.create_user(
        email, "a long sentence for tests", name=name or person.name, person=person, language=language
    )
    RoleGrant.objects.create(user=user, role="interviewer")
    return user


def test_independent_interviewers_come_with_what_speaks_for_them(cast):
    bram = found(register(cast.leaver))["Bram Nijs"]
    assert bram.independent
    assert bram.why == ["never worked in the same team", "speaks Dutch", "no other conversation that week"]


def test_only_active_interviewers_are_named(cast):
    cast.second_interviewer.is_active = False
    cast.second_interviewer.save()
    assert set(found(register(cast.leaver))) == {"Bram Nijs"}


@pytest.mark.parametrize("who", ["line_manager", "director", "colleague"])
def test_whoever_has_a_tie_is_not_independent_and_no_reason_is_spoken(cast, who):
    person = getattr(cast, who)
    User.objects.filter(person=person).delete()
    interviewer(person)
    candidate = found(register(cast.leaver))[person.name]
    assert not candidate.independent
    assert candidate.why == []


def test_a_report_of_the_leaver_is_tied(cast):
    jan = cast.another_person(unit=cast.techniek)
    Position.objects.filter(person=jan).update(manager=cast.leaver)
    interviewer(jan)
    assert not found(register(cast.leaver))[jan.name].independent


def test_an_account_that_nobody_linked_is_recognised_by_its_address(cast):
    """A forgotten link must not make a team mate look like an outsider."""
    interviewer(email=cast.colleague.work_email.upper(), name="Jan (loose account)")
    assert not found(register(cast.leaver))["Jan (loose account)"].independent


def test_an_external_interviewer_has_no_tie(cast):
    interviewer(name="Externe Coach")
    assert found(register(cast.leaver))["Externe Coach"].why[0] == "comes from outside the organisation"


def test_who_speaks_the_language_comes_first(cast):
    cast.leaver.language = "fr"
    cast.leaver.save()
    interviewer(cast.another_person(unit=cast.techniek, first_name="Zoé"), language="fr")
    first = candidates(register(cast.leaver), on=TODAY)[0]
    assert first.user.language == "fr"
    assert "speaks French" in first.why


def test_who_has_fewer_conversations_that_week_comes_first(cast):
    schedule(register(cast.colleague), cast, interviewer=cast.interviewer)
    found_now = candidates(register(cast.leaver), on=TODAY)
    assert [candidate.user for candidate in found_now] == [cast.second_interviewer, cast.interviewer]
    assert "1 other conversation that week" in found_now[1].why


def test_more_people_take_no_more_statements(cast, django_assert_max_num_queries):
    departure = register(cast.leaver)
    for number in range(20):
        interviewer(cast.another_person(unit=cast.techniek), email=f"more{number}@havenlicht.example")
    interviewer(email="loose@havenlicht.example", name="Loose")
    with django_assert_max_num_queries(5):
        assert len(candidates(departure, on=TODAY)) == 23
