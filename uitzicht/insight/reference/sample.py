"""An example list of reference figures: its columns are recognised as they stand. Invented figures."""

import csv
import io

from django.utils.translation import get_language

HEADERS = {
    "nl": (
        "soort",
        "vraag",
        "antwoord",
        "aandeel",
        "gemiddelde",
        "basis",
        "spreiding",
        "bron",
        "jaar",
        "over",
        "opmerking",
    ),
    "fr": (
        "type",
        "question",
        "réponse",
        "part",
        "moyenne",
        "base",
        "écart-type",
        "source",
        "année",
        "sur",
        "remarque",
    ),
    "en": ("kind", "question", "answer", "share", "mean", "base", "spread", "source", "year", "about", "note"),
    "de": (
        "Art",
        "Frage",
        "Antwort",
        "Anteil",
        "Mittelwert",
        "Basis",
        "Streuung",
        "Quelle",
        "Jahr",
        "über",
        "Anmerkung",
    ),
}
KINDS = {
    "nl": ("blijvers", "veld"),
    "fr": ("restants", "secteur"),
    "en": ("stayers", "field"),
    "de": ("Bleibende", "Feld"),
}
SOURCES = {
    "nl": ("Medewerkersonderzoek (voorbeeld)", "Sectoronderzoek (voorbeeld)", "verzonnen cijfers"),
    "fr": ("Enquête auprès du personnel (exemple)", "Enquête sectorielle (exemple)", "chiffres inventés"),
    "en": ("Staff survey (example)", "Sector survey (example)", "invented figures"),
    "de": ("Mitarbeiterbefragung (Beispiel)", "Branchenbefragung (Beispiel)", "erfundene Zahlen"),
}


def sample_csv() -> bytes:
    """UTF-8 with a byte-order mark and semicolons, columns and words in the reader's language."""
    language = (get_language() or "nl")[:2]
    language = language if language in KINDS else "nl"
    (stayers, field), (survey, sector, note) = KINDS[language], SOURCES[language]
    rows = (
        (stayers, "satisfaction.content", "", "", "3.9", "412", "0.9", survey, "2025", "", note),
        (stayers, "satisfaction.terms", "", "", "3.2", "410", "1.0", survey, "2025", "", note),
        (stayers, "recommend", "high", "41 %", "", "405", "", survey, "2025", "", note),
        (stayers, "inclusion.safe", "", "", "4.1", "398", "", survey, "2025", "", note),
        (field, "main_reason", "career", "22 %", "", "5200", "", sector, "2024", "BE", note),
    )
    out = io.StringIO(newline="")
    writer = csv.writer(out, delimiter=";")
    writer.writerow(HEADERS[language])
    writer.writerows(rows)
    return out.getvalue().encode("utf-8-sig")
