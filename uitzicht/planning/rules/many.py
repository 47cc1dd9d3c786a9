"""What a plan for many can refuse."""

from collections.abc import Sequence

from django.utils.translation import gettext_lazy as _

from uitzicht.core.refusal import Refusal

MOST_AT_ONCE = 500


def ensure_somebody_chosen(count: int) -> None:
    if count == 0:
        raise Refusal(
            "planning.nobody_chosen", _("Nobody is chosen, so there is nothing to plan. Tick one name or more.")
        )


def ensure_open_plan(accepted: bool) -> None:
    if accepted:
        message = _(
            "This plan is accepted: its appointments are made. Change them one by one on the page of the departure."
        )
        raise Refusal("planning.plan_accepted", message)


def ensure_a_room_left(rooms: Sequence[object]) -> None:
    if not rooms:
        message = _(
            "No room is free at that hour. Pick another hour, or name another place on the page of the departure."
        )
        raise Refusal("planning.no_room_left", message)
