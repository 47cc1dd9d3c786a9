"""What is asked at a departure, and how the list is filtered."""

from uitzicht.departures.forms.closing import ClosingDayForm
from uitzicht.departures.forms.days import DayInput, day_field
from uitzicht.departures.forms.deciding import CloseForm, DesirabilityForm
from uitzicht.departures.forms.filtering import FilterForm
from uitzicht.departures.forms.registering import DepartureForm, RegistrationForm

__all__ = [
    "CloseForm",
    "ClosingDayForm",
    "DayInput",
    "DepartureForm",
    "DesirabilityForm",
    "FilterForm",
    "RegistrationForm",
    "day_field",
]
