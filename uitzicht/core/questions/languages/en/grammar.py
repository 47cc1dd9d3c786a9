"""Pieces of English sentences, as pieces of patterns."""

from uitzicht.core.questions.patterns import begins, either, stated

AUXILIARY = either(
    r"""
    do does did is are was were have has had can could will would should shall may might must am
    """
)
NEGATED = either(
    r"""
    don't doesn't didn't isn't aren't wasn't weren't haven't hasn't hadn't can't couldn't won't wouldn't shouldn't
    """
)
PRONOUN = either(
    r"""
    you we i it there they he she one people anyone anybody anything everyone this that these those any all some
    """
)
ARTICLE = either(r"your our the")
SUBJECT = rf"(?:{PRONOUN}|{ARTICLE} [^\W\d_]+)"
CLAUSE = begins("and but so")
STATED = stated("how what who whom whose which where why when")
