"""Is a release document what it claims to be: every part there, of the right kind, and no part that nobody audits?"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

Json = Mapping[str, Any]
FORMAT = "uitzicht-release/1"
PARTS = frozenset(
    {"format", "release", "released_on", "parameters", "units", "bundles", "questions", "groups", "cells", "waiting"}
)
VIEW_PARTS = frozenset({"cuts", "view_questions", "view_bundles", "views", "view_cells", "view_waiting"})
OPTIONAL_PARTS = frozenset({"public"}) | VIEW_PARTS
TYPES = frozenset({"tick", "choice", "score"})
PARAMETERS = ("k", "c", "m", "score_margin")


def faults(document: object) -> Iterator[str]:
    """What is wrong with the shape of one document, in words without any figure; nothing when it can be read."""
    if not isinstance(document, Mapping) or not document.keys() >= PARTS:
        yield "a part of the document is missing"
        return
    if document["format"] != FORMAT or not _is_whole(document["release"]):
        yield "format or release number is unknown"
    if document.keys() - PARTS - OPTIONAL_PARTS:
        yield "the document has a part that is not audited"
    if not _has(document["parameters"], whole=PARAMETERS):
        yield "parameters are incomplete"
    if not isinstance(document["units"], Mapping) or not all(_is_unit(unit) for unit in document["units"].values()):
        yield "units are not a map with parents"
    if not _all_have(document["bundles"], text=("id", "unit", "stratum"), whole=("size",)):
        yield "bundles are incomplete"
    if not _all_have(document["groups"], text=("id", "unit", "stratum"), whole=("size",), texts=("bundles",)):
        yield "groups are incomplete"
    if not _all_have(document["waiting"], text=("unit", "stratum"), whole=("people",)):
        yield "waiting people are not counted by unit and stratum"
    yield from _question_faults(document["questions"])
    if not isinstance(document["cells"], Mapping) or not all(map(_is_column, document["cells"].values())):
        yield "cells are not a map of questions and groups"
    yield from _period_faults(document)
    yield from _view_faults(document)


def _period_faults(document: Json) -> Iterator[str]:
    """Documents from before there were periods have none."""
    records = [*_records(document["bundles"]), *_records(document["groups"])]
    if not all(isinstance(one.get("period", ""), str) for one in records if isinstance(one, Mapping)):
        yield "a period is not text"


def _view_faults(document: Json) -> Iterator[str]:
    """Documents from before there were views have none of their parts."""
    whose = ("cut", "stratum")
    if not _all_have(document.get("cuts", ()), text=("key",)):
        yield "the menu of cuts is incomplete"
    if not _has({"keys": document.get("view_questions", ())}, texts=("keys",)):
        yield "the questions of views are not a list of keys"
    if not _all_have(document.get("view_bundles", ()), text=("id", "value", *whose), whole=("size",)):
        yield "view bundles are incomplete"
    if not _all_have(document.get("views", ()), text=("id", "value", *whose), whole=("size",), texts=("bundles",)):
        yield "views are incomplete"
    if not _all_have(document.get("view_waiting", ()), text=whose, whole=("people",)):
        yield "people waiting for a view are not counted by cut and stratum"
    columns = document.get("view_cells", {})
    if not isinstance(columns, Mapping) or not all(map(_is_column, columns.values())):
        yield "cells of views are not a map of questions and views"


def _records(value: object) -> Sequence[Any]:
    return value if isinstance(value, Sequence) else ()


def _question_faults(questions: object) -> Iterator[str]:
    if not _all_have(questions, text=("key", "type"), texts=("items",)):
        yield "questions are incomplete"
        return
    assert isinstance(questions, Sequence)
    if len({question["key"] for question in questions}) != len(questions):
        yield "a question stands twice"
    for question in questions:
        items = question["items"]
        if question["type"] not in TYPES or not items or len(set(items)) != len(items):
            yield "a question has no known type or no proper items"
        if question["type"] == "score" and list(items) != ["mean"]:
            yield "a score has another item than its mean"


def _is_column(column: object) -> bool:
    return isinstance(column, Mapping) and all(
        isinstance(cell, Mapping) and cell.keys() == {"base", "items"} and _is_items(cell["items"])
        for cell in column.values()
    )


def _is_items(items: object) -> bool:
    return items is None or _is_list(items)


def _is_unit(unit: object) -> bool:
    return isinstance(unit, Mapping) and "parent" in unit and isinstance(unit["parent"], str | None)


def _all_have(records: object, text: Iterable[str] = (), whole: Iterable[str] = (), texts: Iterable[str] = ()) -> bool:
    return _is_list(records) and all(_has(record, text, whole, texts) for record in records)  # type: ignore[attr-defined]


def _has(record: object, text: Iterable[str] = (), whole: Iterable[str] = (), texts: Iterable[str] = ()) -> bool:
    return (
        isinstance(record, Mapping)
        and all(isinstance(record.get(key), str) for key in text)
        and all(_is_whole(record.get(key)) for key in whole)
        and all(_is_list(record.get(key)) and all(isinstance(one, str) for one in record[key]) for key in texts)
    )


def _is_list(value: object) -> bool:
    return isinstance(value, Sequence) and not isinstance(value, str | bytes)


def _is_whole(value: object) -> bool:
    return isinstance(value, int) and not isinstance(value, bool)
