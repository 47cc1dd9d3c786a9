"""An example staff list: its columns are recognised as they stand. The people are invented."""

import csv
import io

from django.utils.translation import get_language

HEADERS = {
    "nl": (
        *("Personeelsnummer", "Voornaam", "Achternaam", "E-mail werk", "E-mail privé", "Taal", "Afdeling", "Functie"),
        *("Leidinggevende", "In dienst", "Uit dienst", "Geboortejaar", "Geslacht", "Contract", "Uren per week"),
        "Functiegroep",
    ),
    "fr": (
        *("Matricule", "Prénom", "Nom", "E-mail professionnel", "E-mail personnel", "Langue", "Service", "Fonction"),
        *("Responsable", "Date d'entrée", "Date de sortie", "Année de naissance", "Sexe", "Type de contrat"),
        *("Heures par semaine", "Groupe de fonctions"),
    ),
    "en": (
        *("Employee number", "First name", "Last name", "Work e-mail", "Private e-mail", "Language", "Department"),
        *("Job title", "Manager", "Start date", "End date", "Birth year", "Gender", "Contract type"),
        *("Hours per week", "Job family"),
    ),
    "de": (
        *("Personalnummer", "Vorname", "Nachname", "E-Mail dienstlich", "E-Mail privat", "Sprache", "Abteilung"),
        *("Funktion", "Führungskraft", "Eintrittsdatum", "Austrittsdatum", "Geburtsjahr", "Geschlecht", "Vertragsart"),
        *("Wochenstunden", "Funktionsgruppe"),
    ),
}
ROWS = (
    ("1001", "Ann", "Voorbeeld", "ann@example.org", "", "nl", "Dienst A", "T1", "", "2015-03-02", "", "1975", "v"),
    (
        "1002",
        "Luc",
        "Exemple",
        "luc@example.org",
        "",
        "fr",
        "Dienst A > Team 1",
        "T2",
        "1001",
        "2021-09-01",
        "",
        "1990",
        "m",
    ),
    (
        "1003",
        "Kim",
        "Sample",
        "kim@example.org",
        "",
        "en",
        "Dienst A > Team 1",
        "T2",
        "1002",
        "2023-01-09",
        "",
        "",
        "x",
    ),
)
WORK = (("permanent", "38", ""), ("permanent", "30,4", ""), ("fixed term", "19", ""))


def sample_csv() -> bytes:
    """UTF-8 with a byte-order mark and semicolons, in the reader's language."""
    header = HEADERS.get((get_language() or "nl")[:2], HEADERS["nl"])
    out = io.StringIO(newline="")
    writer = csv.writer(out, delimiter=";")
    writer.writerow(header)
    writer.writerows((*row, *work) for row, work in zip(ROWS, WORK, strict=True))
    return out.getvalue().encode("utf-8-sig")
