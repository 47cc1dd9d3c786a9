"""English wordings that lead, load or presume, each with a proposal."""

from uitzicht.core.questions.languages.en.grammar import CLAUSE, NEGATED, STATED
from uitzicht.core.questions.patterns import phrases

LEADING = (
    phrases(
        rf"""
        {CLAUSE}(?P<place>{NEGATED} (?:you|we|it|there|they|your|the|that|this)(?: (?:also|really|think|agree|find|feel|say))?)
        {CLAUSE}(?:do|did|would|could|should|have|had|are|were|is|was) (?:you|it|there|they) not
        """,
        "Leave out the negation and begin with “how” or “what”.",
    ),
    phrases(
        r"""
        (?:do|don't|would|wouldn't) (?:you|we) (?:also |not )?agree(?: that| with|(?= ?[?,:]))
        (?:you|we) (?:would|will|must|can|surely) (?:surely )?(?:agree|admit)
        (?:is it|isn't it) (?:not )?(?:true|the case|fair to say|correct)(?: that)?
        would you not say
        (?:do|did) you (?:also|too) (?:think|feel|find|believe)
        admit it
        be honest
        """,
        "Ask without your own opinion: begin with “how” or “what”.",
    ),
    phrases(
        rf"{STATED}(?P<place>right|correct|no|yes|eh|surely|true|{NEGATED} (?:you|it|they|we|there|he|she)|(?:do|did|was|were|is|are|have|had) (?:you|it|they|we|there|he|she))(?= ?\?)",
        "Leave out the end and begin with “how” or “what”.",
    ),
    phrases(
        rf"""
        as (?:you|we|everyone|everybody) (?:\w+ )?(?:know|knows|knew)
        (?:as|it) is (?:well|widely|generally|commonly) known(?: that)?
        {CLAUSE}(?P<place>(?:everyone|everybody|every colleague)(?: here)? \w+)
        {CLAUSE}(?:most|many|all|other|several)(?: of)?(?: your| the| our)? (?:people|colleagues|employees|leavers|others|staff)(?: \w+)? (?:say|said|think|thought|feel|felt|find|found|like|liked|love|loved|are|were|agree|complain|want|have)
        (?:i|we) (?:assume|suppose|take it|presume|imagine|trust)
        (?:research|experts|surveys|studies) (?:show|shows|say|says|agree)
        """,
        "Leave out what others think and ask: “How do you see this?”",
    ),
    phrases(
        r"(?:of course|obviously|naturally(?=,)|surely|undoubtedly|no doubt|needless to say|after all(?=[,?])|as a matter of course)"
    ),
)
LOADED = (
    phrases(
        r"""
        (?:terrible|terribly|horrible|awful|dreadful|appalling|disgraceful|outrageous|ridiculous|ridiculously|absurd|absurdly|disastrous|miserable|shameful|pathetic|lousy|bad|poor|crap)
        (?:unfair|unfairly|unjust|incompetent|unprofessional|sloppy|lazy|weak|useless|hopeless|clueless|stupid|inept|mediocre)
        (?:toxic|chaotic|messy|unbearable|hostile|oppressive|cut-throat)
        (?:fantastic|wonderful|amazing|great|excellent|brilliant|superb|outstanding|unique|generous|lovely|awesome|world-class)
        (?:so-called|supposedly|allegedly)
        (?:bossy|arrogant|authoritarian|selfish|stubborn|unreasonable|ungrateful|disloyal|loyal|exaggerated)
        """
    ),
    phrases(
        r"""
        (?:chaos|mess|disaster|nightmare|hell|misery|circus|shambles)
        (?:mismanagement|exploitation|favouritism|favoritism|nepotism|power games|abuse of power|office politics)
        (?:whining|moaning|nagging|gossip|gossiping|drama|fuss|nonsense|bullshit)
        (?:micromanag\w+|reign of terror)
        """,
        "Name what happened, without a verdict: “How did … go?”",
    ),
    phrases(
        r"""
        (?:abandon|abandoning|abandoned|deserting|betray|betraying|betrayed|let(?:ting)? (?:us|your \w+|the team) down|letting down|walk out on|walking out on|turn your back|turning your back)
        (?:throw in the towel|jump ship|jumping ship|give up on|giving up|run away|running away|bail out|quit on)
        (?:make a fuss|making trouble|be difficult)
        """,
        "Call it simply leaving: “How did you come to your decision?”",
        topical=False,
    ),
)
PRESUMING = (
    phrases(
        r"""
        why (?:did|do|could|would|had|have|were|are) (?:you|we) (?:fail|refuse|neglect|never|not|stop)(?: to)?
        why (?:didn't|don't|couldn't|wouldn't|hadn't|haven't|weren't|aren't) (?:you|we)
        how (?:come|is it that) you (?:\w+ ){0,3}?(?:never|not|didn't|don't)
        """,
        "Ask: “What helped you with that, and what held you back?”",
        topical=False,
    ),
    phrases(
        r"""
        (?:dislike|disliked|hate|hated|annoy|annoyed|bother|bothered|irritate|irritated|frustrate|frustrated|disappoint|disappointed|upset)(?: (?:you|most|the most))*
        (?:the )?worst(?: thing| part| aspect)?
        (?:annoying|frustrating|disappointing|irritating)(?! or)
        """,
        "Ask: “What did you find good, and what less so?”",
    ),
    phrases(
        r"""
        (?:go|went|goes|gone|going) (?:so |\w+ly )?wrong
        (?:did|do|have|had) we (?:do|done|get|got) wrong
        (?:is|was|were) (?:so )?wrong with
        """,
        "Ask: “What went well, and what could be better?”",
    ),
    phrases(
        r"""
        whose fault
        who(?: is|'s| was)? to blame
        (?:to blame|the fault of|at fault|blame)
        """,
        "Ask: “What played a part in your decision?”",
        topical=False,
    ),
    phrases(
        r"""
        to (?:keep you|make you stay|get you to stay|retain you|change your mind|persuade you|convince you)(?: to stay)?
        prevent(?:ed)? (?:you from leaving|your leaving|you leaving)
        have (?:kept you|made you stay|changed your mind|persuaded you|convinced you)(?: here| to stay)?
        """,
        "Ask: “What played a part in your decision?”",
        topical=False,
    ),
    phrases(
        r"""
        (?:what|which|how many)(?: kind of)?(?: \w+)? (?:problems|conflicts|quarrels|complaints|difficulties|mistakes|tensions|arguments|frustrations|shortcomings|failures)(?: (?:did you have|did you face|have you had|were there|had you))?
        (?:the|those|these) (?:\w+ )?(?:conflict|conflicts|quarrel|quarrels|problems|tensions|dissatisfaction|complaints|failure|failures)
        """,
        "Ask: “What went well, and what went less well?”",
    ),
    phrases(
        r"""
        (?:too|so) (?:short|high|heavy|low|much|little|many|few|long|busy|strict|slow|late|big|small|vague|difficult|hard|boring|bad)
        (?:excessive|unrealistic|overwhelming|crushing)
        (?:overworked|underpaid|understaffed|understaffing|overload)
        lack of
        (?:the|your|that|this|those|such) (?:high|low|heavy|slow|constant|endless|inadequate|insufficient) \w+
        """,
        "Ask how it was, not how bad: “What was that like for you?”",
    ),
    phrases(
        r"""
        (?:unhappy|dissatisfied|angry|unmotivated|demotivated|burnt out|burned out|fed up|resentful)
        (?:bullied|ignored|passed over|disadvantaged|forced|undervalued|punished|excluded|discriminated|sidelined)
        """,
        "Ask: “How did you feel in your work?”",
        topical=False,
    ),
    phrases(
        rf"""
        how (?:bad|badly|awful|stressful|exhausting|boring|unpleasant|unhealthy|unsafe|tiring|hard)(?! or)
        how much (?:do|did) you (?:really )?(?:love|like|enjoy|hate)
        when did you (?:stop|start) \w+ing
        {CLAUSE}(?:do|did) you (?:understand|realise|realize|know) that
        how much (?:more|worse|better|happier|nicer)
        """,
        "Ask: “What was that like for you?”",
    ),
)
