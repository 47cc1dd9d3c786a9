"""A sentence of more than twenty words is too long; two short ones are not."""

from uitzicht.core.questions import MOST_WORDS, Fault, check


def _kinds(text: str) -> set[Fault]:
    return {finding.kind for finding in check(text, "nl")}


def test_the_limit_itself_is_short_enough() -> None:
    words = "Hoe zag " + "werk " * (MOST_WORDS - 3)
    assert Fault.TOO_LONG not in _kinds(f"{words}eruit?")
    assert Fault.TOO_LONG in _kinds(f"{words}er uit?")


def test_sentences_count_apart() -> None:
    sentence = "Denk aan je laatste maand met de mensen van je ploeg."
    assert Fault.TOO_LONG not in _kinds(f"{sentence} {sentence} Wat deed je toen het meest?")


def test_an_abbreviation_ends_no_sentence() -> None:
    [finding] = check("Welche Mittel, z. B. Geräte, " + "gute " * MOST_WORDS + "Mittel brauchten Sie?", "de")
    assert (finding.kind, finding.start) == (Fault.TOO_LONG, 0)


def test_what_leads_up_to_the_question_can_go() -> None:
    text = "Als je denkt aan je eerste dag en aan alle dagen die daarna kwamen tot en met vandaag, hoe was je werk?"
    [finding] = check(text, "nl")
    assert finding.proposal == "Houd de kern over: „Hoe was je werk?”"
