"""Figures of the field beside those of here: what others published, with source, year, base, instrument and warning."""
