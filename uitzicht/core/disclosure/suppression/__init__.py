"""Complementary suppression of dense tables with totals: hide the small cells and, beside them, as little as possible.

For extra tables only, such as those that a sector body collects; figures of a release go through bundles. Method, theorem
and figures: docs/methods/suppression.md.
"""

from uitzicht.core.disclosure.suppression.hierarchy import Dimension
from uitzicht.core.disclosure.suppression.protection import ShownCell, SuppressedTable, suppress
from uitzicht.core.disclosure.suppression.table import SensitiveTable
from uitzicht.core.disclosure.suppression.vocabulary import Rule, Status

__all__ = ["Dimension", "Rule", "SensitiveTable", "ShownCell", "Status", "SuppressedTable", "suppress"]
