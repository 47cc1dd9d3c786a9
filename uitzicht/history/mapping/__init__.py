"""A mapping file: how the columns of one past exit survey say what the product means. See docs/contracts/mapping.md."""

import tomllib
from collections.abc import Collection

from django.utils.translation import gettext as _

from uitzicht.history.mapping.codes import Context, read_scales
from uitzicht.history.mapping.columns import read_attributes, read_date_column, read_kind, read_unit
from uitzicht.history.mapping.questions import read_items, read_reasons
from uitzicht.history.mapping.section import MappingRefusal, Problem, Section
from uitzicht.history.mapping.terms import Mapping, SourceFile
from uitzicht.history.vocabulary import same
from uitzicht.questionnaires.codebook import load_codebook
from uitzicht.questionnaires.wording import LANGUAGES

__all__ = ["FORMAT", "Mapping", "MappingRefusal", "Problem", "load_mapping"]

FORMAT = "uitzicht-mapping/1"
ENCODINGS = ("utf-8", "cp1252", "utf-16")
DELIMITERS = (",", ";", "\t", "|")


def load_mapping(text: str, *, file: str, known_reasons: Collection[str] | None = None) -> Mapping:
    """Read a mapping file. `file` is its name, for messages. `known_reasons`: the codes of reasons that
    the product knows, those of the codebook where None. Raises `MappingRefusal` naming everything that is wrong."""
    problems: list[Problem] = []
    try:
        root = Section(tomllib.loads(text), "", problems)
    except tomllib.TOMLDecodeError as error:
        raise MappingRefusal(file, [Problem(_("not valid TOML"), str(error))]) from error
    if known_reasons is None:
        known_reasons = [reason.code for reason in load_codebook().reasons]
    mapping = _read(root, text, frozenset(known_reasons))
    if problems:
        raise MappingRefusal(file, problems)
    return mapping


def _read(root: Section, text: str, known_reasons: frozenset[str]) -> Mapping:
    if root.text("format") != FORMAT:
        root.blame("format", _("should be “{format}”.").format(format=FORMAT))
    context = Context(
        missing=frozenset(same(one) for one in ("", *root.texts("missing"))),
        language=_language(root),
        scales=read_scales(root.section("scales")),
        reasons=known_reasons,
    )
    mapping = Mapping(
        id=root.text("id"),
        name=root.text("name"),
        text=text,
        file=_file(root.section("file")),
        id_column=root.optional("id_column"),
        kind=read_kind(root, context),
        left_on=read_date_column(root, "left_on", context),
        started_on=read_date_column(root, "started_on", context),
        unit=read_unit(root, context),
        attributes=read_attributes(root, context),
        items=read_items(root, context),
        reasons=read_reasons(root, context),
        ignored=_ignored(root.section("ignored")),
    )
    root.close()
    _ensure_answers(root, mapping)
    return mapping


def _language(root: Section) -> str:
    language = root.text("language")
    if language not in LANGUAGES:
        root.blame("language", _("should be one of: {languages}.").format(languages=", ".join(LANGUAGES)))
    return language


def _file(section: Section | None) -> SourceFile:
    if section is None:
        return SourceFile()
    encoding, delimiter, sheet = section.optional("encoding"), _delimiter(section), section.optional("sheet")
    if encoding not in (None, *ENCODINGS):
        section.blame("encoding", _("should be one of: {known}.").format(known=", ".join(ENCODINGS)))
    header = section.number("header_row", 1)
    first = section.number("first_row", header + 1)
    if first <= header:
        section.blame("first_row", _("should come after the header, which is row {header}.").format(header=header))
    section.close()
    return SourceFile(encoding, delimiter, sheet, header, first)


def _delimiter(section: Section) -> str | None:
    found = section.texts("delimiter")
    if not found:
        return None
    if found[0] not in DELIMITERS:
        section.blame("delimiter", _("should be a comma, a semicolon, a tab (\\t) or a bar."))
    return found[0]


def _ignored(section: Section | None) -> dict[str, str]:
    """Columns that are left out on purpose, each with the reason why."""
    return {column: section.text(column) for column in section.names()} if section else {}


def _ensure_answers(root: Section, mapping: Mapping) -> None:
    if not mapping.items and mapping.reasons is None:
        root.blame("[[items]]", _("and [reasons] are both missing. A survey without answers has nothing to import."))
    for column in sorted(mapping.ignored.keys() & set(mapping.columns)):
        root.blame(
            "[ignored]", _("names “{column}”, which the mapping also reads. Keep one of the two.").format(column=column)
        )
