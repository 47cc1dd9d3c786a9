"""A release beside an earlier one: what has changed among the people who came in since. See docs/methods/earlier.md."""
