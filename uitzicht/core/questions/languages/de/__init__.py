"""German."""

from uitzicht.core.questions.languages.de.grammar import NO_VERB, SUBJECT, VERB, WHERE
from uitzicht.core.questions.languages.de.topics import TOPICS
from uitzicht.core.questions.languages.de.wordings import LEADING, LOADED, PRESUMING
from uitzicht.core.questions.patterns import wording
from uitzicht.core.questions.vocabulary import Advice, Language

GERMAN = Language(
    asks=wording(
        rf"(?:(?:und|aber|also) )?(?:(?:in|an|auf|bei|mit|nach|von|vor|zu|aus|für|über|unter|um|durch|gegen|seit|bis|ab) )?(?:wie|was|wer|wen|wem|wessen|welche\w*|{WHERE}|wann|warum|weshalb|wieso|inwie\w+)"
    ),
    closed=wording(rf"(?:(?:und|aber|also) )?(?P<place>{VERB} {SUBJECT})"),
    closed_if_marked=wording(
        rf"(?:(?:und|aber|also) )?(?P<place>(?!{NO_VERB}(?!\w))[^\W\d_]+ {SUBJECT}|{VERB}|(?:schon|jemals)(?: \w+)?)"
    ),
    subject=wording("(?:sie|es|man|wir)"),
    invites=wording(
        r"(?:können|könnten|möchten|würden|mögen|wollen|darf|dürfte) (?:sie|ich) [^?]*?(?:erzählen|beschreiben|schildern|beispiele?|erläutern|erklären|nennen|ausführen|hinzufügen|ergänzen|sagen|mitteilen|verraten|skizzieren|berichten)"
    ),
    judges=wording(
        r"(?:finden|fanden|war|waren|ist|sind|fühlen|fühlten|empfanden|empfinden) (?:sie|es|der|die|das|ihre?[nmrs]?|unsere?)(?: \w+)?"
    ),
    exists=wording(r"(?:gab|gibt|bestand|bestanden) (?:es)?(?: \w+)?"),
    joiners=wording(
        r"""
        sowohl [^?]{1,50}? (?P<joiner>als auch|wie auch)
        und auch
        aber auch
        sowie
        und
        oder
        """
    ),
    choices=wording("oder"),
    determiners=wording(
        r"(?:der|die|das|den|dem|des|eine?[nmrs]?|ihre?[nmrs]?|unsere?[nmrs]?|meine?[nmrs]?|diese[nmrs]?)"
    ),
    times=wording(
        r"\w*(?:tag|tage|tagen|woche|wochen|monat|monate|monaten|jahr|jahre|jahren|stunde|moment|momente|zeit|zeiten)"
    ),
    together=wording(r"zwischen|miteinander|zusammen|einander|untereinander|gemeinsam"),
    harmless=wording(
        r"""
        (?:beruf|arbeit)(?:sleben)? und (?:ihr |das )?(?:privat\w*|familie\w*|freizeit)
        (?:privatleben|familie|freizeit) und (?:ihre? |die |den )?(?:beruf|arbeit)
        (?:stärken|vorteile|plus\w*) und (?:schwächen|nachteile|minus\w*)
        (?:starke|gute|positive)[nr]? und (?:schwache|weniger gute|negative|schlechte)[nr]?
        (?:vor- und nachteile|ab und zu|hin und wieder|hier und da|nach und nach|mehr oder weniger|tag und nacht|voll und ganz)
        gut[^?.]{0,30}? (?:und|oder) [^?.]{0,20}?(?:weniger gut|schlecht\w*)
        schlecht oder gut
        (?:gerecht|ungerecht|fair|unfair) oder (?:gerecht|ungerecht|fair|unfair)
        (?:un)?zufrieden oder (?:un)?zufrieden
        (?:wenn|falls) (?:ja|nein|nicht)
        kolleginnen und kollegen
        (?:familie und (?:ihren? )?freunden?|freunde und (?:ihre )?familie)
        am meisten \W?(?:und|oder) am wenigsten
        zu oder (?:nicht|lehnen)
        (?:fragen und anmerkungen|frauen und männer|männer und frauen|kundinnen und kunden|patientinnen und patienten)
        """
    ),
    leading=LEADING,
    loaded=LOADED,
    presuming=PRESUMING,
    topics=TOPICS,
    advice=Advice(
        extent="Inwiefern",
        open="Beginnen Sie mit „welche“, „was“ oder „wie“, oder fragen Sie: „Was können Sie dazu erzählen?“",
        statement="Machen Sie daraus eine offene Frage: Beginnen Sie mit „wie“ oder „was“.",
        split="Machen Sie daraus zwei Fragen: „{first}“ und „{second}“",
        two="Stellen Sie zwei Fragen: eine zu „{first}“ und eine zu „{second}“.",
        shorten="Sagen Sie es in höchstens {limit} Wörtern: Beginnen Sie mit dem Fragewort, ohne Nebensätze.",
        keep="Behalten Sie den Kern: „{question}“",
        plain="Lassen Sie „{words}“ weg und fragen Sie, was geschah.",
    ),
)
