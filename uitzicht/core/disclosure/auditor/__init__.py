"""The independent auditor: reads what was published as an attacker would, and fails closed.

It shares no code with the protection that it judges.
"""

from uitzicht.core.disclosure.auditor.audit import audit
from uitzicht.core.disclosure.auditor.memory import Memory
from uitzicht.core.disclosure.auditor.verdict import Opening, Verdict
from uitzicht.core.disclosure.auditor.views import ViewEvidence

__all__ = ["Memory", "Opening", "Verdict", "ViewEvidence", "audit"]
