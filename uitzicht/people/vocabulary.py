"""The words of people: roles and what HR knows of somebody."""

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy


class Role(TextChoices):
    """What somebody is here. A leaver has no account: a personal link opens their own pages."""

    HR_LEAD = "hr_lead", pgettext_lazy("role", "HR lead")
    INTERVIEWER = "interviewer", pgettext_lazy("role", "interviewer")
    LEADER = "leader", pgettext_lazy("role", "manager")
    LEAVER = "leaver", pgettext_lazy("role", "leaver")
    GUARDIAN = "guardian", pgettext_lazy("role", "privacy guardian")
    ADMIN = "admin", pgettext_lazy("role", "administrator")
    PREVENTION = "prevention", pgettext_lazy("role", "prevention adviser")


ACCOUNT_ROLES = tuple(role for role in Role if role is not Role.LEAVER)


class Language(TextChoices):
    NL = "nl", _("Dutch")
    FR = "fr", _("French")
    EN = "en", _("English")
    DE = "de", _("German")


class Gender(TextChoices):
    WOMAN = "woman", pgettext_lazy("gender", "woman")
    MAN = "man", pgettext_lazy("gender", "man")
    OTHER = "other", pgettext_lazy("gender", "other")
    UNKNOWN = "", pgettext_lazy("gender", "not known")


class ContractKind(TextChoices):
    PERMANENT = "permanent", pgettext_lazy("contract", "permanent")
    FIXED_TERM = "fixed_term", pgettext_lazy("contract", "fixed term")
    TEMPORARY = "temporary", pgettext_lazy("contract", "temporary agency")
    STUDENT = "student", pgettext_lazy("contract", "student")
    UNKNOWN = "", pgettext_lazy("contract", "not known")


# The fields of a staff list, as the dry run and its errors name them.
FIELD_LABELS = {
    "employee_number": _("employee number"),
    "first_name": _("first name"),
    "last_name": _("last name"),
    "name": _("name"),
    "work_email": _("work e-mail address"),
    "private_email": _("private e-mail address"),
    "language": _("language"),
    "unit": _("unit"),
    "title": _("position"),
    "manager": pgettext_lazy("field", "manager"),
    "started_on": _("start date"),
    "ended_on": _("end date"),
    "birth": _("year of birth"),
    "birth_year": _("year of birth"),
    "gender": _("gender"),
    "contract": _("kind of contract"),
    "working_time": _("working time"),
    "job_family": _("job family"),
}
WORKING_TIME_FORMS = {
    "percent": _("percent"),
    "hours": _("hours a week"),
    "fraction": _("fraction of full time"),
}
