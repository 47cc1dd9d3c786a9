"""Pieces of French sentences, as pieces of patterns."""

from uitzicht.core.questions.patterns import begins, either, stated

PRONOUN = either("vous tu je il elle on ils elles ce nous")
CLAUSE = begins("et mais")
STATED = stated(r"comment que qui quoi quel\w* où combien quand pourquoi qu'\w+ à\squ\w+ de\squ\w+")
