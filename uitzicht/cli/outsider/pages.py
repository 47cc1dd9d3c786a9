"""What stands in an HTML page: where it leads, what can be chosen, tables, drawings in words, sentences."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property, lru_cache
from itertools import product
from typing import Any

import lxml.html  # type: ignore[import-untyped]

MOST_COMBINATIONS = 2_000


@dataclass(frozen=True)
class Table:
    """``rows``: the head of each row, and its cells as text."""

    caption: str
    columns: tuple[str, ...]
    rows: tuple[tuple[str, tuple[str, ...]], ...]


@dataclass(frozen=True)
class Shown:
    """One page, parsed."""

    root: Any

    @cached_property
    def links(self) -> list[str]:
        found = [element.get("href") for element in self.root.iter("a", "area")]
        found += [element.get("src") for element in self.root.iter("iframe", "img", "object", "embed")]
        return [link.partition("#")[0] for link in found if link and not link.startswith(("#", "mailto:", "tel:"))]

    @property
    def choices(self) -> Iterator[tuple[str, Mapping[str, str]]]:
        """Every form with GET, with every combination of what can be picked: action and fields."""
        for form in self.root.iter("form"):
            if (form.get("method") or "get").lower() != "get":
                continue
            fixed = {
                field.get("name"): field.get("value") or ""
                for field in form.iter("input")
                if field.get("name") and (field.get("type") or "text") in ("hidden", "text", "search", "date")
            }
            lists = {name: [option.get("value") for option in field.iter("option")] for name, field in _selects(form)}
            for count, picked in enumerate(product(*lists.values())):
                if count >= MOST_COMBINATIONS:
                    break
                yield form.get("action") or "", fixed | dict(zip(lists, picked, strict=True))

    @cached_property
    def chosen(self) -> dict[str, str]:
        """What every list of the page stands at, by name."""
        return {name: option.get("value") for name, field in _selects(self.root) for option in _selected(field)}

    @cached_property
    def chosen_words(self) -> dict[str, str]:
        return {name: _text(option) for name, field in _selects(self.root) for option in _selected(field)}

    @cached_property
    def tables(self) -> list[Table]:
        return [_table(element) for element in self.root.iter("table")]

    @cached_property
    def drawings(self) -> list[tuple[str, str]]:
        """Title and description of each drawing."""
        found = [(svg.find(".//title"), svg.find(".//desc")) for svg in self.root.iter("svg")]
        return [(_text(title), _text(words)) for title, words in found if title is not None and words is not None]

    @cached_property
    def sentences(self) -> list[str]:
        return [_text(element) for element in self.root.iter("p", "h1", "h2", "h3", "li", "figcaption", "dd")]

    @cached_property
    def certificate(self) -> str:
        """The first 16 digits under the figures; empty on a page without."""
        foot = [
            _text(element) for element in self.root.iter("footer") if "release-foot" in (element.get("class") or "")
        ]
        found = re.search(r"(?:[0-9a-f]{4} ){3}[0-9a-f]{4}", " ".join(foot))
        return found[0].replace(" ", "") if found else ""


@lru_cache(maxsize=2)
def parse(body: bytes) -> Shown:
    """The same page is asked for its figures, its sentences and its certificate."""
    return Shown(lxml.html.document_fromstring(body.decode("utf-8", "replace").encode(), parser=_parser()))


def _parser() -> Any:
    return lxml.html.HTMLParser(encoding="utf-8")


def _selects(within: Any) -> Iterator[tuple[str, Any]]:
    for field in within.iter("select"):
        if field.get("name"):
            yield field.get("name"), field


def _selected(field: Any) -> list[Any]:
    options = list(field.iter("option"))
    return [option for option in options if option.get("selected") is not None][:1] or options[:1]


def _table(element: Any) -> Table:
    caption = element.find("caption")
    rows = [[_text(cell) for cell in row.iter("th", "td")] for row in element.iter("tr")]
    head = rows[0] if rows and element.find("thead") is not None else []
    body = rows[1:] if head else rows
    return Table(
        "" if caption is None else _text(caption),
        tuple(head),
        tuple((row[0], tuple(row[1:])) for row in body if row),
    )


def _text(element: Any) -> str:
    """As a reader sees it: no marks for screen readers twice, spaces made one."""
    return re.sub(r"\s+", " ", element.text_content()).strip()
