"""The parts of a mapping file that say who left, when, from where: kind, dates, unit, attributes."""

from django.utils.translation import gettext as _

from uitzicht.history.dates import clash, is_form, is_short
from uitzicht.history.mapping.codes import AGES, TENURES, Context, missing_in, one_of, read_coded
from uitzicht.history.mapping.section import Section
from uitzicht.history.mapping.terms import Attribute, Coded, DateColumn, UnitPath, ValueMap, YearsColumn
from uitzicht.history.rules import BANDS, is_band
from uitzicht.history.vocabulary import ATTRIBUTES, BANDED, KINDS, TERMS, same


def read_kind(root: Section, context: Context) -> Coded:
    """Everything depends on the kind, so it must be there."""
    section = root.section("kind")
    if section is None:
        root.blame("[kind]", _("is missing. Say which column holds the kind of departure."))
        return Coded("", ValueMap({}), context.missing)
    kind = read_coded(section, one_of(KINDS), context)
    section.close()
    return kind or Coded("", ValueMap({}), context.missing)


def read_date_column(root: Section, key: str, context: Context) -> DateColumn | None:
    section = root.section(key)
    if section is None:
        return None
    term = _dates(section, section.text("column"), missing_in(section, context))
    section.close()
    return term


def _dates(section: Section, column: str, missing: frozenset[str]) -> DateColumn:
    forms, earliest, latest = read_forms(section), section.day("earliest"), section.day("latest")
    if latest is None and any(map(is_short, forms)):
        section.blame("latest", _("is missing. With YY, the century follows from the latest day that can be."))
    return DateColumn(column, forms, missing, earliest, latest)


def read_forms(section: Section) -> tuple[str, ...]:
    """Forms of which no two can be mistaken for one another."""
    forms = section.texts("forms", required=True)
    for form in forms:
        if not is_form(form):
            what = _("“{form}” is not a form of dates. Use YYYY, MM (or MON for a name) and DD, such as DD/MM/YYYY.")
            section.blame("forms", what.format(form=form))
            return ()
    if pair := clash(forms):
        what = _("“{one}” and “{other}” cannot be told apart. Keep the one that this file uses.")
        section.blame("forms", what.format(one=pair[0], other=pair[1]))
    return forms


def read_unit(root: Section, context: Context) -> UnitPath | None:
    section = root.section("unit")
    if section is None:
        return None
    columns, separator = section.texts("columns", required=True), section.optional("separator")
    if separator is not None and len(columns) != 1:
        section.blame(
            "separator",
            _("cuts one column, and there are {n}. Name one column, or leave it out.").format(n=len(columns)),
        )
    own = section.section("missing")
    missing = dict.fromkeys(columns, context.missing)
    for column in own.names() if own else ():
        if column not in missing:
            section.blame("missing", _("names “{column}”, which is not among the columns.").format(column=column))
        else:
            missing[column] |= {same(text) for text in own.texts(column)} if own else set()
    names = section.section("names")
    renamed = {same(name): "".join(names.texts(name)) for name in names.names()} if names else {}
    section.close()
    return UnitPath(columns, separator, missing, renamed)


def read_attributes(root: Section, context: Context) -> dict[str, Attribute]:
    section = root.section("attributes")
    if section is None:
        return {}
    found: dict[str, Attribute] = {}
    for name in ATTRIBUTES:
        if (own := section.section(name)) is None:
            continue
        attribute = _attribute(name, own, context)
        own.close()
        if attribute is not None:
            found[name] = attribute
    section.close()
    return found


def _attribute(name: str, section: Section, context: Context) -> Attribute | None:
    if name not in BANDED:
        return read_coded(section, one_of(TERMS[name]), context)
    if section.has("values"):
        return read_coded(section, TENURES if name == "tenure_band" else AGES, context)
    return _years(name, section, context)


def _years(name: str, section: Section, context: Context) -> YearsColumn:
    """A number of years; for age a date of birth, where `forms` are given; for tenure the dates, where no column is."""
    tenure = name == "tenure_band"
    column = section.optional("column") if tenure else section.text("column")
    bands = section.texts("bands") or BANDS[name]
    for band in bands:
        if not is_band(band, tenure=tenure):
            section.blame("bands", _("“{band}” is not a band of years.").format(band=band))
    missing, born = missing_in(section, context), None
    if not tenure and section.has("forms"):
        born = _dates(section, column or "", missing)
    return YearsColumn(column, bands, missing, born)
