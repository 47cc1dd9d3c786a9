"""Statistics as pure functions of plain numbers; each is pinned to a published value in tests/core/statistics."""
