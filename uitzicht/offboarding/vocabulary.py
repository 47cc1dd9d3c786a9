"""The words of the offboarding checklist."""

from django.db.models import TextChoices
from django.utils.translation import pgettext_lazy

LANGUAGES = ("nl", "fr", "en", "de")


class Step(TextChoices):
    """The seven steps, in the order of a departure."""

    ANNOUNCEMENT = "announcement", pgettext_lazy("checklist step", "Announcement")
    DOCUMENTS = "documents", pgettext_lazy("checklist step", "Documents")
    REDISTRIBUTION = "redistribution", pgettext_lazy("checklist step", "Redistribution of tasks")
    HAND_OVER = "hand_over", pgettext_lazy("checklist step", "Hand-over to successor")
    INTERVIEW = "interview", pgettext_lazy("checklist step", "Exit interview")
    FAREWELL = "farewell", pgettext_lazy("checklist step", "Farewell event")
    PROPERTY = "property", pgettext_lazy("checklist step", "Return of company property")


AFTER_DEATH = (Step.DOCUMENTS, Step.PROPERTY)
"""What still has to be done when somebody died; nothing of it is mailed to anybody."""


class OwnerRole(TextChoices):
    """Who does a task; which person that is, is known per departure."""

    MANAGER = "manager", pgettext_lazy("owner of a task", "direct manager")
    HR = "hr", pgettext_lazy("owner of a task", "HR")
    IT = "it", pgettext_lazy("owner of a task", "IT")
    PAYROLL = "payroll", pgettext_lazy("owner of a task", "payroll")
    FACILITIES = "facilities", pgettext_lazy("owner of a task", "facilities")
    SUCCESSOR = "successor", pgettext_lazy("owner of a task", "successor")


DESKS = (OwnerRole.HR, OwnerRole.IT, OwnerRole.PAYROLL, OwnerRole.FACILITIES)
"""Roles that one person or mailbox fills for every departure."""


class PropertyKind(TextChoices):
    """What an organisation hands out."""

    LAPTOP = "laptop", pgettext_lazy("property", "laptop")
    PHONE = "phone", pgettext_lazy("property", "phone")
    CAR = "car", pgettext_lazy("property", "company car")
    BADGE = "badge", pgettext_lazy("property", "badge")
    KEY = "key", pgettext_lazy("property", "key")
    CARD = "card", pgettext_lazy("property", "payment or fuel card")
    CLOTHING = "clothing", pgettext_lazy("property", "work clothing")
    OTHER = "other", pgettext_lazy("property", "something else")
