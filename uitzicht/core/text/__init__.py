"""Reading plain text by rules of words. It knows nothing of what the words mean."""

from uitzicht.core.text.themes import Signs, proposed_themes, read_signs

__all__ = ["Signs", "proposed_themes", "read_signs"]
