"""The staff list of the journey, as an HR system of a port company writes it: semicolons, Windows letters."""

import csv
import io

HEADER = (
    *("Personeelsnummer", "Voornaam", "Achternaam", "E-mail werk", "E-mail privé", "Taal", "Afdeling", "Functie"),
    *("Leidinggevende", "In dienst", "Geboortejaar", "Geslacht", "Contract", "Uren per week"),
)
# number, first name, last name, unit, position, manager
LEADERS = (
    ("1001", "Hilde", "Goossens", "Directie", "Algemeen directeur", ""),
    ("1002", "Stijn", "Claes", "Terminal", "Directeur terminal", "1001"),
    ("1003", "Els", "Maes", "Terminal > Kade Noord", "Ploegleider", "1002"),
    ("1004", "Tarik", "Öztürk", "Terminal > Kade Zuid", "Ploegleider", "1002"),
    ("1005", "Renée", "Dubois", "Techniek", "Hoofd techniek", "1001"),
    ("1006", "Noor", "Verlinden", "Personeel", "HR-verantwoordelijke", "1001"),
    ("1007", "Bram", "Nijs", "Personeel", "HR-adviseur", "1006"),
    ("1008", "Ilse", "Danckaert", "Personeel", "HR-adviseur", "1006"),
    ("1100", "Sofie", "Martens", "Terminal > Kade Noord", "Terminalplanner", "1003"),
    ("1101", "Jan", "Peeters", "Terminal > Kade Noord", "Terminalplanner", "1003"),
)
CREWS = {  # unit: (first number, how many, position, manager)
    "Terminal > Kade Noord": (1102, 12, "Havenarbeider", "1003"),
    "Terminal > Kade Zuid": (1200, 12, "Havenarbeider", "1004"),
    "Techniek": (1300, 10, "Technicus", "1005"),
}
PEOPLE = len(LEADERS) + sum(count for _, count, _, _ in CREWS.values())
LEAVER = "1100"
LEAVING_TOO = ("1102", "1103", "1104", "1105")
ROW_OF_THE_ERRORS = 4  # the header is row 1


def rows() -> list[list[str]]:
    """One row a person; everybody has worked here since 2019."""
    crews = [
        (str(first + n), "Collega", f"{unit.split(' > ')[-1]} {n + 1}", unit, position, manager)
        for unit, (first, count, position, manager) in CREWS.items()
        for n in range(count)
    ]
    return [_row(*one) for one in (*LEADERS, *crews)]


def sound_file() -> bytes:
    return _written(rows())


def file_with_errors() -> bytes:
    """A day that does not exist, and a manager whom nobody knows, both in row ``ROW_OF_THE_ERRORS``."""
    wrong = rows()
    wrong[ROW_OF_THE_ERRORS - 2][HEADER.index("In dienst")] = "31/02/2019"
    wrong[ROW_OF_THE_ERRORS - 2][HEADER.index("Leidinggevende")] = "9999"
    return _written(wrong)


def private_address(number: str) -> str:
    return f"thuis{number}@example.org"


def _row(number: str, first: str, last: str, unit: str, position: str, manager: str) -> list[str]:
    work = {"1007": "bram@havenlicht.example", "1008": "ilse@havenlicht.example"}.get(
        number, f"{number}@havenlicht.example"
    )
    start, more = "02/09/2019", ["1985", "v", "onbepaalde duur", "38"]
    return [number, first, last, work, private_address(number), "nl", unit, position, manager, start, *more]


def _written(lines: list[list[str]]) -> bytes:
    out = io.StringIO(newline="")
    csv.writer(out, delimiter=";").writerows([list(HEADER), *lines])
    return out.getvalue().encode("cp1252", errors="strict")
