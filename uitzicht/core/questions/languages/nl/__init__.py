"""Dutch, of Belgium and of the Netherlands."""

from uitzicht.core.questions.languages.nl.grammar import HOW, NO_VERB, SUBJECT, VERB, WHERE
from uitzicht.core.questions.languages.nl.topics import TOPICS
from uitzicht.core.questions.languages.nl.wordings import LEADING, LOADED, PRESUMING
from uitzicht.core.questions.patterns import wording
from uitzicht.core.questions.vocabulary import Advice, Language

DUTCH = Language(
    asks=wording(
        rf"(?:(?:en|maar|dus) )?(?:(?:op|in|met|van|voor|naar|bij|door|aan|over|tot|uit|tegen|sinds|om|onder|vanaf|tijdens) )?(?:{HOW}|wat|wie|wiens|welke?|{WHERE}|waarom|wanneer(?! (?:je|jij|u)\b))"
    ),
    closed=wording(rf"(?:(?:en|maar|dus) )?(?P<place>{VERB} {SUBJECT})"),
    closed_if_marked=wording(
        rf"(?:(?:en|maar|dus) )?(?P<place>(?!{NO_VERB}(?!\w))[^\W\d_]+ {SUBJECT}|{VERB}|(?:al|ooit|nog)(?: \w+)?)"
    ),
    subject=wording("(?:je|jij|u|jullie|er|het|ze|we)"),
    invites=wording(
        r"(?:kun|kan|kunt|wil|wilt|wou|wilde|zou|mag) (?:je|jij|u|ik) [^?]*?(?:vertel\w*|beschrij\w*|toelicht\w*|uitlegg\w*|voorbeeld\w*|schets\w*|omschrij\w*|verduidelijk\w*|zeggen|toevoegen|meer over|kwijt|schilder\w*|verklaren)"
    ),
    judges=wording(
        r"(?:vind|vindt|vond|was|waren|is|zijn|ben|bent|voel|voelt|voelde|ervaar|ervaarde) (?:je|jij|u|de|het|je|jouw|onze|uw)(?: \w+)?"
    ),
    exists=wording(r"\w+ er(?: \w+)?"),
    joiners=wording(
        r"""
        zowel [^?]{1,50}? (?P<joiner>als)
        en ook
        maar ook
        evenals
        alsook
        en
        of
        """
    ),
    choices=wording("of"),
    determiners=wording(r"(?:de|het|een|je|jouw|jullie|uw|onze|ons|mijn|die|dat|deze|dit|'t)"),
    times=wording(r"uur|\w*(?:dag|dagen|week|weken|maand|maanden|jaar|jaren|moment|momenten|periode|periodes)"),
    together=wording(r"elkaar|tussen|samen|samenwerk\w*"),
    harmless=wording(
        r"""
        werk en (?:je |het )?(?:privé\w*|gezin|vrije tijd|thuis)
        privé\w* en (?:je |het )?werk
        (?:sterke|goede|positieve|betere) en (?:zwakke|minder goede|minder|negatieve|slechte)
        (?:sterktes|voordelen|plus\w*) en (?:zwaktes|nadelen|min\w*)
        voor- en nadelen
        (?:af en toe|op en neer|hier en daar|hoe dan ook|in en uit)
        goede? (?:en|of) (?:wat |hoe )?(?:minder |slechte?)(?:goede?)?
        slechte? (?:en|of) goede?
        (?:on)?tevreden (?:en|of) (?:on)?tevreden
        (?:goed|vlot|mooi)e?[^?.]{1,30}? (?:en|of) [^?.]{0,20}?(?:minder|slechte?|moeilijke?)
        (?:eerlijk|oneerlijk)e? of (?:eerlijk|oneerlijk)e?
        (?:zo|indien) (?:ja|nee|niet)
        (?:vragen en opmerkingen|familie en (?:je )?vrienden|vrienden en (?:je )?familie)
        (?:meest|meeste) \W?(?:en|of) (?:het )?minste?
        (?:eens|akkoord) of (?:oneens|niet(?: eens| akkoord)?)
        (?:vrouwen|mannen) en (?:vrouwen|mannen)
        """
    ),
    leading=LEADING,
    loaded=LOADED,
    presuming=PRESUMING,
    topics=TOPICS,
    advice=Advice(
        extent="In hoeverre",
        open="Begin met „welke”, „wat” of „hoe”, of vraag: „Wat kun je daarover vertellen?”",
        statement="Maak er een open vraag van: begin met „hoe” of „wat”.",
        split="Maak er twee vragen van: „{first}” en „{second}”",
        two="Stel twee vragen: een over „{first}” en een over „{second}”.",
        shorten="Zeg het in hoogstens {limit} woorden: begin met het vraagwoord en laat bijzinnen weg.",
        keep="Houd de kern over: „{question}”",
        plain="Laat „{words}” weg en vraag wat er gebeurde.",
    ),
)
