"""What the leaver's own pages keep. Nothing here can be read by a colleague."""

import uuid

from django.db import models

from uitzicht.departures.models import Departure, PersonalLink
from uitzicht.privacy.classification import Sensitivity


class Draft(models.Model):
    """What was written behind one personal link and not handed in yet. ``sealed``: JSON, encrypted with a key that follows
    from the secret in the link (``vault.key_from``), of which only a hash is stored: without the link nobody opens it.
    ``sealed_handle``: after handing in, which sealed sheet it became, encrypted the same way."""

    link = models.OneToOneField(PersonalLink, on_delete=models.CASCADE, related_name="draft")
    sealed = models.BinaryField(null=True)
    sealed_handle = models.BinaryField(null=True)
    revision = models.PositiveIntegerField(default=0)

    def __str__(self) -> str:
        return str(self.link_id)


class HandedIn(models.Model):
    """That somebody answered alone, and on which day: public inside HR. Which sheet is theirs stands nowhere."""

    departure = models.OneToOneField(Departure, on_delete=models.CASCADE, related_name="handed_in")
    on = models.DateField()

    def __str__(self) -> str:
        return str(self.departure_id)


class ErasureRequest(models.Model):
    """The leaver wants their sealed sheet erased and came by another link than the one that handed it in: the nightly job,
    which can open sheets, finds it."""

    departure = models.OneToOneField(Departure, on_delete=models.CASCADE, related_name="erasure_request")
    asked_on = models.DateField()

    def __str__(self) -> str:
        return str(self.departure_id)


class InclusionCard(models.Model):
    """One unlinked card, wrapped for the release job. No person, no moment, and no order: each new card shuffles the
    pile."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    wrapped_key = models.BinaryField()
    sealed = models.BinaryField()

    def __str__(self) -> str:
        return str(self.id)


class CardGiven(models.Model):
    """That somebody gave a card, so that it is asked once. Nothing more is known."""

    departure = models.OneToOneField(Departure, on_delete=models.CASCADE, related_name="card_given")

    def __str__(self) -> str:
        return str(self.departure_id)


class TabletCode(models.Model):
    """A short code with which a personal link moves to a shared tablet: once, for a quarter of an hour. The link is sealed
    with a key that follows from the code; only a slow hash of the code is kept."""

    code_hash = models.CharField(max_length=64, unique=True)
    sealed_secret = models.BinaryField()
    expires_at = models.DateTimeField()

    def __str__(self) -> str:
        return f"until {self.expires_at:%H:%M}"


_P, _C, _S = Sensitivity.PERSONAL, Sensitivity.CONFIDENTIAL, Sensitivity.SECRET
PRIVACY = {
    "Draft": {"id": _P, "link": _P, "sealed": _C, "sealed_handle": _S, "revision": _P},
    "HandedIn": {"id": _P, "departure": _P, "on": _P},
    "ErasureRequest": {"id": _P, "departure": _P, "asked_on": _P},
    "InclusionCard": {"id": Sensitivity.ORGANISATION, "wrapped_key": _S, "sealed": _C},
    "CardGiven": {"id": _P, "departure": _P},
    "TabletCode": {"id": _P, "code_hash": _S, "sealed_secret": _S, "expires_at": _P},
}
