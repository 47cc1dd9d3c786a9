"""Small words of the design system for templates: built in, no {% load %} needed."""

from datetime import date, datetime

from babel.dates import format_date
from django import template
from django.forms import BoundField
from django.utils import timezone
from django.utils.formats import number_format
from django.utils.safestring import SafeString
from django.utils.translation import get_language

from uitzicht.ui.charts import Drawing, markup

register = template.Library()
NBSP = "\u00a0"


@register.filter
def percent(share: float | None, digits: int = 0) -> str:
    """0.312 -> "31 %" (no-break space; "31%" in English)."""
    if share is None:
        return ""
    space = "" if _language() == "en" else NBSP
    return f"{number_format(round(share * 100, digits), digits)}{space}%"


@register.filter
def number(value: float | None, digits: int = 0) -> str:
    """A number as the reader's language writes it."""
    return "" if value is None else number_format(round(value, digits), digits, use_l10n=True, force_grouping=False)


@register.filter
def day(value: date | datetime | None) -> str:
    """A date with its weekday: "dinsdag 9 juni" (the year only when it is not this one)."""
    return _written(value, {"de": "EEEE, d. MMMM"}.get(_language(), "EEEE d MMMM"))


@register.filter
def short_day(value: date | datetime | None) -> str:
    """A date in little room: "di 9 jun"."""
    return _written(value, "EEE d MMM")


@register.filter
def month(value: date | datetime | None) -> str:
    """A month of a year: "sep 2019"."""
    return "" if value is None else str(format_date(_local(value), "MMM y", locale=_language()))


@register.filter
def shapes(drawing: Drawing) -> SafeString:
    """The shapes of a drawing as elements. Not a loop in a template: a page of insight has some thousands."""
    return SafeString(markup(drawing))


def _written(value: date | datetime | None, pattern: str) -> str:
    if value is None:
        return ""
    on = _local(value)
    if on.year != timezone.localdate().year:
        pattern += " y"
    if on.day == 1 and _language() == "fr":
        pattern = pattern.replace("d ", "d'er' ")  # le 1er décembre
    return str(format_date(on, pattern, locale=_language()))


def _local(value: date | datetime) -> date:
    return timezone.localtime(value).date() if isinstance(value, datetime) else value


def _language() -> str:
    return (get_language() or "nl")[:2]


@register.filter
def clock(value: datetime | None) -> str:
    """A time: "14:00"."""
    return "" if value is None else timezone.localtime(value).strftime("%H:%M")


@register.inclusion_tag("ui/field.html")
def field(bound: BoundField, kind: str = "") -> dict[str, object]:
    """One field of a form: label, help, control, and below it the error with its remedy. ``{% field form.name %}``."""
    widget = bound.field.widget
    name = type(widget).__name__
    control = "select" if name.startswith("Select") else "checkbox" if name == "CheckboxInput" else "input"
    attributes: dict[str, str | bool] = {} if control == "checkbox" else {"class": control}
    described = [f"{bound.id_for_label}-help"] if bound.help_text else []
    if bound.errors:
        described.append(f"{bound.id_for_label}-error")
        attributes["aria-invalid"] = "true"
    if described:
        attributes["aria-describedby"] = " ".join(described)
    rendered: SafeString = bound.as_widget(attrs=attributes)
    group = name in ("RadioSelect", "CheckboxSelectMultiple")
    return {"field": bound, "control": rendered, "checkbox": control == "checkbox", "group": group, "kind": kind}


@register.simple_tag(takes_context=True)
def url_with(context: template.Context, **changes: object) -> str:
    """The address of this page with other filters: ``{% url_with page=2 %}``; None or "" takes a filter away."""
    query = context["request"].GET.copy()
    for name, value in changes.items():
        if value in (None, ""):
            query.pop(name, None)
        else:
            query[name] = str(value)
    return f"?{query.urlencode()}"


@register.filter
def style_layers(names: str) -> list[str]:
    """The style sheets of the design system, in the order of their layers."""
    return [f"ui/{name}.css" for name in names.split()]


@register.filter
def certificate(digest: str) -> str:
    """The first 16 hex digits in groups of four: enough to compare by eye."""
    return " ".join(digest[n : n + 4] for n in range(0, 16, 4))
