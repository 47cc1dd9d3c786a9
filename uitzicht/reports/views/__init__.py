"""Pages of reports: making one, who is told after a release, and how the organisation looks on paper."""
