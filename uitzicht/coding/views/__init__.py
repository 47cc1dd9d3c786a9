"""Pages that speak the words of the codebook: the reasons, during the talk, and the themes, after it."""

from uitzicht.coding.views.reasons import reasons, save_reasons
from uitzicht.coding.views.themes import code

__all__ = ["code", "reasons", "save_reasons"]
