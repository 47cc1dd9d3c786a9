"""The outsider: signs in over HTTP like anybody, reads what a role can read, and tries to open it without the truth.

Knows the product from outside only: addresses, pages, files, and docs/contracts. Needs no installation: no database, no keys,
no Django; and shares no code with the protection or with the auditor.
"""
