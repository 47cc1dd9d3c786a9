"""Labels of what a release document counts by code: kinds of departure and bands of tenure."""

from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from uitzicht.insight.vocabulary import Kind


def kind_label(code: str) -> str:
    """A kind of departure; an unknown code stands for itself."""
    return {
        "resignation": pgettext("kind of departure", "resignation"),
        "dismissal": pgettext("kind of departure", "dismissal"),
        "mutual_agreement": pgettext("kind of departure", "mutual agreement"),
        "end_of_fixed_term": pgettext("kind of departure", "end of fixed-term contract"),
        "retirement": pgettext("kind of departure", "retirement"),
        "death": pgettext("kind of departure", "death"),
        "other": pgettext("kind of departure", "other departure"),
    }.get(code, code)


def tenure_label(band: str) -> str:
    """A band of years in service; an unknown band stands for itself."""
    return {
        "0-1": _("less than 1 year"),
        "1-2": _("1 to 2 years"),
        "2-5": _("2 to 5 years"),
        "5-10": _("5 to 10 years"),
        "10+": _("10 years or more"),
        "": _("not known"),
    }.get(band, band)


def stratum_label(kind: Kind) -> str:
    return {
        Kind.ALL: _("all departures"),
        Kind.RESIGNATION: _("resignations"),
        Kind.OTHER: _("all other departures"),
    }[kind]


def area_in_sentence(code: str, label: str) -> str:
    """An area of work as the object of a verb, with its article; another part of work as its label in quotation marks."""
    return {
        "content": pgettext("object of a sentence", "the job content"),
        "conditions": pgettext("object of a sentence", "the working environment"),
        "relations": pgettext("object of a sentence", "the working relationships"),
        "terms": pgettext("object of a sentence", "the terms of employment"),
        "organisation": pgettext("object of a sentence", "the work organisation"),
    }.get(code) or _("“{label}”").format(label=label)


def capital(label: str) -> str:
    """A label at the start of a line."""
    return label[:1].upper() + label[1:]
