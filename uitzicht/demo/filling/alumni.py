"""Who stays in touch after leaving: confirmed the same evening; what HR does with it in the last months."""

from collections.abc import Mapping
from datetime import date, datetime, timedelta

from django.utils import timezone

from uitzicht.alumni import queries, services
from uitzicht.alumni.links import new_link
from uitzicht.alumni.models import Delivery, Member, Newsletter
from uitzicht.alumni.vocabulary import Interest, LinkKind
from uitzicht.demo.filling.days import Course, moment
from uitzicht.demo.filling.world import World
from uitzicht.departures.models import Departure
from uitzicht.people.queries import staff

WISHES = (("news", "meetups"), ("openings",), ("news", "telling"), ("news", "openings", "telling"), ("meetups",))
TOLD = (("yes", ""), ("", "perhaps"), ("", ""), ("yes", "yes"), ("perhaps", ""))
OPENINGS = (
    (
        "Terminalplanner, ploegendienst",
        "Je plant de kade van uur tot uur. We leiden je opnieuw op waar dat nodig is.",
        30,
    ),
    ("Onderhoudstechnicus elektriciteit", "Dagdienst, in een team van negen.", 12),
)
TEXTS = {
    "nl": {
        "subject": "Wat er nieuw is op de kade",
        "text": "De nieuwe kade is klaar. Op de eerste zaterdag van de lente leiden we iedereen rond die er ooit werkte.\n\n"
        "Kom je mee kijken? Antwoord op deze mail, dan houden we een plaats vrij.",
    },
    "fr": {
        "subject": "Du nouveau sur le quai",
        "text": "Le nouveau quai est prêt. Le premier samedi du printemps, nous le ferons visiter à toutes celles et tous ceux "
        "qui y ont travaillé.\n\nVous venez ? Répondez à ce mail et nous vous gardons une place.",
    },
}


def stay_in_touch(departure: Departure, email: str, *, at: datetime) -> None:
    """Agreed to and confirmed in one evening; the mail that asks it is not written again."""
    member = services.join(departure, email=email, by="leaver", at=at)
    link = queries.link_behind(new_link(member, LinkKind.ADDRESS, at=at), on=timezone.localdate(at))
    assert link is not None
    services.confirm(link, by="alumnus", at=at)
    number = int(departure.person.employee_number[1:])
    recommends, returns = TOLD[number % len(TOLD)]
    services.change_details(
        member,
        language=departure.person.language,
        interests=WISHES[number % len(WISHES)],
        phone="",
        profile="",
        would_recommend=recommends,
        would_return=returns,
        by="alumnus",
        at=at,
    )


def alumni_course(anchor: date, world: World) -> Course:
    """Everybody came by in the last months; then openings, referrals and one newsletter."""
    yield (at := moment(anchor - timedelta(days=60), 19))
    for member in queries.members(timezone.localdate(at)):
        services.hold(member, at=at)
    yield (at := moment(anchor - timedelta(days=35), 10))
    _refer(at, world)
    yield (at := moment(anchor - timedelta(days=10), 10))
    _open(at, world)
    yield (at := moment(anchor - timedelta(days=6), 14))
    _send(services.write_newsletter(None, interest=Interest.NEWS, texts=TEXTS, by=world.hr, at=at), at)
    yield (at := moment(anchor - timedelta(days=1), 16))
    services.write_newsletter(None, interest=Interest.OPENINGS, texts=_looking(), by=world.hr, at=at)


def _looking() -> Mapping[str, Mapping[str, str]]:
    text = "We zoeken mensen die de haven kennen. Misschien ken jij iemand, of ben jij het zelf."
    return {"nl": {"subject": "Twee vacatures", "text": text}}


def _refer(at: datetime, world: World) -> None:
    """By two former colleagues and two colleagues; one of the four was hired."""
    on = timezone.localdate(at)
    gone = [member.departure.person for member in queries.members(on).order_by("joined_at")[:2]]
    here = list(staff(on).order_by("employee_number")[5:7])
    for place, person in enumerate([*gone, *here]):
        day = on - timedelta(days=90 * place)
        hired = day + timedelta(days=30) if place == 1 else None
        services.set_referral(None, on=day, by_person=person, unit=None, hired_on=hired, by=world.hr, at=at)


def _open(at: datetime, world: World) -> None:
    on = timezone.localdate(at)
    for title, text, days in OPENINGS:
        services.set_opening(
            None,
            title=title,
            text=text,
            link="https://werk.havenlicht.example/" + title.split(",")[0].split()[0].lower(),
            unit=None,
            from_on=on,
            until_on=on + timedelta(days=days),
            by=world.hr,
            at=at,
        )


def _send(newsletter: Newsletter, at: datetime) -> None:
    """Marked as sent and not written again: the folder of mails would be full of it."""
    readers: list[Member] = list(queries.receivers(newsletter, on=timezone.localdate(at)))
    Delivery.objects.bulk_create(Delivery(newsletter=newsletter, member=member, at=at) for member in readers)
    newsletter.sent_at, newsletter.mailed = at, len(readers)
    newsletter.save(update_fields=["sent_at", "mailed"])
