"""The questions of the unlinked card, in the language in force. They describe how somebody sees themselves; nothing is
asked in detail, and nobody is put in a group by another."""

from django.utils.translation import gettext as _


def belongs_questions() -> list[tuple[str, str]]:
    """(code, statement) in the order of ``card.BELONGS``."""
    return [
        ("origin", _("I have a migration background.")),
        ("disability", _("I live with a disability or a long-term illness.")),
        ("orientation", _("I belong to a minority by my sexual orientation or gender identity.")),
        ("belief", _("I belong to a minority here by my religion or belief.")),
        ("treated_differently", _("I see myself as part of a group that is treated differently here.")),
    ]


def felt_questions() -> list[tuple[str, str]]:
    """(code, question) in the order of ``card.FELT``."""
    return [
        ("safe", _("How safe did you feel here?")),
        ("at_home", _("How much at home did you feel here?")),
        ("valued", _("How valued did you feel here?")),
    ]
