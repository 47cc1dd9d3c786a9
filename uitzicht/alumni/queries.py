"""Who stays in touch, who may be mailed, who came back, and what may be counted."""

from collections import Counter
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.db.models import Count, Exists, OuterRef, Q, QuerySet, TextField
from django.db.models.functions import Cast, ExtractYear

from uitzicht.alumni.models import Delivery, Member, MemberLink, Newsletter, Opening, Referral
from uitzicht.alumni.rules import CONFIRM_WITHIN, REMIND_AFTER, a_year_before
from uitzicht.alumni.vocabulary import Interest, LinkKind
from uitzicht.departures.links import token_hash
from uitzicht.departures.models import Consent, Departure
from uitzicht.departures.vocabulary import Kind, Purpose, Stage
from uitzicht.people.models import Person, Position, User
from uitzicht.people.queries import came_back
from uitzicht.people.vocabulary import Role


@dataclass(frozen=True, slots=True)
class Year:
    """Counts of one calendar year: people who came back, referrals, and those of them that led to hiring."""

    year: int
    returned: int
    referrals: int
    by_alumni: int
    hired: int


def wanted() -> QuerySet[Member]:
    """Members whose consent stands; nobody who died, whose departure was called off, or who works here again."""
    agreed = Consent.objects.filter(departure=OuterRef("departure"), purpose=Purpose.ALUMNI, withdrawn_at=None)
    since = Position.objects.filter(valid_from__gt=OuterRef("departure__ends_on"))
    # Two questions and no "or": PostgreSQL then finds each by its index, where it would compare everybody with everybody.
    again = since.filter(person=OuterRef("departure__person"))
    under_another_number = since.filter(person__earlier=OuterRef("departure__person"))
    return (
        Member.objects.filter(Exists(agreed), ~Exists(again), ~Exists(under_another_number))
        .exclude(departure__kind=Kind.DEATH)
        .exclude(departure__stage=Stage.CANCELLED)
        .select_related("departure__person", "departure__unit", "departure__position")
    )


def members(on: date) -> QuerySet[Member]:
    """Former colleagues on a day: the contract is over and the address is confirmed."""
    return wanted().filter(confirmed_at__isnull=False, departure__ends_on__lt=on)


def visible_to(user: User, *, on: date) -> QuerySet[Member]:
    """All of them for the HR lead; nobody for anybody else."""
    return members(on) if user.has_role(Role.HR_LEAD) else Member.objects.none()


def with_interest(found: QuerySet[Member], interest: str) -> QuerySet[Member]:
    """Both databases can look into the list as text: its words are ours and none contains another."""
    words = Cast("interests", TextField())
    return found.annotate(wishes=words).filter(wishes__contains=f'"{interest}"')


def member_of(departure: Departure) -> Member | None:
    return Member.objects.filter(departure=departure).first()


def numbered(number: str | None) -> Member | None:
    """The member with this number, with the person; None when there is none."""
    return wanted().filter(pk=UUID(hex=number)).first() if number else None


def link_behind(token: str, *, on: date) -> MemberLink | None:
    """The link with its member; None for one that opens nothing (any more). The own page opens to a confirmed address only."""
    found = (
        MemberLink.objects.filter(token_hash=token_hash(token), expires_on__gte=on)
        .filter(Exists(wanted().filter(pk=OuterRef("member"))))
        .exclude(kind=LinkKind.PAGE, member__confirmed_at=None)
        .select_related("member__departure__person", "member__departure__unit")
    )
    return found.first()


def to_remind(on: date) -> QuerySet[Member]:
    """Who did not confirm the address within a week, and was not reminded yet."""
    return wanted().filter(confirmed_at=None, questions=0, holds_on__lte=on - REMIND_AFTER).order_by("joined_at")


def to_ask(on: date) -> QuerySet[Member]:
    """Who is due the yearly question whether the address holds, or the second and last one."""
    first = Q(questions=0, holds_on__lte=a_year_before(on))
    again = Q(questions=1, asked_on__lte=a_year_before(on))
    return wanted().filter(first | again, confirmed_at__isnull=False).order_by("holds_on", "pk")


def over(on: date) -> QuerySet[Member]:
    """Whose time is over: the address was not confirmed, two questions stayed without an answer, the consent is gone, or they
    came back."""
    silent = Q(questions=2, asked_on__lte=a_year_before(on), confirmed_at__isnull=False)
    unconfirmed = Q(confirmed_at=None, holds_on__lt=on - CONFIRM_WITHIN)
    return Member.objects.filter(silent | unconfirmed | ~Exists(wanted().filter(pk=OuterRef("pk"))))


def openings_on(on: date) -> QuerySet[Opening]:
    """Openings to mention on a day."""
    return Opening.objects.filter(Q(until_on=None) | Q(until_on__gte=on), from_on__lte=on).select_related("unit")


def openings() -> QuerySet[Opening]:
    return Opening.objects.select_related("unit")


def newsletters() -> QuerySet[Newsletter]:
    return Newsletter.objects.annotate(refused=Count("deliveries", filter=Q(deliveries__refused=True)))


def receivers(newsletter: Newsletter, *, on: date) -> QuerySet[Member]:
    """Who still has to get it: members with that interest, and after the decision to send no newer ones."""
    found = with_interest(members(on), newsletter.interest)
    if newsletter.sent_at is not None:
        found = found.filter(confirmed_at__lte=newsletter.sent_at)
    got = Delivery.objects.filter(newsletter=newsletter, member=OuterRef("pk"))
    return found.filter(~Exists(got)).order_by("joined_at", "pk")


def languages_of(found: QuerySet[Member]) -> Counter[str]:
    return Counter(found.order_by().values_list("language", flat=True))


def referrals() -> QuerySet[Referral]:
    return Referral.objects.select_related("by_person", "unit")


def interests(on: date) -> dict[Interest, int]:
    """How many members want each kind of mail. One statement."""
    chosen = Counter(one for each in members(on).values_list("interests", flat=True) for one in each)
    return {interest: chosen[interest.value] for interest in Interest}


def years(on: date) -> list[Year]:
    """The newest first; years in which something happened. Two statements."""
    returned = Counter(day.year for day in came_back().values_list("returned_on", flat=True) if day <= on)
    rows = (
        Referral.objects.annotate(year=ExtractYear("on"))
        .values_list("year")
        .annotate(
            referrals=Count("pk"),
            by_alumni=Count("pk", filter=Q(by_alumnus=True)),
            hired=Count("pk", filter=Q(hired_on__isnull=False)),
        )
        .order_by()
    )
    referred = {year: (count, by_alumni, hired) for year, count, by_alumni, hired in rows}
    found = sorted({*returned, *referred}, reverse=True)
    return [Year(year, returned[year], *referred.get(year, (0, 0, 0))) for year in found]


def people_called(said: str) -> list[Person]:
    """Who has this employee number or this name; at most two."""
    by_number = Person.objects.filter(employee_number=said.strip())
    first, _blank, last = said.strip().partition(" ")
    return list(by_number) or list(Person.objects.filter(first_name__iexact=first, last_name__iexact=last.strip())[:2])


def has_left(person: Person, on: date) -> bool:
    """Whether somebody was a former colleague on a day."""
    left = Departure.objects.filter(person=person, ends_on__lt=on, ends_on__gte=person.started_on)
    return left.exclude(stage=Stage.CANCELLED).exists() or bool(person.ended_on and person.ended_on < on)
