"""What the pages of the questionnaire send."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from uitzicht.questionnaires.content import MINUTES, PROBES
from uitzicht.questionnaires.item_wording import Said, Wording
from uitzicht.questionnaires.models import Item
from uitzicht.questionnaires.vocabulary import VARIED, Audience, ItemType

LONGEST_TEXT = 5_000
MOST_CHOICES = 7


def in_language(form: forms.Form, language: str) -> None:
    """The controls hold words of that language; a screen reader speaks them so."""
    for bound in form:
        if isinstance(bound.field, forms.CharField) and bound.name != "name":
            bound.field.widget.attrs["lang"] = language


class Text(forms.CharField):
    """Line ends are one sign whatever the browser sends."""

    def __init__(self, *, rows: int = 2, **options: Any) -> None:
        widget = forms.Textarea(attrs={"rows": rows, "spellcheck": "true"})
        super().__init__(required=options.pop("required", False), max_length=LONGEST_TEXT, widget=widget, **options)

    def to_python(self, value: object) -> str:
        return str(super().to_python(value)).replace("\r\n", "\n").strip()


class Lines(Text):
    """A text for each line; ``most``: how many there may be."""

    def __init__(self, *, most: int, **options: Any) -> None:
        super().__init__(rows=most, **options)
        self.most = most

    def clean(self, value: Any) -> tuple[str, ...]:
        lines = tuple(line.strip() for line in str(super().clean(value)).splitlines() if line.strip())
        if len(lines) > self.most:
            raise forms.ValidationError(_("At most {most} lines.").format(most=self.most))
        return lines

    def prepare_value(self, value: Any) -> Any:
        return "\n".join(value) if isinstance(value, tuple | list) else value


class WordingForm(forms.Form):
    """``wording``: what was sent, once it is valid."""

    revision = forms.IntegerField(min_value=0, widget=forms.HiddenInput)

    def __init__(self, *args: Any, item: Item, labels: dict[str, str], **options: Any) -> None:
        super().__init__(*args, **options)
        self.item, self.open = item, item.type == ItemType.OPEN
        self.labels = list(labels) if item.own else []
        self._said("", question=_("Question"), probes=_("Probes"))
        for number, key in enumerate(self.labels, start=1):
            name = _("Answer {answer}").format(answer=key if key.isdecimal() else number)
            self.fields[f"label.{key}"] = forms.CharField(label=name, required=False, max_length=120)
        for audience in VARIED:
            self._said(f"{audience}.", question=_("Question in other words"), probes=_("Probes in other words"))

    @property
    def label_fields(self) -> list[forms.BoundField]:
        return [self[f"label.{key}"] for key in self.labels]

    @property
    def variants(self) -> list[tuple[object, list[forms.BoundField]]]:
        """(audience in words, its fields)."""
        return [(Audience(audience).label, self._bound(f"{audience}.")) for audience in VARIED]

    @property
    def general(self) -> list[forms.BoundField]:
        return self._bound("")

    @property
    def wording(self) -> Wording:
        clean = self.cleaned_data
        said = {
            audience: Said(clean[f"{prefix}question"], clean.get(f"{prefix}probes", ()))
            for audience, prefix in (("", ""), *((audience, f"{audience}.") for audience in VARIED))
        }
        labels = {key: clean[f"label.{key}"] for key in self.labels}
        return Wording(said.pop(""), labels, said)

    def _said(self, prefix: str, *, question: object, probes: object) -> None:
        self.fields[f"{prefix}question"] = Text(label=question)
        if self.open:
            self.fields[f"{prefix}probes"] = Lines(
                most=max(PROBES), label=probes, help_text=_("Two to four, each on a line of its own.")
            )

    def _bound(self, prefix: str) -> list[forms.BoundField]:
        return [self[f"{prefix}question"], *([self[f"{prefix}probes"]] if self.open else [])]


def initial_of(wording: Wording, revision: int) -> dict[str, Any]:
    """What a form shows of a stored wording."""
    initial: dict[str, Any] = {"revision": revision}
    for audience in ("", *VARIED):
        prefix = f"{audience}." if audience else ""
        said = wording.of(audience)
        initial |= {f"{prefix}question": said.question, f"{prefix}probes": said.probes}
    return initial | {f"label.{key}": label for key, label in wording.labels.items()}


class AskedForm(forms.Form):
    asked_revision = forms.IntegerField(min_value=0, widget=forms.HiddenInput)
    not_asked = forms.MultipleChoiceField(
        label=_("Leave this question out for"),
        required=False,
        choices=[(audience.value, audience.label) for audience in VARIED],
        widget=forms.CheckboxSelectMultiple,
    )


class PartForm(forms.Form):
    revision = forms.IntegerField(min_value=0, widget=forms.HiddenInput)
    minutes = forms.IntegerField(
        label=_("Minutes"), min_value=1, max_value=MINUTES, help_text=_("Of the hour, for the whole part.")
    )
    title = forms.CharField(label=_("Title"), required=False, max_length=120, help_text=_("The leaver reads this."))
    script = Text(rows=8, label=_("What the interviewer says"), help_text=_("At the start of the part."))
    hint = Text(rows=2, label=_("Hint"), help_text=_("Only the interviewer reads this."))


class AddItemForm(forms.Form):
    name = forms.CharField(
        label=_("Short name"), max_length=30, help_text=_("It becomes the key of the question and never changes.")
    )
    type = forms.ChoiceField(
        label=_("How it is answered"),
        choices=[(one.value, one.label) for one in (ItemType.OPEN, ItemType.SCORE, ItemType.CHOICE)],
    )
    question = Text(label=_("Question"), required=True)
    choices = Lines(
        most=MOST_CHOICES,
        label=_("Answers"),
        help_text=_(
            "Each on a line of its own: of a choice all of them, of a score what 1 and 5 mean. Leave empty for an open question."
        ),
    )

    def clean(self) -> dict[str, Any]:
        clean = super().clean() or {}
        given, kind = len(clean.get("choices", ())), clean.get("type")
        if kind == ItemType.OPEN and given:
            self.add_error("choices", _("An open question has no answers to choose from."))
        if kind == ItemType.SCORE and given != 2:
            self.add_error("choices", _("Write two lines: what 1 means, and what 5 means."))
        if kind == ItemType.CHOICE and given < 2:
            self.add_error("choices", _("Write at least two answers."))
        return clean


class ArrangeForm(forms.Form):
    item = forms.CharField(max_length=60)
    do = forms.ChoiceField(choices=[(do, do) for do in ("up", "down", "out", "back")])


class UndoForm(forms.Form):
    change = forms.IntegerField(min_value=1)


class StartForm(forms.Form):
    """``source``: the number of a version here, or "ships"."""

    source = forms.CharField(max_length=10)
