"""Staff lists as files, for the tests of the import."""

import csv
import io
from collections.abc import Iterable, Mapping
from datetime import date
from typing import Any

from django.utils import timezone
from openpyxl import Workbook

from uitzicht.people import services
from uitzicht.people.staff_plan import Plan

HEADER = ("Personeelsnummer", "Voornaam", "Achternaam", "Afdeling", "In dienst")
ANN = {"Personeelsnummer": "1", "Voornaam": "Ann", "Achternaam": "Claes", "Afdeling": "Kade", "In dienst": "01/02/2020"}
BERT = ANN | {"Personeelsnummer": "2", "Voornaam": "Bert", "Achternaam": "Wuyts"}
DAY = date(2026, 3, 10)


def as_csv(rows: Iterable[Mapping[str, str]], *, delimiter: str = ";", encoding: str = "utf-8") -> bytes:
    listed = list(rows)
    header = list(dict.fromkeys(name for row in listed for name in row))
    out = io.StringIO(newline="")
    writer = csv.DictWriter(out, header, delimiter=delimiter, restval="")
    writer.writeheader()
    writer.writerows(listed)
    return out.getvalue().encode(encoding)


def as_xlsx(rows: Iterable[Mapping[str, Any]]) -> bytes:
    listed = list(rows)
    header = list(dict.fromkeys(name for row in listed for name in row))
    book = Workbook()
    page = book.active
    assert page is not None
    page.append(header)
    for row in listed:
        page.append([row.get(name) for name in header])
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def planned(*rows: Mapping[str, str], on: date = DAY, complete: bool = False) -> Plan:
    return services.plan_import(services.read_staff(as_csv(rows)), on=on, complete=complete)


def imported(*rows: Mapping[str, str], on: date = DAY, complete: bool = False) -> dict[str, int]:
    return services.import_staff(planned(*rows, on=on, complete=complete), by="test", at=timezone.now())
