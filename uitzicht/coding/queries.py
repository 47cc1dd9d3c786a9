"""The themes of a conversation in the clear."""

from uitzicht.coding.rules import CodedTheme
from uitzicht.interviews import sealing
from uitzicht.interviews.models import Interview


def coded_themes(interview: Interview) -> dict[str, list[CodedTheme]]:
    """Themes with their sentiment, by item key. An answer that was coded without any theme is an empty list, one that
    was not coded is absent. One query."""
    key = sealing.data_key(interview)
    return {
        row.item_key: sealing.unseal(interview, row.sealed, kind="coding", item_key=row.item_key, key=key)
        for row in interview.coded_answers.all()
    }
