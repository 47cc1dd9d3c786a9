"""How sensitive a field is. Every model field of every room stands in its room's ``PRIVACY`` table.

    PRIVACY = {"Person": {"employee_number": Sensitivity.PERSONAL, ...}}

A test fails on a field that is not classified. Retention, export, erasure and encryption read these tables.
"""

from enum import Enum


class Sensitivity(Enum):
    """ORGANISATION: about the organisation. PERSONAL: about a person, known to HR. CONTACT: a private way to reach a person.
    CONFIDENTIAL: what somebody said; stored encrypted only. SECRET: keys, hashes of links and passwords.
    RELEASED: passed the attack, may be read by whom the release is for."""

    ORGANISATION = "organisation"
    PERSONAL = "personal"
    CONTACT = "contact"
    CONFIDENTIAL = "confidential"
    SECRET = "secret"  # noqa: S105
    RELEASED = "released"
