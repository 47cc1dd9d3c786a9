"""The choice of the page on cost, and the lines of a job family as a form."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from django import forms
from django.forms import BoundField
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from uitzicht.core.refusal import Refusal
from uitzicht.insight.costs.rules import EVERYBODY, Amounts, ensure_complete
from uitzicht.insight.costs.vocabulary import DIRECT, HIDDEN, HINTS, CostKey, Work
from uitzicht.insight.labels import capital

MOST_EUROS = 10_000_000
GROUPED = re.compile(r"\d{1,3}([.,’' ]\d{3})+")
LEAST_FEWER, USUAL_FEWER, MOST_FEWER = 5, 20, 50


class EurosField(forms.IntegerField):
    """Whole euros, as people write them: "12500", "12.500", "€ 12 500"."""

    widget = forms.TextInput(attrs={"inputmode": "numeric", "autocomplete": "off"})

    def __init__(self, **options: Any) -> None:
        super().__init__(min_value=0, max_value=MOST_EUROS, **options)
        self.error_messages["invalid"] = _("Write whole euros, such as 12500.")

    def to_python(self, value: Any) -> int | None:
        text = str(value or "").replace("€", "").replace("\u00a0", " ").replace("\u202f", " ").strip()
        if GROUPED.fullmatch(text):
            text = re.sub(r"\D", "", text)
        return super().to_python(text)


class ChoiceForm(forms.Form):
    """Filters of the page; live in the address. What is not known counts as not chosen."""

    family = forms.ChoiceField(label=_("Job family"), required=False)
    period = forms.ChoiceField(label=_("Exits in"), required=False)
    fewer = forms.IntegerField(
        label=_("Fewer undesired exits, in percent"),
        min_value=LEAST_FEWER,
        max_value=MOST_FEWER,
        required=False,
        help_text=_("From 5 to 50."),
    )

    def __init__(self, *args: Any, families: Sequence[str], periods: Sequence[str], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        _offer(self.fields["family"], [(EVERYBODY, _("all job families")), *((one, one) for one in families)])
        _offer(self.fields["period"], [(one, one) for one in periods])
        if not families:
            del self.fields["family"]
        if len(periods) < 2:
            del self.fields["period"]

    def chosen(self) -> tuple[str, str, int]:
        """Family, period and percent, each as asked or as usual."""
        self.is_valid()
        found = self.cleaned_data
        return found.get("family") or EVERYBODY, found.get("period") or "", found.get("fewer") or USUAL_FEWER


@dataclass(frozen=True)
class LineFields:
    """One line of the form. ``counted``: whether it counts now."""

    key: str
    label: str
    hint: Promise | str
    low: BoundField
    likely: BoundField
    high: BoundField
    source: BoundField
    wrong: bool
    counted: bool


class LinesForm(forms.Form):
    """Three amounts and a source for every line. ``lines``: those that hold for this job family itself."""

    def __init__(self, *args: Any, lines: Mapping[str, Amounts], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.lines = lines
        for key in CostKey:
            held = lines.get(key)
            for name, label in (("low", _("low")), ("likely", _("likely")), ("high", _("high"))):
                initial = getattr(held, name) if held else None
                self.fields[f"{key}-{name}"] = EurosField(label=label, required=False, initial=initial)
            self.fields[f"{key}-source"] = forms.CharField(
                label=_("Source"), required=False, max_length=200, initial=held.source if held else ""
            )

    def clean(self) -> dict[str, Any]:
        self.amounts: dict[str, Amounts | None] = {}
        for key in CostKey:
            if any(f"{key}-{name}" in self.errors for name in ("low", "likely", "high", "source")):
                continue
            low, likely, high = (self.cleaned_data[f"{key}-{name}"] for name in ("low", "likely", "high"))
            try:
                self.amounts[key] = ensure_complete(low, likely, high, self.cleaned_data[f"{key}-source"].strip())
            except Refusal as refusal:
                at = "source" if refusal.code == "cost.source_missing" else "low"
                self.add_error(f"{key}-{at}", str(refusal))
        return self.cleaned_data

    def direct(self) -> Iterator[LineFields]:
        return self._lines(DIRECT)

    def hidden(self) -> Iterator[LineFields]:
        return self._lines(HIDDEN)

    def whole(self) -> Iterator[LineFields]:
        return self._lines((CostKey.WHOLE,))

    def _lines(self, keys: Sequence[CostKey]) -> Iterator[LineFields]:
        for key in keys:
            low, likely, high, source = (self[f"{key}-{name}"] for name in ("low", "likely", "high", "source"))
            wrong = any(field.errors for field in (low, likely, high, source))
            label = capital(str(key.label))
            yield LineFields(key, label, HINTS[key], low, likely, high, source, wrong, key in self.lines)


class StartForm(forms.Form):
    """What published figures need to become a first estimate. Nothing of it is kept."""

    use_required_attribute = False  # shares a form element with the lines, which can be kept without it

    salary = EurosField(label=_("Gross salary for a year"))
    work = forms.ChoiceField(label=_("Kind of work"), choices=Work.choices)


def _offer(field: forms.Field, choices: Sequence[tuple[str, Any]]) -> None:
    field.choices = choices  # type: ignore[attr-defined]
