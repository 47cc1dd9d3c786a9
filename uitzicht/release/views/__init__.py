"""The release desk: what would be published, who approves it, how far it is, and what was frozen. Never a value."""
