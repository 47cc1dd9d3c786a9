"""English."""

from uitzicht.core.questions.languages.en.grammar import AUXILIARY, NEGATED, SUBJECT
from uitzicht.core.questions.languages.en.topics import TOPICS
from uitzicht.core.questions.languages.en.wordings import LEADING, LOADED, PRESUMING
from uitzicht.core.questions.patterns import wording
from uitzicht.core.questions.vocabulary import Advice, Language

ENGLISH = Language(
    asks=wording(
        r"(?:(?:and|but|so) )?(?:(?:to|in|with|from|for|by|at|about|since|of|on|under|during) )?(?:how|what|who|whom|whose|which|where|why|when(?! (?:you|we|it|your)\b))"
    ),
    closed=wording(rf"(?:(?:and|but|so) )?(?P<place>(?:{AUXILIARY}|{NEGATED}) {SUBJECT})"),
    closed_if_marked=wording(
        rf"(?:(?:and|but|so) )?(?P<place>(?:{AUXILIARY}|{NEGATED})(?: \w+)?|any\w*(?: \w+)?|ever(?: \w+)?)"
    ),
    subject=wording("(?:you|there|it|they|we)"),
    invites=wording(
        r"(?:can|could|would|will|may) (?:you|i)(?: like| mind| care| ask)? [^?]*?(?:tell|telling|describe|describing|explain|give (?:me )?(?:an|some) example\w*|example|say (?:something|more|a little)|share|walk me|elaborate|outline|sketch|add|help me understand|talk me)"
    ),
    judges=wording(
        r"(?:was|were|is|are|did you find|do you find|did you feel|do you feel|did you like|do you think)(?: \w+){0,2}"
    ),
    exists=wording(r"\w+(?:n't)? there(?: \w+)?|any\w*(?: \w+)?"),
    joiners=wording(
        r"""
        (?:as well as|along with|together with)
        and also
        but also
        and
        or
        """
    ),
    choices=wording("or"),
    determiners=wording(r"(?:the|a|an|your|our|my|their|this|that|these|those)"),
    times=wording(r"(?:day|days|week|weeks|month|months|year|years|hour|moment|moments|period|periods|time|times)"),
    together=wording(r"each other|one another|between|together"),
    harmless=wording(
        r"""
        work and (?:your |the )?(?:private|personal|family|home)(?: life)?
        (?:private|personal|family) life and work
        (?:strong|good|positive) and (?:weak|bad|negative|less good)
        (?:strengths|advantages|pros|ups) and (?:weaknesses|disadvantages|cons|downs)
        (?:now and then|here and there|more or less|day and night|time and again)
        (?:good|well|nice)[^?.]{0,30}? (?:and|or) [^?.]{0,20}?(?:bad|badly|less|difficult|poor)
        bad or good
        (?:fair|unfair) or (?:fair|unfair)
        (?:dis|un)?(?:satisfied|happy) or (?:dis|un)?(?:satisfied|happy)
        great (?:deal|many|extent)
        if (?:so|yes|no|not)
        (?:questions and (?:comments|remarks)|(?:friends|family) and (?:your )?(?:friends|family))
        most \W?(?:and|or) (?:the )?least
        agree or (?:do you )?disagree
        men and women
        women and men
        """
    ),
    leading=LEADING,
    loaded=LOADED,
    presuming=PRESUMING,
    topics=TOPICS,
    advice=Advice(
        extent="To what extent",
        open="Begin with “which”, “what” or “how”, or ask: “What can you tell about that?”",
        statement="Make it an open question: begin with “how” or “what”.",
        split="Split it in two questions: “{first}” and “{second}”",
        two="Ask two questions: one about “{first}” and one about “{second}”.",
        shorten="Say it in at most {limit} words: begin with the question word and leave out clauses.",
        keep="Keep the core: “{question}”",
        plain="Leave out “{words}” and ask what happened.",
    ),
    tidy=((r"\b([Aa])n (?=[b-df-hj-np-tv-z])", r"\1 "), (r"\b([Aa]) (?=(?!eu|one)[aeio])", r"\1n ")),
)
