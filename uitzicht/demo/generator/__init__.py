"""The invented organisation as plain values: the same day and seed give the same people. Knows no database."""

from uitzicht.demo.generator.organisation import Organisation, invent

__all__ = ["Organisation", "invent"]
