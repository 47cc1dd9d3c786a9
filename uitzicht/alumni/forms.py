"""What a member changes on their page, and what HR fills in."""

from typing import Any

from django import forms
from django.conf import settings
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from uitzicht.alumni.models import Newsletter
from uitzicht.alumni.vocabulary import Interest, Recommend, Return
from uitzicht.people.forms import DayInput, unit_choices
from uitzicht.people.models import Person
from uitzicht.people.tree import UnitTree
from uitzicht.people.vocabulary import Language

LONGEST = 5000
_DAY = ["%Y-%m-%d"]
NOTHING = ("", pgettext_lazy("recommend", "I say nothing about that"))


class DetailsForm(forms.Form):
    """Everything on the own page but the address; nothing is needed."""

    interests = forms.MultipleChoiceField(
        label=_("What do you want a mail about?"),
        required=False,
        choices=[
            (Interest.NEWS, _("News of the organisation")),
            (Interest.OPENINGS, _("Openings")),
            (Interest.MEETUPS, _("Meet-ups")),
            (Interest.TELLING, _("What was changed after what leavers told")),
        ],
        widget=forms.CheckboxSelectMultiple,
    )
    language = forms.ChoiceField(label=_("In which language?"), choices=settings.LANGUAGES)
    phone = forms.CharField(
        label=_("Telephone (not needed)"),
        required=False,
        max_length=40,
        widget=forms.TextInput(attrs={"type": "tel", "autocomplete": "tel"}),
    )
    profile = forms.URLField(
        label=_("Link to your profile (not needed)"),
        required=False,
        max_length=300,
        assume_scheme="https",
        widget=forms.URLInput(attrs={"autocomplete": "url"}),
    )
    would_recommend = forms.ChoiceField(
        label=_("Would you recommend us as a place to work?"),
        required=False,
        choices=[
            (Recommend.YES, pgettext_lazy("recommend", "Yes")),
            (Recommend.PERHAPS, pgettext_lazy("recommend", "Perhaps")),
            (Recommend.NO, pgettext_lazy("recommend", "No")),
            NOTHING,
        ],
        widget=forms.RadioSelect,
    )
    would_return = forms.ChoiceField(
        label=_("Would you come back one day?"),
        required=False,
        choices=[
            (Return.YES, pgettext_lazy("recommend", "Yes")),
            (Return.PERHAPS, pgettext_lazy("recommend", "Perhaps")),
            (Return.NO, pgettext_lazy("recommend", "No")),
            NOTHING,
        ],
        widget=forms.RadioSelect,
    )


class AddressForm(forms.Form):
    email = forms.EmailField(label=_("New e-mail address"), widget=forms.EmailInput(attrs={"autocomplete": "email"}))


class MembersFilter(forms.Form):
    """Filters of the list; live in the address. An unknown value filters nothing."""

    q = forms.CharField(required=False, label=_("Name"), widget=forms.TextInput(attrs={"type": "search"}))
    interest = forms.ChoiceField(
        required=False, label=_("Wants mail about"), choices=[("", _("Anything")), *Interest.choices]
    )
    unit = forms.TypedChoiceField(required=False, label=_("Unit"), coerce=int, empty_value=None)
    since = forms.DateField(required=False, label=_("Left since"), widget=DayInput(), input_formats=_DAY)

    def __init__(self, *args: Any, tree: UnitTree, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["unit"].choices = [("", _("All units")), *unit_choices(tree)]  # type: ignore[attr-defined]

    def chosen(self) -> dict[str, Any]:
        self.is_valid()
        return {name: value for name, value in self.cleaned_data.items() if value not in (None, "")}


class OpeningForm(forms.Form):
    title = forms.CharField(label=_("Title"), max_length=120)
    text = forms.CharField(
        label=_("What is it?"), required=False, max_length=LONGEST, widget=forms.Textarea(attrs={"rows": 5})
    )
    link = forms.URLField(label=_("Link to the vacancy"), required=False, max_length=300, assume_scheme="https")
    unit = forms.TypedChoiceField(required=False, label=_("Unit"), coerce=int, empty_value=None)
    from_on = forms.DateField(label=_("First day"), widget=DayInput(), input_formats=_DAY)
    until_on = forms.DateField(label=_("Last day (not needed)"), required=False, widget=DayInput(), input_formats=_DAY)

    def __init__(self, *args: Any, tree: UnitTree, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["unit"].choices = [("", _("Any unit")), *unit_choices(tree)]  # type: ignore[attr-defined]


class NewsletterForm(forms.Form):
    """A subject and a text for each language; ``pairs`` are the rows of the page."""

    interest = forms.ChoiceField(label=_("About what?"), choices=Interest.choices)

    def __init__(self, data: Any = None, *, newsletter: Newsletter | None = None) -> None:
        texts = newsletter.texts if newsletter else {}
        initial: dict[str, Any] = {"interest": newsletter.interest if newsletter else Interest.NEWS}
        for language, text in texts.items():
            initial |= {f"subject_{language}": text["subject"], f"text_{language}": text["text"]}
        super().__init__(data, initial=initial)
        for language in self.languages:
            self.fields[f"subject_{language}"] = forms.CharField(
                label=pgettext_lazy("mail", "Subject"), required=False, max_length=120
            )
            self.fields[f"text_{language}"] = forms.CharField(
                label=pgettext_lazy("mail", "Text"),
                required=False,
                max_length=LONGEST,
                widget=forms.Textarea(attrs={"rows": 8, "lang": language}),
            )

    @property
    def languages(self) -> list[str]:
        """The one of the organisation first."""
        own = settings.LANGUAGE_CODE
        return [own, *(language for language in Language.values if language != own)]

    @property
    def pairs(self) -> list[tuple[str, Any, Any]]:
        """(name of the language, subject, text)."""
        names = dict(Language.choices)
        return [(str(names[one]), self[f"subject_{one}"], self[f"text_{one}"]) for one in self.languages]

    def clean(self) -> dict[str, Any]:
        for language in self.languages:
            subject, text = self.cleaned_data.get(f"subject_{language}"), self.cleaned_data.get(f"text_{language}")
            if text and not subject:
                self.add_error(f"subject_{language}", _("Write a subject too."))
            if subject and not text:
                self.add_error(f"text_{language}", _("Write a text too."))
        return self.cleaned_data

    def texts(self) -> dict[str, dict[str, str]]:
        said = self.cleaned_data
        return {
            language: {"subject": said[f"subject_{language}"], "text": said[f"text_{language}"]}
            for language in self.languages
            if said[f"text_{language}"]
        }


class ReferralForm(forms.Form):
    """``who``: an employee number or a name; who was recommended is asked nowhere."""

    on = forms.DateField(label=_("Day of the referral"), widget=DayInput(), input_formats=_DAY)
    who = forms.CharField(
        label=_("By whom?"), max_length=200, help_text=_("Employee number, or first name and last name.")
    )
    unit = forms.TypedChoiceField(required=False, label=_("For which unit?"), coerce=int, empty_value=None)
    hired_on = forms.DateField(label=_("Hired on (not needed)"), required=False, widget=DayInput(), input_formats=_DAY)

    def __init__(self, *args: Any, tree: UnitTree, known: bool = False, **kwargs: Any) -> None:
        """``known``: by whom is known already, or forgotten; then it may stay empty."""
        super().__init__(*args, **kwargs)
        self.fields["unit"].choices = [("", _("Any unit")), *unit_choices(tree)]  # type: ignore[attr-defined]
        self.fields["who"].required = not known

    def person_among(self, people: list[Person]) -> Person | None:
        """The one who is meant; with another number of people an error stands in the form."""
        if len(people) != 1:
            found = _("More than one person has this name. Type the employee number.")
            none = _("Nobody has this number or name. Look at the staff list.")
            self.add_error("who", found if people else none)
            return None
        return people[0]
