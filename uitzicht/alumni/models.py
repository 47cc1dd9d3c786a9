"""Former colleagues who stay in touch. Nothing here points to what anybody said.

Private contact data is sealed with a key of its own: with the row of a member the key goes, and what a backup or a log
of the database still holds opens no more.
"""

import uuid

from django.db import models
from django.db.models import Q

from uitzicht.alumni.vocabulary import Interest, LinkKind, Recommend, Return
from uitzicht.departures.models import Departure
from uitzicht.people.models import Person, Unit
from uitzicht.people.vocabulary import Language
from uitzicht.privacy.classification import Sensitivity

MOST_QUESTIONS = 2


class Member(models.Model):
    """Somebody who agreed to stay in touch. ``sealed``: see ``contact.Contact``. ``confirmed_at``: None until they said by a
    mailed link that the address is theirs; before that nobody sees them. ``holds_on``: the last day on which they showed that the
    address still holds. ``questions``: mails since that ask it, the last one on ``asked_on``. ``would_recommend`` and
    ``would_return``: what they say on their own page, "" for nothing; answers to a questionnaire never come here."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    departure = models.OneToOneField(Departure, on_delete=models.CASCADE, related_name="alumni_member")
    wrapped_key = models.BinaryField()
    sealed = models.BinaryField()
    language = models.CharField(max_length=2, choices=Language.choices, default=Language.NL)
    interests = models.JSONField(default=list, blank=True)
    would_recommend = models.CharField(max_length=7, choices=Recommend.choices, blank=True)
    would_return = models.CharField(max_length=7, choices=Return.choices, blank=True)
    joined_at = models.DateTimeField()
    confirmed_at = models.DateTimeField(null=True, blank=True)
    holds_on = models.DateField(db_index=True)
    asked_on = models.DateField(null=True, blank=True)
    questions = models.PositiveSmallIntegerField(default=0)

    class Meta:
        constraints = [
            models.CheckConstraint(condition=Q(questions__lte=MOST_QUESTIONS), name="member_two_questions_at_most"),
        ]

    def __str__(self) -> str:
        return f"{self.departure_id} since {self.joined_at:%Y-%m-%d}"


class MemberLink(models.Model):
    """The key to a member's own page: 256 bits, stored as a hash only. Each mail holds its own."""

    member = models.ForeignKey(Member, on_delete=models.CASCADE, related_name="links")
    kind = models.CharField(max_length=7, choices=LinkKind.choices)
    token_hash = models.CharField(max_length=64, unique=True)
    made_at = models.DateTimeField()
    expires_on = models.DateField(db_index=True)

    def __str__(self) -> str:
        return f"{self.kind} until {self.expires_on}"


class Opening(models.Model):
    """Work to mention to former colleagues, on the days from ``from_on`` to ``until_on``, both included."""

    title = models.CharField(max_length=120)
    text = models.TextField(blank=True)
    link = models.URLField(blank=True)
    unit = models.ForeignKey(Unit, null=True, blank=True, on_delete=models.SET_NULL, related_name="+")
    from_on = models.DateField()
    until_on = models.DateField(null=True, blank=True)
    set_by = models.CharField(max_length=200)

    class Meta:
        ordering = ("-from_on", "-pk")
        constraints = [
            models.CheckConstraint(
                condition=Q(until_on=None) | Q(until_on__gte=models.F("from_on")), name="opening_ends_after_it_begins"
            )
        ]

    def __str__(self) -> str:
        return self.title


class Newsletter(models.Model):
    """One mail to everybody with an interest. ``texts``: language -> ``subject`` and ``text``. ``sent_at``: when it was decided
    to send it; after that it changes no more. ``mailed``: how many the mail server took, also of people who left since."""

    interest = models.CharField(max_length=8, choices=Interest.choices)
    texts = models.JSONField(default=dict)
    written_by = models.CharField(max_length=200)
    written_at = models.DateTimeField()
    sent_at = models.DateTimeField(null=True, blank=True)
    mailed = models.PositiveIntegerField(default=0)

    class Meta:
        ordering = ("-written_at", "-pk")

    def __str__(self) -> str:
        return f"{self.interest} {self.written_at:%Y-%m-%d}"


class Delivery(models.Model):
    """Marked before a newsletter goes out to a member, so that nobody gets it twice. ``refused``: by the mail server."""

    newsletter = models.ForeignKey(Newsletter, on_delete=models.CASCADE, related_name="deliveries")
    member = models.ForeignKey(Member, on_delete=models.CASCADE, related_name="deliveries")
    at = models.DateTimeField()
    refused = models.BooleanField(default=False)

    class Meta:
        constraints = [models.UniqueConstraint(fields=("newsletter", "member"), name="delivery_once")]

    def __str__(self) -> str:
        return f"{self.newsletter_id} {self.at:%Y-%m-%d}"


class Referral(models.Model):
    """Somebody was recommended by a colleague or former colleague. Who that was is nowhere: an applicant agreed to nothing.
    ``by_person``: forgotten after two years, and when that person leaves the alumni; the count stays."""

    on = models.DateField()
    by_person = models.ForeignKey(Person, null=True, blank=True, on_delete=models.SET_NULL, related_name="+")
    by_alumnus = models.BooleanField(default=False)
    unit = models.ForeignKey(Unit, null=True, blank=True, on_delete=models.SET_NULL, related_name="+")
    hired_on = models.DateField(null=True, blank=True)
    registered_by = models.CharField(max_length=200)

    class Meta:
        ordering = ("-on", "-pk")
        constraints = [
            models.CheckConstraint(
                condition=Q(hired_on=None) | Q(hired_on__gte=models.F("on")), name="referral_hired_after_it"
            )
        ]

    def __str__(self) -> str:
        return f"{self.on}"


_P, _O, _C, _S = Sensitivity.PERSONAL, Sensitivity.ORGANISATION, Sensitivity.CONTACT, Sensitivity.SECRET
PRIVACY = {
    "Member": dict.fromkeys(
        (
            *("id", "departure", "language", "interests", "would_recommend", "would_return", "joined_at"),
            *("confirmed_at", "holds_on", "asked_on", "questions"),
        ),
        _P,
    )
    | {"wrapped_key": _S, "sealed": _C},
    "MemberLink": {"id": _P, "member": _P, "kind": _P, "token_hash": _S, "made_at": _P, "expires_on": _P},
    "Opening": dict.fromkeys(("id", "title", "text", "link", "unit", "from_on", "until_on", "set_by"), _O),
    "Newsletter": dict.fromkeys(("id", "interest", "texts", "written_by", "written_at", "sent_at", "mailed"), _O),
    "Delivery": dict.fromkeys(("id", "newsletter", "member", "at", "refused"), _P),
    "Referral": {
        "id": _O,
        "on": _O,
        "by_person": _P,
        "by_alumnus": _O,
        "unit": _O,
        "hired_on": _O,
        "registered_by": _O,
    },
}
