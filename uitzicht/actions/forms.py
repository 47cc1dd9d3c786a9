"""What is asked about actions: the filters of the list, the proposal, a change, a move, a step, a note."""

from collections.abc import Iterable, Sequence
from datetime import date, timedelta
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from uitzicht.actions.findings.aims import Aim
from uitzicht.actions.vocabulary import Direction, State
from uitzicht.insight.costs.forms import EurosField
from uitzicht.insight.stories import STORIES
from uitzicht.people.forms import DayInput
from uitzicht.people.models import User
from uitzicht.ui.templatetags.ui import percent

LONGEST_TITLE, LONGEST_STEP, LONGEST_NOTE = 200, 200, 1000
USUAL_PERIOD = timedelta(days=90)
NOTE_HELP = _("For the log. Never what one leaver said.")


def _day(label: Any, **options: Any) -> forms.DateField:
    return forms.DateField(label=label, widget=DayInput(), input_formats=["%Y-%m-%d"], **options)


def _note(label: Any, **options: Any) -> forms.CharField:
    return forms.CharField(label=label, max_length=LONGEST_NOTE, help_text=NOTE_HELP, **options)


def _cost() -> EurosField:
    return EurosField(label=_("Cost in euros"), required=False, help_text=_("What it costs to do. May stay empty."))


class FilterForm(forms.Form):
    """Filters of the list; lives in the address. An unknown value filters nothing."""

    q = forms.CharField(
        required=False, label=_("Title, step or owner"), widget=forms.TextInput(attrs={"type": "search"})
    )
    state = forms.ChoiceField(
        required=False,
        label=pgettext_lazy("action", "State"),
        choices=[
            ("", pgettext_lazy("actions", "Open")),
            ("overdue", pgettext_lazy("actions", "Overdue")),
            *State.choices,
            ("all", pgettext_lazy("actions", "All")),
        ],
    )
    owner = forms.TypedChoiceField(required=False, label=_("Owner"), coerce=int, empty_value=None)
    unit = forms.TypedChoiceField(required=False, label=_("Unit"), coerce=int, empty_value=None)
    story = forms.ChoiceField(required=False, label=_("From the page"))

    def __init__(self, *args: Any, owners: Sequence[tuple[int, str]], units: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        indented = [(unit, "\u2007" * 2 * max(depth - 1, 0) + name) for unit, depth, name in units if depth]
        stories = [(key, story.title) for key, story in STORIES.items()]
        self._offer("owner", [("", _("Everybody")), *owners])
        self._offer("unit", [("", _("All units")), *indented])
        self._offer("story", [("", _("All pages")), *stories])

    def _offer(self, name: str, choices: list[Any]) -> None:
        self.fields[name].choices = choices  # type: ignore[attr-defined]

    def chosen(self) -> dict[str, Any]:
        self.is_valid()
        return {name: value for name, value in self.cleaned_data.items() if value not in (None, "")}


class AimSelect(forms.Select):
    """Each figure carries the direction that most people would want, for a script that follows the choice."""

    directions: dict[str, str]

    def create_option(self, name: str, value: Any, *args: Any, **kwargs: Any) -> dict[str, Any]:
        option = super().create_option(name, value, *args, **kwargs)
        if str(value) in self.directions:
            option["attrs"]["data-direction"] = self.directions[str(value)]
        return option


class ProposalForm(forms.Form):
    """``aims``: figures to choose from, the usual first; ``owners``: None when the action is one's own."""

    title = forms.CharField(
        label=_("What will you do?"),
        max_length=LONGEST_TITLE,
        help_text=_("In one line, so that everybody understands it. Name no people."),
    )
    aim = forms.ChoiceField(
        label=_("Which figure should change?"),
        widget=AimSelect,
        help_text=_("Later releases are held against this figure."),
    )
    direction = forms.ChoiceField(
        label=_("Which way?"), choices=Direction.choices, widget=forms.RadioSelect, initial=Direction.DOWN
    )
    owner = forms.ModelChoiceField(
        label=_("Owner"), queryset=User.objects.none(), empty_label=None, help_text=_("Who sees to it that it happens.")
    )
    due_on = _day(_("To be done by"))
    cost = _cost()
    steps = forms.CharField(
        label=_("Steps"),
        required=False,
        max_length=4000,
        widget=forms.Textarea(attrs={"rows": 4, "class": "input"}),
        help_text=_("One on each line. Steps can be added later."),
    )

    def __init__(self, *args: Any, aims: Sequence[Aim], owners: Any, on: date, **kwargs: Any) -> None:
        initial = {"due_on": on + USUAL_PERIOD, "aim": aims[0].key, "direction": aims[0].direction}
        kwargs["initial"] = initial | kwargs.get("initial", {})
        super().__init__(*args, **kwargs)
        aim = self.fields["aim"]
        aim.choices = list(_grouped(aims))  # type: ignore[attr-defined]
        aim.widget.directions = {aim.key: str(aim.direction) for aim in aims}
        if owners is None:
            del self.fields["owner"]
        else:
            self.fields["owner"].queryset = owners  # type: ignore[attr-defined]

    def clean_steps(self) -> list[str]:
        lines = [line.strip() for line in self.cleaned_data["steps"].splitlines()]
        if any(len(line) > LONGEST_STEP for line in lines):
            raise forms.ValidationError(
                _("A step is longer than 200 characters. Say it shorter, or make it two steps.")
            )
        return [line for line in lines if line]


def _grouped(aims: Iterable[Aim]) -> Iterable[tuple[str, list[tuple[str, str]]]]:
    """One group for each question, in the order of the aims."""
    groups: dict[str, list[tuple[str, str]]] = {}
    for aim in aims:
        name = aim.group.question_label if not aim.item.score else str(_("Means from 1 to 5"))
        groups.setdefault(name, []).append((aim.key, _option(aim)))
    return groups.items()


def _option(aim: Aim) -> str:
    share = aim.item.share
    return f"{aim.label} ({percent(share)})" if share is not None else aim.label


class ChangeForm(forms.Form):
    """What may still change; the finding and what it aims at may not."""

    title = forms.CharField(label=_("What will you do?"), max_length=LONGEST_TITLE)
    due_on = _day(_("To be done by"))
    cost = _cost()
    note = _note(_("Why does it change?"), required=False)


class HandOverForm(forms.Form):
    owner = forms.ModelChoiceField(label=_("New owner"), queryset=User.objects.none(), empty_label=_("Choose somebody"))
    note = _note(_("Note (not needed)"), required=False)

    def __init__(self, *args: Any, owners: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["owner"].queryset = owners  # type: ignore[attr-defined]


class MoveForm(forms.Form):
    """``to``: the state that the button names. ``effective_on`` belongs to done only."""

    to = forms.ChoiceField(choices=State.choices, widget=forms.HiddenInput)
    effective_on = _day(
        _("Works from"),
        required=False,
        help_text=_("The day from which people notice it. What changes after it is measured."),
    )
    note = _note(_("Note (not needed)"), required=False)


class StepForm(forms.Form):
    text = forms.CharField(label=_("New step"), max_length=LONGEST_STEP)
    due_on = _day(_("By (not needed)"), required=False)


class NoteForm(forms.Form):
    note = _note(_("Note"))
