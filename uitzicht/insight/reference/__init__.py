"""Figures of elsewhere that the organisation brings itself: benchmarks, and its own survey of those who stay. Aggregates only."""
