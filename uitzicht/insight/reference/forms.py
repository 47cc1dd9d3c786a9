"""A list of reference figures, and the same list once it was looked at."""

from dataclasses import asdict
from typing import Any

from django import forms
from django.core import signing
from django.utils.translation import gettext_lazy as _

from uitzicht.insight.reference.file import Row
from uitzicht.insight.reference.vocabulary import Value

BIGGEST_FILE = 1_000_000
A_DAY = 24 * 3600
SALT = "insight.reference"


class FileForm(forms.Form):
    file = forms.FileField(
        label=_("List of reference figures"),
        help_text=_("CSV or Excel (.xlsx), at most 1 MB. The first row names the columns."),
        widget=forms.FileInput(attrs={"accept": ".csv,.txt,.tsv,.xlsx,.xls"}),
    )

    def clean_file(self) -> Any:
        file = self.cleaned_data["file"]
        if file.size > BIGGEST_FILE:
            raise forms.ValidationError(_("The file is larger than 1 MB. Take out what is not a figure."))
        return file


class KeepForm(forms.Form):
    """What was shown, signed: it is kept as it was shown, or not at all."""

    shown = forms.CharField(widget=forms.HiddenInput)

    def clean_shown(self) -> tuple[str, list[Row]]:
        try:
            said = signing.loads(self.cleaned_data["shown"], salt=SALT, max_age=A_DAY)
        except signing.BadSignature:
            raise forms.ValidationError(_("This list is too old. Choose the file again.")) from None
        return said["name"], [Row(**{**row, "value": Value(**row["value"])}) for row in said["rows"]]


def signed(name: str, rows: tuple[Row, ...]) -> str:
    return signing.dumps({"name": name, "rows": [asdict(row) for row in rows]}, salt=SALT, compress=True)
