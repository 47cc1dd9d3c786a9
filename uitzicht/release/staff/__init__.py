"""Public facts on staff that stand in a release beside the answers: turnover, and how long people stay. No answers."""
