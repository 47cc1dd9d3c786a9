"""Items of a draft: added, left out, moved, asked of whom."""

from collections.abc import Sequence
from datetime import datetime

from django.db import transaction
from django.db.models import F

from uitzicht.questionnaires import content, rules
from uitzicht.questionnaires.models import Item, ItemText, QuestionnaireVersion
from uitzicht.questionnaires.services.history import items_before, locked_draft, record_change
from uitzicht.questionnaires.services.storing import write_items
from uitzicht.questionnaires.vocabulary import POINTS, VARIED, ItemType
from uitzicht.questionnaires.wording import LANGUAGES


@transaction.atomic
def add_item(
    version: QuestionnaireVersion,
    part: str,
    *,
    name: str,
    type: ItemType,
    language: str,
    question: str,
    choices: Sequence[str] = (),
    by: str,
    at: datetime,
) -> Item:
    """An item of the organisation's own, at the end of a part. ``question`` and ``choices`` (labels of a choice, or of
    the two ends of a score) are in ``language``; the other languages are still empty."""
    draft = locked_draft(version)
    keys = list(draft.items.values_list("key", flat=True))
    key = rules.own_key(part, name, keys)
    before = items_before(draft, [key])
    position = _room_after(draft, part)
    points = POINTS.get(type) or tuple(f"choice_{number}" for number, _label in enumerate(choices, start=1))
    item = Item.objects.create(version=draft, key=key, part=part, type=type, choices=list(points), position=position)
    labelled = (points[0], points[-1]) if type in POINTS else points
    for one in LANGUAGES:
        said = choices if one == language else [""] * len(labelled)
        ItemText.objects.create(
            item=item,
            language=one,
            question=question if one == language else "",
            choice_labels=dict(zip(labelled, said, strict=True)),
        )
    record_change(draft, "questionnaire.item_added", key, before, by=by, at=at)
    return item


@transaction.atomic
def take_out(item: Item, *, by: str, at: datetime) -> None:
    """The next version no longer asks it; earlier versions keep it."""
    rules.ensure_removable(item.key)
    draft = locked_draft(item.version)
    before = items_before(draft, [item.key])
    draft.items.filter(key=item.key).delete()
    record_change(draft, "questionnaire.item_removed", item.key, before, by=by, at=at)


@transaction.atomic
def bring_back(version: QuestionnaireVersion, item: content.Item, *, by: str, at: datetime) -> None:
    """An item that ships, at the end of its part, under the key that it always had."""
    draft = locked_draft(version)
    before = items_before(draft, [item.key])
    rules.ensure_absent(item.key, draft.items.values_list("key", flat=True))
    write_items(draft, (item,), first=_room_after(draft, item.part))
    record_change(draft, "questionnaire.item_added", item.key, before, by=by, at=at)


@transaction.atomic
def move_item(item: Item, *, up: bool, by: str, at: datetime) -> bool:
    """One place up or down within its part; whether there was such a place."""
    draft = locked_draft(item.version)
    there = list(draft.items.filter(part=item.part).order_by("position"))
    place = next(number for number, one in enumerate(there) if one.pk == item.pk)
    other = place - 1 if up else place + 1
    if not 0 <= other < len(there):
        return False
    first, second = there[place], there[other]
    before = items_before(draft, [first.key, second.key])
    first.position, second.position = second.position, first.position
    Item.objects.bulk_update([first, second], ["position"])
    record_change(draft, "questionnaire.item_moved", item.key, before, by=by, at=at)
    return True


@transaction.atomic
def change_asked(item: Item, not_asked: Sequence[str], *, revision: int, by: str, at: datetime) -> bool:
    """For which audiences the item is left out; whether that changed."""
    draft = locked_draft(item.version)
    row = draft.items.select_for_update().get(pk=item.pk)
    rules.ensure_seen(revision, row.revision)
    chosen = [audience for audience in VARIED if audience in not_asked]
    if chosen:
        rules.ensure_removable(item.key)
    if chosen == row.not_asked:
        return False
    before = items_before(draft, [item.key])
    row.not_asked = chosen
    row.revision += 1
    row.save(update_fields=["not_asked", "revision"])
    record_change(draft, "questionnaire.audience_changed", item.key, before, by=by, at=at)
    return True


def _room_after(draft: QuestionnaireVersion, part: str) -> int:
    """A free position behind the last item of a part, and of the parts before it when it has none."""
    parts = [one["key"] for one in draft.parts]
    before = parts[: parts.index(part) + 1]
    last = draft.items.filter(part__in=before).order_by("-position").values_list("position", flat=True).first()
    position = (last or 0) + 1
    draft.items.filter(position__gte=position).update(position=F("position") + 1)
    return position
