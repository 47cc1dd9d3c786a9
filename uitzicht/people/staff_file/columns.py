"""The columns of a staff list, recognised by the names that HR systems give them in four languages."""

import re
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass, field

from uitzicht.people.staff_file.mapping import Mapping
from uitzicht.people.staff_file.problems import Problem

# product column -> names, as ``plain`` writes them: nl, fr, en, de.
NAMES: dict[str, tuple[str, ...]] = {
    "employee_number": (
        "personeelsnummer", "personeelsnr", "stamnummer", "stamnr", "medewerkersnummer", "werknemersnummer",
        "numero du personnel", "numero de personnel", "matricule", "numero matricule", "numero employe",
        "employee number", "employee no", "employee id", "employee nr", "staff number", "personnel number",
        "personalnummer", "personalnr", "mitarbeiternummer",
    ),
    "first_name": ("voornaam", "prenom", "first name", "given name", "vorname"),
    "last_name": (
        "achternaam", "familienaam", "nom de famille", "last name", "surname", "family name", "nachname",
        "familienname",
    ),
    "name": (
        "naam", "volledige naam", "naam medewerker", "nom", "nom complet", "nom et prenom", "prenom et nom", "name",
        "full name", "employee name", "vollstandiger name", "name und vorname",
    ),
    "work_email": (
        "e mail", "email", "mail", "e mailadres", "werk e mail", "e mail werk", "e mailadres werk", "zakelijk e mailadres",
        "zakelijke e mail", "adresse e mail", "e mail professionnel", "adresse e mail professionnelle", "courriel",
        "work e mail", "work email", "business e mail", "e mail address", "e mail adresse", "e mail dienstlich",
        "dienstliche e mail", "geschaftliche e mail",
    ),
    "private_email": (
        "prive e mail", "e mail prive", "prive e mailadres", "e mailadres prive", "persoonlijk e mailadres",
        "adresse e mail privee", "e mail personnel", "private e mail", "private email", "personal e mail",
        "personal email", "e mail privat", "private e mail adresse",
    ),
    "language": ("taal", "voertaal", "langue", "language", "preferred language", "sprache"),
    "unit": (
        "eenheid", "organisatie eenheid", "afdelingspad", "unite", "chemin du service", "unit", "unit path",
        "organisational unit", "organizational unit", "einheit", "organisationseinheit",
    ),
    "division": ("divisie", "directie", "division", "direction", "bereich", "geschaftsbereich"),
    "department": ("afdeling", "dienst", "departement", "service", "department", "abteilung"),
    "team": ("team", "ploeg", "equipe", "gruppe"),
    "title": (
        "functie", "functietitel", "functienaam", "fonction", "intitule de fonction", "position", "job title", "title",
        "job", "funktion", "stelle", "stellenbezeichnung",
    ),
    "manager": (
        "leidinggevende", "personeelsnummer leidinggevende", "stamnummer leidinggevende", "e mail leidinggevende",
        "responsable", "responsable hierarchique", "superieur", "matricule du responsable", "matricule responsable",
        "manager", "line manager", "supervisor", "manager number", "manager id", "manager e mail", "reports to",
        "fuhrungskraft", "vorgesetzte", "vorgesetzter", "personalnummer fuhrungskraft",
    ),
    "started_on": (
        "startdatum", "datum in dienst", "in dienst", "in dienst sinds", "indiensttreding", "datum indiensttreding",
        "datum indienst", "date d entree", "date d entree en service", "entree en service", "date de debut",
        "start date", "hire date", "date of hire", "started on", "in service since", "eintrittsdatum", "eintritt",
        "startdatum", "beginn",
    ),
    "ended_on": (
        "einddatum", "datum uit dienst", "uit dienst", "uitdiensttreding", "date de sortie", "date de fin",
        "fin de contrat", "end date", "termination date", "ended on", "end of contract", "austrittsdatum", "austritt",
        "enddatum", "vertragsende",
    ),
    "birth": (
        "geboortejaar", "geboortedatum", "annee de naissance", "date de naissance", "birth year", "year of birth",
        "birth date", "date of birth", "geburtsjahr", "geburtsdatum",
    ),
    "gender": ("geslacht", "gender", "m v", "m v x", "sexe", "genre", "sex", "geschlecht"),
    "contract": (
        "contract", "contractsoort", "soort contract", "contracttype", "type contract", "contrat", "type de contrat",
        "contract kind", "contract type", "kind of contract", "vertragsart", "vertrag",
    ),
    "working_time": (
        "arbeidstijd", "tewerkstelling", "tewerkstellingspercentage", "arbeidspercentage", "werkregime", "uren per week",
        "weekuren", "fte", "temps de travail", "regime de travail", "heures par semaine", "etp", "working time",
        "hours per week", "weekly hours", "employment percentage", "arbeitszeit", "wochenstunden", "beschaftigungsgrad",
    ),
    "job_family": (
        "functiefamilie", "functiegroep", "famille de fonctions", "famille de metiers", "groupe de fonctions",
        "job family", "job group", "stellenfamilie", "jobfamilie", "funktionsgruppe",
    ),
}  # fmt: skip
UNIT_LEVELS = ("division", "department", "team")
REQUIRED = ("employee_number", "name", "unit", "started_on")
_BY_NAME = {name: column for column, names in NAMES.items() for name in (*names, column.replace("_", " "))}


@dataclass(frozen=True)
class Columns:
    """Where each product column stands (positions in a row; several for a unit in levels) and how the file calls it."""

    places: dict[str, tuple[int, ...]]
    header: tuple[str, ...]
    ignored: tuple[str, ...] = ()
    problems: list[Problem] = field(default_factory=list)

    def __contains__(self, column: str) -> bool:
        return column in self.places

    def called(self, column: str) -> str:
        """The file's own name of a column; several joined."""
        return " / ".join(self.header[place] for place in self.places.get(column, ())) or column


def find_columns(header: Sequence[str], mapping: Mapping) -> Columns:
    """Columns named in the mapping first, the rest by recognised names; what is missing or double becomes a problem."""
    problems: list[Problem] = []
    places = _mapped(header, mapping, problems)
    taken = {place for found in places.values() for place in found}
    for place, name in enumerate(header):
        column = _BY_NAME.get(plain(name))
        if column is None or place in taken or column in mapping.columns:
            continue
        if column in places:
            other = header[places[column][0]]
            problems.append(Problem(1, name, "", "column_twice", {"other": f"{other}, {name}"}))
            continue
        places[column] = (place,)
    _settle_names(places)
    _settle_units(places)
    problems += [Problem(1, column, "", "column_missing") for column in _missing(places)]
    used = {place for found in places.values() for place in found}
    ignored = tuple(name for place, name in enumerate(header) if name and place not in used)
    return Columns(places, tuple(header), ignored, problems)


def plain(name: str) -> str:
    """A name without capitals, accents and punctuation: "Datum in-dienst" is "datum in dienst"."""
    bare = unicodedata.normalize("NFKD", name.casefold()).encode("ascii", "ignore").decode()
    return re.sub(r"[^a-z0-9]+", " ", bare).strip()


def _mapped(header: Sequence[str], mapping: Mapping, problems: list[Problem]) -> dict[str, tuple[int, ...]]:
    at = {plain(name): place for place, name in reversed(list(enumerate(header)))}
    places: dict[str, tuple[int, ...]] = {}
    for column, names in mapping.columns.items():
        problems += [Problem(1, name, "", "column_unknown") for name in names if plain(name) not in at]
        found = tuple(at[plain(name)] for name in names if plain(name) in at)
        if found:
            places[column] = found
    return places


def _settle_names(places: dict[str, tuple[int, ...]]) -> None:
    """Beside a first name, "naam" or "nom" is the last name."""
    if "first_name" in places and "last_name" not in places and "name" in places:
        places["last_name"] = places.pop("name")
    if "first_name" in places and "last_name" in places:
        places.pop("name", None)


def _settle_units(places: dict[str, tuple[int, ...]]) -> None:
    """A column with the whole path counts; without one, the levels from high to low are the path."""
    levels = [place for level in UNIT_LEVELS for place in places.pop(level, ())]
    if levels and "unit" not in places:
        places["unit"] = tuple(levels)


def _missing(places: dict[str, tuple[int, ...]]) -> list[str]:
    named = {"name"} if {"first_name", "last_name"} <= places.keys() else set()
    return [column for column in REQUIRED if column not in places and column not in named]
