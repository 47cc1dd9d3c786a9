"""Which report, in which form; how the organisation looks; who is told after a release."""

from collections.abc import Iterable, Sequence
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from uitzicht.people.models import User
from uitzicht.people.vocabulary import Language
from uitzicht.reports.definition import COLOUR, Format, ReportKind
from uitzicht.reports.models import Brand, Form, Kind

Choices = Sequence[tuple[str, str]]
NO_UNIT = ("", pgettext_lazy("choice", "none"))


class ReportForm(forms.Form):
    """A kind, and where it needs one a unit. ``kinds`` and ``units``: what this account may choose from."""

    kind = forms.ChoiceField(label=_("Which report"), widget=forms.RadioSelect)
    unit = forms.ChoiceField(label=_("Unit"), required=False, help_text=_("Only for the report on one unit."))
    release = forms.ChoiceField(label=_("Release"), required=False)
    language = forms.ChoiceField(label=_("Language"), choices=Language.choices)
    form = forms.ChoiceField(label=pgettext_lazy("report", "Form"), choices=Form.choices)

    def __init__(
        self, *args: Any, kinds: Iterable[ReportKind], units: Choices, releases: Iterable[int], **kwargs: Any
    ) -> None:
        super().__init__(*args, **kwargs)
        offered = list(kinds)
        _choices(self, "kind", [(kind.value, Kind(kind.value).label) for kind in offered])
        none = [] if offered == [ReportKind.UNIT] or not units else [NO_UNIT]
        _choices(self, "unit", [*none, *units])
        _choices(self, "release", [(str(number), str(number)) for number in releases])

    def clean(self) -> dict[str, Any]:
        said = super().clean() or {}
        if said.get("kind") == ReportKind.UNIT and not said.get("unit"):
            self.add_error("unit", _("Choose the unit that the report is about."))
        return said

    @property
    def chosen_kind(self) -> ReportKind:
        return ReportKind(self.cleaned_data["kind"])

    @property
    def chosen_unit(self) -> str:
        """The unit of a report on one unit; other kinds have none."""
        return str(self.cleaned_data["unit"]) if self.chosen_kind is ReportKind.UNIT else ""

    @property
    def chosen_form(self) -> Format:
        return Format(self.cleaned_data["form"])


class StandingForm(ReportForm):
    """The same, for every later release, and who is told."""

    recipients = forms.MultipleChoiceField(
        label=_("Who is told"),
        help_text=_("They get a mail with a link and sign in to read the report; the report itself is never mailed."),
        widget=forms.CheckboxSelectMultiple,
    )

    def __init__(self, *args: Any, people: Iterable[User], **kwargs: Any) -> None:
        super().__init__(*args, releases=(), **kwargs)
        del self.fields["release"]
        self.people = {str(user.pk): user for user in people}
        _choices(self, "recipients", [(key, _named(user)) for key, user in self.people.items()])

    @property
    def chosen_people(self) -> list[User]:
        return [self.people[key] for key in self.cleaned_data["recipients"]]


class BrandForm(forms.Form):
    name = forms.CharField(
        label=_("Name on reports"),
        max_length=60,
        help_text=_("At the top of every page, where there is no logo; read aloud in its place where there is one."),
    )
    colour = forms.CharField(
        label=_("Colour"),
        max_length=7,
        help_text=_("For lines and small headings. It has to be dark enough to be read on white."),
        widget=forms.ColorInput,
    )
    logo = forms.FileField(
        label=_("Logo"),
        required=False,
        help_text=_("PNG or JPEG, 512 kB at most. It is drawn anew as a plain picture."),
    )
    remove_logo = forms.BooleanField(label=_("Take the logo away"), required=False)

    def __init__(self, *args: Any, before: Brand | None, organisation: str, **kwargs: Any) -> None:
        name, colour = (before.name, before.colour) if before else (organisation[:60], COLOUR)
        super().__init__(*args, **kwargs)
        self.initial = {"name": name, "colour": colour}
        if before is None or not before.logo:
            del self.fields["remove_logo"]

    @property
    def logo_file(self) -> bytes | None:
        file = self.cleaned_data["logo"]
        return file.read() if file else None


def _choices(form: forms.Form, name: str, choices: Sequence[tuple[object, object]]) -> None:
    form.fields[name].choices = choices  # type: ignore[attr-defined]


def _named(user: User) -> str:
    return f"{user.name} ({user.email})"
