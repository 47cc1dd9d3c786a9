"""Figures that leave the product as a file: CSV and a workbook of the numbers, SVG and PNG of a drawing."""

from uitzicht.insight.exports.text import as_csv

__all__ = ["as_csv"]
