"""Disclosure control: sealed bundles, end bands, repair, and (in `auditor`) the attack that judges them.

The protection (`vocabulary`, `tree`, `bundles`, `tables`, `protection`, `document`, `repair`) and the auditor share no
code: the JSON document is all they have in common. Nothing is imported here, so that this stays true.
"""
