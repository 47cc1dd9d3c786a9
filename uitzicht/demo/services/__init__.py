"""Inventing an organisation, and walking in as somebody of it."""

from uitzicht.demo.services.entering import enter, link_of
from uitzicht.demo.services.inventing import fill

__all__ = ["enter", "fill", "link_of"]
