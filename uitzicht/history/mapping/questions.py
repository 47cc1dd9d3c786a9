"""The parts of a mapping file that say what people answered: closed questions and reasons."""

from django.utils.translation import gettext as _

from uitzicht.history.mapping.codes import (
    POINTS,
    Context,
    Terms,
    ensure_code,
    ensure_reason,
    missing_in,
    one_of,
    read_coded,
    read_labels,
    read_values,
    value_map,
)
from uitzicht.history.mapping.section import Section
from uitzicht.history.mapping.terms import (
    NO,
    YES,
    Code,
    Coded,
    Item,
    Labels,
    Reasons,
    RecommendClasses,
    Separated,
    Tick,
    Value,
    ValueMap,
)
from uitzicht.history.vocabulary import form_of
from uitzicht.questionnaires.codebook import NONE


def read_items(root: Section, context: Context) -> tuple[Item, ...]:
    found: dict[str, Item] = {}
    for section in root.sections("items"):
        item = _item(section, context)
        section.close()
        if item is None:
            continue
        if item.key in found:
            section.blame("key", _("“{key}” is used twice. Give each question its own key.").format(key=item.key))
        found[item.key] = item
    return tuple(found.values())


def _item(section: Section, context: Context) -> Item | None:
    key = section.text("key")
    form = form_of(key)
    if form is None:
        what = _("“{key}” is not a question of the product. See docs/contracts/mapping.md for the keys.")
        section.blame("key", what.format(key=key))
        return None
    # Only a question that the product does not have itself needs words.
    labels: Labels = {}
    if section.has("labels") or key.count(".") == 2:
        labels = read_labels(section, "labels", context.language)
    if key == "recommend" and not section.has("values"):
        classes = Coded(section.text("column"), RecommendClasses(), missing_in(section, context))
        return Item(key, classes, labels)
    answer = read_coded(section, POINTS if form.type == "score" else one_of(form.items), context)
    return Item(key, answer, labels) if answer else None


def read_reasons(root: Section, context: Context) -> Reasons | None:
    section = root.section("reasons")
    if section is None:
        return None
    own = _own(section, context)
    ticks = tuple(_ticks(section, context, own))
    separated = _separated(section, context, own)
    ranked, ranks = _ranked(section, context, own), tuple(_ranks(section, context, own))
    section.close()
    reasons = Reasons(ticks, separated, ranked, ranks, own)
    if not reasons.codes:
        section.blame(
            "", _("names no reason. Add [[reasons.ticks]], [reasons.separated], [reasons.ranked] or [[reasons.ranks]].")
        )
    if (ticks and separated) or (ranked and ranks):
        section.blame("", _("asks the same thing in two ways. Keep ticks or separated, and ranked or ranks."))
    return reasons


def _own(section: Section, context: Context) -> dict[str, Labels]:
    table = section.section("own")
    if table is None:
        return {}
    own: dict[str, Labels] = {}
    for code in table.names():
        if code in context.reasons:
            what = _("{code} is a reason of the product, and its meaning stays. Choose another code.")
            table.blame(code, what.format(code=code))
        elif ensure_code(table, code, code):
            own[code] = read_labels(table, code, context.language)
    return own


def _ticks(section: Section, context: Context, own: dict[str, Labels]) -> list[Tick]:
    """`ticked` and `not_ticked` may stand once for all boxes, or with a box."""
    ticked, not_ticked = section.texts("ticked"), section.texts("not_ticked")
    found = []
    for box in section.sections("ticks"):
        column = box.text("column")
        code = _box(box, box.texts("ticked") or ticked, box.texts("not_ticked") or not_ticked)
        missing, reason = missing_in(box, context), _reason(box, context, own)
        box.close()
        if reason:
            found.append(Tick(Coded(column, code, missing), reason))
    return found


def _box(box: Section, ticked: tuple[str, ...], not_ticked: tuple[str, ...]) -> Code:
    if not ticked:
        box.blame("ticked", _("is missing. Say what a ticked box holds; not_ticked says what an empty one holds."))
    return value_map(box, "ticked", [*((text, YES) for text in ticked), *((text, NO) for text in not_ticked)])


def _reason(section: Section, context: Context, own: dict[str, Labels]) -> str | None:
    code = section.text("reason")
    return (
        code
        if code == NONE or (code and ensure_reason(section, "reason", code, context.reasons | own.keys()))
        else None
    )


def _separated(section: Section, context: Context, own: dict[str, Labels]) -> Separated | None:
    part = section.section("separated")
    if part is None:
        return None
    column, separator = part.text("column"), part.text("separator")
    code, missing = _reason_values(part, context, own), missing_in(part, context)
    part.close()
    return Separated(Coded(column, code, missing), separator) if code else None


def _ranked(section: Section, context: Context, own: dict[str, Labels]) -> tuple[Coded, ...]:
    part = section.section("ranked")
    if part is None:
        return ()
    columns = part.texts("columns", required=True)
    code, missing = _reason_values(part, context, own), missing_in(part, context)
    part.close()
    return tuple(Coded(column, code, missing) for column in columns) if code else ()


def _ranks(section: Section, context: Context, own: dict[str, Labels]) -> list[Tick]:
    """A box for each reason that holds its rank; an empty box is a reason that was not named."""
    found = []
    for box in section.sections("ranks"):
        column, missing, reason = box.text("column"), missing_in(box, context), _reason(box, context, own)
        box.close()
        if reason:
            ranks: dict[str, Value] = {str(rank): rank for rank in range(1, 100)}
            found.append(Tick(Coded(column, ValueMap(ranks), missing), reason))
    return found


def _reason_values(part: Section, context: Context, own: dict[str, Labels]) -> ValueMap | None:
    known = context.reasons | own.keys()
    named = [code for code in part.table("values").values() if code not in ("", NONE)]
    sound = [ensure_reason(part, "values", code, known) for code in named]
    return read_values(part, Terms(lambda _value: True, str)) if all(sound) else None
