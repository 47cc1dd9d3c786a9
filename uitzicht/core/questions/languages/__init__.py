"""What the check knows of each language."""

from uitzicht.core.questions.languages.de import GERMAN
from uitzicht.core.questions.languages.en import ENGLISH
from uitzicht.core.questions.languages.fr import FRENCH
from uitzicht.core.questions.languages.nl import DUTCH
from uitzicht.core.questions.vocabulary import Language

LANGUAGES: dict[str, Language] = {"nl": DUTCH, "fr": FRENCH, "en": ENGLISH, "de": GERMAN}
