"""A refusal of planning, said to the leaver: the rule speaks of somebody, the leaver's page speaks to them."""

from django.utils.translation import gettext_lazy as _

from uitzicht.core.refusal import Refusal

_TO_THE_LEAVER = {
    "planning.last_day_worked": _(
        "That is your last day worked. There is no calm left then for a good conversation. Pick a day up to {latest_day}."
    ),
    "planning.in_the_past": _("That moment has passed already. Pick a day up to {latest_day}."),
    "planning.outside_window": _(
        "Pick a day from {earliest_day} to {latest_day}. Earlier, much can still change. Later, there is no calm left for "
        "a good conversation."
    ),
    "planning.no_working_day": _("You do not work on that day. Pick a day of work; {target_day} suits best."),
    "planning.hour": _("A conversation starts between 7:00 and 20:00. Pick another hour."),
    "planning.no_day_left": _(
        "No day of work is left for a conversation. You can still write everything down on these pages."
    ),
    "departure.stage_does_not_follow": _(
        "The conversation has taken place already, so nothing is left to change here."
    ),
}


def to_the_leaver(refusal: Refusal) -> str:
    said = _TO_THE_LEAVER.get(refusal.code)
    return str(refusal) if said is None else str(said).format(**refusal.values)
