"""Numbers about answers in running text: on pages, in the PDF report, in calendars and any other text."""

import io
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from fractions import Fraction
from functools import lru_cache

from pypdf import PdfReader

from uitzicht.cli.outsider import pages
from uitzicht.cli.outsider.check import Leak
from uitzicht.cli.outsider.displays import Span
from uitzicht.cli.outsider.published import Column, Published
from uitzicht.cli.outsider.visit import Page

COUNTED = re.compile(r"Of the (\d+) people who [a-z ]+, (\d+) ")
FEWER = re.compile(r"(?:Fewer|fewer) than (\d+) of (\d+) people")
MORE = re.compile(r"(?:More|more) than (\d+) of (\d+) people")
BETWEEN = re.compile(r"(?:Between|between) (\d+) and (\d+) of (\d+) people")
ROW = re.compile(r"^(?P<label>\D.*?) (?P<count>\d+) (?P<share>\d+)% (?P<low>\d+) to (?P<high>\d+)%$")
CERTIFICATE = re.compile(r"Certificate ((?:[0-9a-f]{4} ){3}[0-9a-f]{4})")


@dataclass(frozen=True)
class Said:
    """So many of so many people, in a sentence or in a row that begins with ``label``."""

    base: int | None
    span: Span
    text: str = field(repr=False)
    label: str = ""


def said(page: Page) -> Iterator[Said]:
    """Every number of people in the text of this page or file."""
    for text in _texts(page):
        for found in COUNTED.finditer(text):
            yield Said(int(found[1]), _span(found[2], found[2]), found[0])
        for found in FEWER.finditer(text):
            yield Said(int(found[2]), Span(Fraction(0), Fraction(found[1]) - 1), found[0])
        for found in MORE.finditer(text):
            yield Said(int(found[2]), Span(Fraction(found[1]) + 1, Fraction(found[2])), found[0])
        for found in BETWEEN.finditer(text):
            yield Said(int(found[3]), _span(found[1], found[2]), found[0])
        if row := ROW.match(text):
            yield Said(None, _span(row["count"], row["count"]), text, row["label"])


def leaks(role: str, page: Page, published: Published) -> Iterator[Leak]:
    """Numbers that no release gives, wherever in it; a page that names its release is compared with that one."""
    if not published.columns:
        return
    release = published.certificates.get(_certificate(page))
    columns = [c for number, found in published.by_release.items() if release in (None, number) for c in found]
    for one in said(page):
        if one.label and not published.keys(one.label):
            continue
        if not any(_fits(one, column, published.keys(one.label)) for column in columns):
            where = f"release {release}" if release else "no release named"
            yield Leak("a number in a text that no release holds", where, role, page.address)


def strange_certificate(role: str, page: Page, published: Published) -> Iterator[Leak]:
    """Figures under a certificate that none of the documents has."""
    shown = _certificate(page)
    if published.documents and shown and shown not in published.certificates:
        yield Leak("a certificate that fits no document", "", role, page.address)


def _fits(one: Said, column: Column, keys: set[str]) -> bool:
    if one.base is not None and not (column.base.exact and column.base.low == one.base):
        return False
    items = column.items.items()
    return any(span and one.span.holds(span) for item, span in items if not keys or item in keys)


def _texts(page: Page) -> list[str]:
    if page.kind == "html":
        return pages.parse(page.body).sentences
    if page.kind == "pdf":
        lines = _pdf_lines(page.body)
        return [*lines, " ".join(lines)]
    return (
        page.body.decode("utf-8", "replace").splitlines() if page.kind in ("text", "calendar", "svg", "other") else []
    )


@lru_cache(maxsize=2)
def _pdf_lines(body: bytes) -> list[str]:
    reader = PdfReader(io.BytesIO(body))
    text = "\n".join(part.extract_text() for part in reader.pages)
    return [re.sub(r"\s+", " ", line).strip() for line in text.splitlines()]


def _certificate(page: Page) -> str:
    if page.kind == "html":
        return pages.parse(page.body).certificate
    if page.kind != "pdf":
        return ""
    found = CERTIFICATE.search(" ".join(_pdf_lines(page.body)))
    return found[1].replace(" ", "") if found else ""


def _span(low: str, high: str) -> Span:
    return Span(Fraction(low), Fraction(high))
