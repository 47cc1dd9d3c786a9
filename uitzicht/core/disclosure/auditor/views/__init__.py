"""The attack on views: groups that cut across bundles, so that everybody is looked at in person."""

from uitzicht.core.disclosure.auditor.views.evidence import ViewEvidence

__all__ = ["ViewEvidence"]
