"""What is asked to import staff, to find them and to keep accounts."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from uitzicht.people import queries
from uitzicht.people.models import Person, User
from uitzicht.people.tree import UnitTree
from uitzicht.people.vocabulary import ACCOUNT_ROLES, Language, Role

BIGGEST_FILE = 10 * 1024 * 1024  # bytes
STATES = (
    ("here", pgettext_lazy("staff", "works here")),
    ("coming", pgettext_lazy("staff", "starts later")),
    ("left", pgettext_lazy("staff", "has left")),
)


class DayInput(forms.DateInput):
    input_type = "date"

    def __init__(self) -> None:
        super().__init__(format="%Y-%m-%d")


def unit_choices(tree: UnitTree) -> list[tuple[int, str]]:
    """Units in reading order, indented by depth."""
    return [(unit, "\u2003" * depth + name) for unit, depth, name in tree.ordered()]


class StaffFilter(forms.Form):
    """Search, unit and state of the staff list; everything stands in the address."""

    q = forms.CharField(label=_("Search by name, number or position"), required=False)
    unit = forms.TypedChoiceField(label=_("Unit"), required=False, coerce=int, empty_value=None)
    state = forms.ChoiceField(label=_("Who"), required=False, choices=STATES)

    def __init__(self, *args: Any, tree: UnitTree, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["unit"].choices = [("", _("All units")), *unit_choices(tree)]  # type: ignore[attr-defined]
        self.fields["q"].widget.input_type = "search"


class StaffImportForm(forms.Form):
    """A staff list, how to read it and from which day its changes hold."""

    file = forms.FileField(
        label=_("Staff list"),
        help_text=_("CSV or Excel (.xlsx), at most 10 MB. The first row names the columns."),
        widget=forms.FileInput(attrs={"accept": ".csv,.txt,.tsv,.xlsx,.xls"}),
    )
    mapping = forms.FileField(
        label=_("Mapping file"),
        help_text=_("Only when your columns or words are not recognised (.toml)."),
        required=False,
        widget=forms.FileInput(attrs={"accept": ".toml"}),
    )
    on = forms.DateField(
        label=_("Changes hold from"),
        help_text=_("The day on which a change of unit, position or manager takes effect."),
        widget=DayInput(),
        input_formats=["%Y-%m-%d"],
    )
    complete = forms.BooleanField(
        label=_("This list is complete: who is not on it has ended the day before."), required=False
    )

    def clean_file(self) -> Any:
        file = self.cleaned_data["file"]
        if file.size > BIGGEST_FILE:
            raise forms.ValidationError(_("This file is larger than 10 MB. Save only the staff list itself."))
        return file

    def clean_mapping(self) -> str:
        file = self.cleaned_data["mapping"]
        if not file:
            return ""
        try:
            return str(file.read().decode("utf-8-sig"))
        except UnicodeDecodeError as error:
            raise forms.ValidationError(_("A mapping file is text in UTF-8. Save it again that way.")) from error


class RolesForm(forms.Form):
    """Roles of an account; for a manager the units whose released figures they read."""

    roles = forms.MultipleChoiceField(
        label=_("Roles"),
        required=False,
        choices=[(role.value, role.label) for role in ACCOUNT_ROLES],
        widget=forms.CheckboxSelectMultiple,
    )
    units = forms.TypedMultipleChoiceField(
        label=_("Units of the manager"),
        help_text=_("Whose released figures this manager reads, with everything below. Ctrl or Cmd chooses several."),
        required=False,
        coerce=int,
        widget=forms.SelectMultiple(attrs={"size": 6}),
    )

    def __init__(self, *args: Any, tree: UnitTree, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["units"].choices = unit_choices(tree)  # type: ignore[attr-defined]

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or self.cleaned_data
        if Role.LEADER in cleaned.get("roles", ()) and not cleaned.get("units"):
            self.add_error("units", _("Choose at least one unit: a manager reads only the figures of their own units."))
        return cleaned

    @property
    def chosen(self) -> dict[str, list[int] | None]:
        """Roles as ``services.add_user`` takes them."""
        data = self.cleaned_data
        return {role: data["units"] if role == Role.LEADER else None for role in data["roles"]}


class UserForm(RolesForm):
    """A new account."""

    email = forms.EmailField(label=_("Work e-mail address"), help_text=_("Signs in with this address."))
    name = forms.CharField(label=_("Name"), max_length=200)
    language = forms.ChoiceField(label=_("Language"), choices=Language.choices, initial=Language.NL)
    employee_number = forms.CharField(
        label=_("Employee number"),
        help_text=_("When this person stands on the staff list: so that nobody interviews somebody close to them."),
        required=False,
    )
    field_order = ("email", "name", "employee_number", "language", "roles", "units")

    def clean_email(self) -> str:
        email: str = self.cleaned_data["email"].strip().lower()
        if queries.account_with(email) is not None:
            raise forms.ValidationError(_("This address already has an account. Change that account instead."))
        return email

    def clean_employee_number(self) -> Person | None:
        number = self.cleaned_data["employee_number"].strip()
        if not number:
            return None
        person = queries.person_with_number(number)
        if person is None:
            raise forms.ValidationError(_("Nobody on the staff list has this number. Import the list first."))
        if queries.account_of(person) is not None:
            raise forms.ValidationError(_("This person already has an account. Change that account instead."))
        return person


def roles_of(user: User, tree: UnitTree) -> RolesForm:
    """The roles an account has now, as a form."""
    grants = list(user.grants.all())
    initial = {
        "roles": sorted({grant.role for grant in grants}),
        "units": [grant.unit_id for grant in grants if grant.unit_id is not None],
    }
    return RolesForm(initial=initial, tree=tree)
