""" "You said, we did": what people said, what was done, what it brought; kept and published by people."""

from uitzicht.actions.telling.letters import Letter, letter

__all__ = ["Letter", "letter"]
