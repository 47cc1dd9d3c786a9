"""What can be told, what is published, and in which languages it stands."""

from collections.abc import Iterable
from dataclasses import dataclass

from django.db.models import Prefetch, QuerySet

from uitzicht.actions.models import Action, Telling, TellingText
from uitzicht.actions.telling.drafts import LANGUAGES
from uitzicht.actions.vocabulary import FINISHED
from uitzicht.insight.stories import STORIES


@dataclass(frozen=True, slots=True)
class Told:
    """One published text. ``is_translated``: it stands in the language that was asked for."""

    action: Action
    text: TellingText
    is_translated: bool

    @property
    def was_said(self) -> bool:
        """Answers were said; who left, when and from where was counted, and nobody said it."""
        story = STORIES.get(self.action.story)
        return story is None or not story.counts_everybody


def tellable() -> QuerySet[Action]:
    """Finished actions, the newest first, each with its steps and what is kept of its telling."""
    return (
        Action.objects.filter(state__in=FINISHED)
        .select_related("telling", "owner")
        .prefetch_related("steps", "telling__texts")
        .order_by("-effective_on", "-pk")
    )


def kept(action: Action) -> dict[str, TellingText]:
    """What is kept of an action, by language."""
    found = Telling.objects.filter(action=action).prefetch_related("texts").first()
    return {text.language: text for text in found.texts.all()} if found else {}


def telling_of(action: Action) -> Telling | None:
    return Telling.objects.filter(action=action).first()


def published(language: str) -> list[Told]:
    """Everything that is published, the newest first, in ``language`` or else in the first that there is."""
    texts = Prefetch("texts", queryset=TellingText.objects.all())
    found = Telling.objects.filter(published_at__isnull=False).select_related("action").prefetch_related(texts)
    told = []
    for telling in found:
        text = _best(telling.texts.all(), language)
        if text:
            told.append(Told(telling.action, text, text.language == language))
    return told


def _best(texts: Iterable[TellingText], language: str) -> TellingText | None:
    by_language = {text.language: text for text in texts}
    return next((by_language[code] for code in (language, *LANGUAGES) if code in by_language), None)
