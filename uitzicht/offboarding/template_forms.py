"""What is asked about the list of tasks that new checklists get, and about who does them."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from uitzicht.departures.vocabulary import Kind
from uitzicht.offboarding import queries
from uitzicht.offboarding.models import Desk, TemplateTask
from uitzicht.offboarding.vocabulary import DESKS, LANGUAGES, OwnerRole, Step


class TemplateTaskForm(forms.Form):
    """A task of the list. At least one language; the others fall back on it."""

    name_nl = forms.CharField(label=_("Task, in Dutch"), max_length=200, required=False)
    name_fr = forms.CharField(label=_("Task, in French"), max_length=200, required=False)
    name_en = forms.CharField(label=_("Task, in English"), max_length=200, required=False)
    name_de = forms.CharField(label=_("Task, in German"), max_length=200, required=False)
    step = forms.ChoiceField(label=_("Step"), choices=Step.choices)
    owner_role = forms.ChoiceField(label=_("Who does it?"), choices=OwnerRole.choices)
    due = forms.IntegerField(
        label=_("Due, in working days after the last day worked"),
        min_value=-250,
        max_value=250,
        help_text=_("Before it: a negative number, such as -5. The day itself: 0."),
    )
    needs = forms.ModelMultipleChoiceField(
        label=_("First has to be done"),
        queryset=TemplateTask.objects.none(),
        required=False,
        widget=forms.SelectMultiple(attrs={"size": 6}),
        help_text=_("Ctrl or Cmd chooses several."),
    )
    kinds = forms.MultipleChoiceField(
        label=_("Only for these kinds of departure"),
        required=False,
        choices=Kind.choices,
        widget=forms.CheckboxSelectMultiple,
        help_text=_("None chosen: for all. After a death only documents and property are left."),
    )
    job_families = forms.CharField(
        label=_("Only for these job families"),
        required=False,
        max_length=300,
        help_text=_("As the staff list writes them, with commas between. Empty: for all."),
    )
    active = forms.BooleanField(label=_("New checklists get this task"), required=False, initial=True)

    def __init__(self, *args: Any, but: int | None = None, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        field = self.fields["needs"]
        others = queries.template_tasks() if but is None else queries.template_tasks().exclude(pk=but)
        field.queryset = others  # type: ignore[attr-defined]
        field.label_from_instance = lambda task: task.name  # type: ignore[attr-defined]

    def clean_job_families(self) -> list[str]:
        return [name.strip() for name in self.cleaned_data["job_families"].split(",") if name.strip()]

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or self.cleaned_data
        names = {language: cleaned.pop(f"name_{language}", "") for language in LANGUAGES}
        cleaned["names"] = {language: name for language, name in names.items() if name}
        if not cleaned["names"]:
            self.add_error("name_nl", _("Say what has to be done, in one language at least."))
        return cleaned

    @staticmethod
    def initial_of(task: TemplateTask) -> dict[str, Any]:
        fields = ("step", "owner_role", "due", "kinds", "active")
        return (
            {name: getattr(task, name) for name in fields}
            | {f"name_{language}": task.names.get(language, "") for language in LANGUAGES}
            | {"needs": list(task.needs.all()), "job_families": ", ".join(task.job_families)}
        )


class DesksForm(forms.Form):
    """Who fills each role, as ``name_it`` and ``email_it``."""

    def __init__(self, *args: Any, desks: dict[str, Desk | None], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for role in DESKS:
            desk = desks[role.value]
            self.fields[f"name_{role.value}"] = forms.CharField(
                label=_("Name"), max_length=120, required=False, initial=desk.name if desk else ""
            )
            self.fields[f"email_{role.value}"] = forms.EmailField(
                label=_("Work e-mail address"), required=False, initial=desk.email if desk else ""
            )

    def rows(self) -> list[tuple[OwnerRole, forms.BoundField, forms.BoundField]]:
        return [(role, self[f"name_{role.value}"], self[f"email_{role.value}"]) for role in DESKS]

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or self.cleaned_data
        for role in DESKS:
            if cleaned.get(f"name_{role.value}") and not cleaned.get(f"email_{role.value}"):
                self.add_error(f"email_{role.value}", _("Without an address nobody can be asked. Fill it in."))
        return cleaned

    def changed(self) -> list[tuple[str, str, str]]:
        """(role, name, address) of the desks that are different now."""
        data = self.cleaned_data
        return [
            (role.value, data[f"name_{role.value}"] or data[f"email_{role.value}"], data[f"email_{role.value}"])
            for role in DESKS
            if {f"name_{role.value}", f"email_{role.value}"} & set(self.changed_data)
        ]
