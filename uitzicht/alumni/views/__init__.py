"""Pages of alumni."""
