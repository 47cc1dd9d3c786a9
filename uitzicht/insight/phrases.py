"""What people did, as sentence patterns: one set for each kind of answer, in the active language.

A sentence names the part it is about and says what people would do or said, never only the label of the answer.
"""

from dataclasses import dataclass

from django.utils.translation import gettext as _


@dataclass(frozen=True, slots=True)
class Phrases:
    """``exact``: {base}, {count}, {share}, {low}, {high}; ``fewer`` and ``more``: {limit}, {base}; ``between``: {low},
    {high}, {base}. Each may hold one name of its own, such as {reason} or {topic}."""

    exact: str
    fewer: str
    more: str
    between: str


def named(*, main: bool) -> Phrases:
    """Who named {reason}; ``main``: as the one reason that weighed most."""
    exact = _("Of the {base} people who answered, {count} named “{reason}” ({share}%, between {low}% and {high}%).")
    if main:
        exact = _(
            "Of the {base} people who answered, {count} named “{reason}” as the main reason"
            " ({share}%, between {low}% and {high}%)."
        )
    return Phrases(
        exact,
        _("Fewer than {limit} of {base} people named “{reason}”."),
        _("More than {limit} of {base} people named “{reason}”."),
        _("Between {low} and {high} of {base} people named “{reason}”."),
    )


def would_improve() -> Phrases:
    """Who would improve {topic}, a part of work with its article."""
    return Phrases(
        _("Of the {base} people who answered, {count} would improve {topic} ({share}%, between {low}% and {high}%)."),
        _("Fewer than {limit} of {base} people would improve {topic}."),
        _("More than {limit} of {base} people would improve {topic}."),
        _("Between {low} and {high} of {base} people would improve {topic}."),
    )


def would_keep() -> Phrases:
    """Who would keep {topic}, a part of work with its article."""
    return Phrases(
        _(
            "Of the {base} people who answered, {count} would keep {topic} as is ({share}%, between {low}% and {high}%)."
        ),
        _("Fewer than {limit} of {base} people would keep {topic} as is."),
        _("More than {limit} of {base} people would keep {topic} as is."),
        _("Between {low} and {high} of {base} people would keep {topic} as is."),
    )


def avoidable() -> Phrases:
    return Phrases(
        _(
            "Of the {base} people who answered, {count} think their leaving was avoidable"
            " ({share}%, between {low}% and {high}%)."
        ),
        _("Fewer than {limit} of {base} people answered that their leaving was avoidable."),
        _("More than {limit} of {base} people answered that their leaving was avoidable."),
        _("Between {low} and {high} of {base} people answered that their leaving was avoidable."),
    )


def would_recommend() -> Phrases:
    return Phrases(
        _(
            "Of the {base} people who answered, {count} would recommend us with a 9 or a 10"
            " ({share}%, between {low}% and {high}%)."
        ),
        _("Fewer than {limit} of {base} people would recommend us with a 9 or a 10."),
        _("More than {limit} of {base} people would recommend us with a 9 or a 10."),
        _("Between {low} and {high} of {base} people would recommend us with a 9 or a 10."),
    )


def same_reason() -> Phrases:
    """Who named the same main reason months later."""
    return Phrases(
        _(
            "Of the {base} people who answered later, {count} named the same main reason as when leaving"
            " ({share}%, between {low}% and {high}%)."
        ),
        _("Fewer than {limit} of {base} people named the same main reason later."),
        _("More than {limit} of {base} people named the same main reason later."),
        _("Between {low} and {high} of {base} people named the same main reason later."),
    )


def same_reason_twice() -> Phrases:
    """Whose main reason in the conversation is the one they wrote alone."""
    return Phrases(
        _(
            "Of the {base} people who wrote and spoke, {count} gave the same main reason both times"
            " ({share}%, between {low}% and {high}%)."
        ),
        _("Fewer than {limit} of {base} people gave the same main reason both times."),
        _("More than {limit} of {base} people gave the same main reason both times."),
        _("Between {low} and {high} of {base} people gave the same main reason both times."),
    )
