"""What a cell says: dates, years, addresses and words of four languages. Whatever is not understood is a ``CellFault``."""

import re
from collections.abc import Mapping as Words
from datetime import date, datetime

from django.core.exceptions import ValidationError
from django.core.validators import validate_email
from django.db.models import TextChoices

from uitzicht.people.staff_file.columns import plain
from uitzicht.people.staff_file.problems import CellFault
from uitzicht.people.staff_file.table import Cell, text
from uitzicht.people.vocabulary import ContractKind, Gender, Language

# code -> words, as ``plain`` writes them: nl, fr, en, de.
LANGUAGES = {
    Language.NL: "nl nld nederlands neerlandais dutch niederlandisch",
    Language.FR: "fr fra fre frans francais french franzosisch",
    Language.EN: "en eng engels anglais english englisch",
    Language.DE: "de deu ger duits allemand german deutsch",
}
GENDERS = {
    Gender.WOMAN: "v vrouw vrouwelijk femme feminin woman female f w weiblich frau",
    Gender.MAN: "m man mannelijk homme masculin male h mannlich mann",
    Gender.OTHER: "x andere anders autre other divers diverse d non_binair nonbinair non_binaire nonbinary non_binary",
    Gender.UNKNOWN: "onbekend inconnu unknown unbekannt",
}
CONTRACTS = {
    ContractKind.PERMANENT: "permanent vast onbepaald onbepaalde_duur onbepaalde_tijd vast_contract cdi indetermine "
    "duree_indeterminee contrat_a_duree_indeterminee indefinite open_ended unbefristet",
    ContractKind.FIXED_TERM: "fixed_term tijdelijk bepaald bepaalde_duur bepaalde_tijd cdd determine duree_determinee "
    "contrat_a_duree_determinee fixed befristet",
    ContractKind.TEMPORARY: "temporary temporary_agency agency agency_worker uitzend uitzendkracht uitzendarbeid uitzendcontract "
    "interim interimaire zeitarbeit leiharbeit",
    ContractKind.STUDENT: "student jobstudent studentenjob werkstudent etudiant etudiante contrat_etudiant job_etudiant "
    "studierende",
}
WORDS: dict[str, dict[str, str]] = {
    column: {word.replace("_", " "): str(code.value) for code, words in table.items() for word in words.split()}
    for column, table in (("language", LANGUAGES), ("gender", GENDERS), ("contract", CONTRACTS))
}
CHOICES: dict[str, type[TextChoices]] = {"language": Language, "gender": Gender, "contract": ContractKind}
_NUMBER = re.compile(r"[0-9]+(?:[.,][0-9]+)?")


def read_word(column: str, cell: Cell, own: Words[str, str]) -> str:
    """The product code of a word (``own`` words of a mapping file first); "nl-BE" and "nl_NL" are nl."""
    word = text(cell)
    mapped = own.get(word.casefold())
    if mapped is not None:
        word = mapped
    known = WORDS[column]
    found = known.get(plain(word))
    if found is None and column == "language" and re.fullmatch(r"[A-Za-z]{2}[-_][A-Za-z]{2}", word):
        found = known.get(word[:2].casefold())
    if found is None:
        raise CellFault("word", known=tuple(choice.label for choice in CHOICES[column] if choice.value))
    return found


def read_email(cell: Cell) -> str:
    """An address in small letters."""
    address = text(cell).lower()
    try:
        validate_email(address)
    except ValidationError as error:
        raise CellFault("email") from error
    return address


def read_date(cell: Cell, form: str) -> date:
    """A day, in ``form`` (tokens YYYY, MM, DD; any of . / - between them) or as YYYY-MM-DD; a time after it is dropped."""
    if isinstance(cell, datetime):
        return cell.date()
    if isinstance(cell, date):
        return cell
    day = re.sub(r"[T ]\d{1,2}:\d{2}(:\d{2}(\.\d+)?)?$", "", text(cell))
    for candidate in (form, "YYYY-MM-DD"):
        match = _date_pattern(candidate).fullmatch(day)
        if match:
            try:
                return date(int(match["YYYY"]), int(match["MM"]), int(match["DD"]))
            except ValueError as error:
                raise CellFault("date_form", form=form) from error
    raise CellFault("date_form", form=form)


def read_birth_year(cell: Cell, form: str) -> int:
    """A year, or the year of a date."""
    word = text(cell)
    return int(word) if re.fullmatch(r"\d{4}", word) else read_date(cell, form).year


def read_number(cell: Cell) -> float:
    """A number with a decimal point or comma; a unit behind it ("80 %", "30,4 u") is dropped."""
    match = _NUMBER.match(text(cell))
    if match is None:
        raise ValueError(text(cell))
    return float(match[0].replace(",", "."))


def _date_pattern(form: str) -> re.Pattern[str]:
    digits = {"YYYY": r"(?P<YYYY>\d{4})", "MM": r"(?P<MM>\d{1,2})", "DD": r"(?P<DD>\d{1,2})"}
    parts = re.split("(YYYY|MM|DD)", form)
    return re.compile("".join(digits.get(part, re.sub(r"[./ -]+", "[./ -]+", part)) for part in parts))
