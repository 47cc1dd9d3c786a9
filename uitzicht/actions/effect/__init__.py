"""Did an action help? Read from releases, with its interval, beside units where nothing was done."""

from uitzicht.actions.effect.measuring import measured

__all__ = ["measured"]
