"""An example list of what was handed out: its columns are recognised as they stand."""

import csv
import io

from django.utils.translation import get_language

HEADERS = {
    "nl": ("Personeelsnummer", "Soort", "Kenmerk", "Uitgereikt op"),
    "fr": ("Matricule", "Type", "Description", "Remis le"),
    "en": ("Employee number", "Kind", "Label", "Handed out on"),
    "de": ("Personalnummer", "Art", "Bezeichnung", "Ausgegeben am"),
}
ROWS = (
    ("1001", "laptop", "LT-0001", "2023-04-17"),
    ("1001", "badge", "B-1001", "2015-03-02"),
    ("1002", "car", "1-ABC-234", "2021-09-01"),
)


def sample_csv() -> bytes:
    """UTF-8 with a byte-order mark and semicolons, in the reader's language."""
    out = io.StringIO(newline="")
    writer = csv.writer(out, delimiter=";")
    writer.writerow(HEADERS.get((get_language() or "nl")[:2], HEADERS["nl"]))
    writer.writerows(ROWS)
    return out.getvalue().encode("utf-8-sig")
