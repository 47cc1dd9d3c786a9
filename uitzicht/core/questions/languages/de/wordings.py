"""German wordings that lead, load or presume, each with a proposal."""

from uitzicht.core.questions.languages.de.grammar import CLAUSE, NO_VERB, STATED
from uitzicht.core.questions.patterns import phrases

LEADING = (
    phrases(
        rf"""
        {CLAUSE}(?P<place>(?!{NO_VERB}(?!\w))[^\W\d_]+ (?:sie|es|man|das|wir|ihnen) (?:denn |es |das |sich |da )?(?:auch |etwa |eigentlich )?nicht(?: auch)?)
        """,
        "Lassen Sie die Verneinung weg und beginnen Sie mit „wie“ oder „was“.",
    ),
    phrases(
        rf"""
        (?:finden|fanden|denken|dachten|meinen|glauben|empfanden) sie (?:das |es )?auch
        stimmen sie (?:\w+ ){{0,3}}?(?:zu|überein)
        {CLAUSE}(?!{NO_VERB}(?!\w))[^\W\d_]+ sie etwa
        sind sie (?:auch |nicht |damit |mit \w+ )*(?:einverstanden|einer meinung|der (?:meinung|ansicht)|derselben meinung)
        (?:stimmt es|ist es (?:wahr|richtig)|trifft es zu)(?:,)? dass
        sie (?:müssen|werden|sollten) (?:doch |wohl |sicher )?(?:zugeben|einräumen|verstehen)
        geben sie(?: es)? zu
        seien sie ehrlich
        sie (?:finden|fanden|waren|sind|hatten|haben) doch
        """,
        "Fragen Sie ohne eigene Meinung: Beginnen Sie mit „wie“ oder „was“.",
    ),
    phrases(
        rf"{STATED}(?P<place>nicht wahr|oder(?: nicht| etwa)?|nicht|stimmt's|richtig|ja|gell|ne|wohl|stimmt)(?= ?\?)",
        "Lassen Sie das Ende weg und beginnen Sie mit „wie“ oder „was“.",
    ),
    phrases(
        rf"""
        wie (?:sie|wir|alle|jeder|man)(?: \w+)? (?:wissen|weiß|wussten)
        (?:bekanntlich|bekanntermaßen|wie (?:allseits |allgemein )?bekannt(?: ist)?|es ist bekannt, dass)
        {CLAUSE}(?:jeder|alle|jede|alle im team) (?:weiß|wissen|sagt|sagen|findet|finden|ist|sind|mag|mögen|klagen|klagt)
        {CLAUSE}(?:die meisten|viele|alle anderen|fast alle)(?: \w+){{0,3}}? (?:finden|fanden|sagen|sagten|denken|meinen|mögen|mochten|sind|waren|klagen|haben|wollen)
        (?:ich|wir) (?:nehmen? an|gehen? davon aus|vermuten?)
        (?:nehme ich an|vermute ich)
        (?:studien|fachleute|umfragen|untersuchungen) (?:zeigen|sagen|belegen)
        """,
        "Lassen Sie weg, was andere meinen, und fragen Sie: „Wie sehen Sie das?“",
    ),
    phrases(
        r"(?:natürlich|selbstverständlich|sicherlich|zweifellos|zweifelsohne|offensichtlich|offenbar|ganz bestimmt|schließlich|ohne zweifel|logischerweise|ja wohl|doch sicher)"
    ),
)
_ENDING = "(?:e[nmrs]?)?"
LOADED = (
    phrases(
        rf"""
        (?:furchtbar|schrecklich|entsetzlich|grauenhaft|grässlich|lächerlich|absurd|skandalös|schändlich|katastrophal|miserabel|miserabl|erbärmlich|unmenschlich|übel|übl|mies|lausig){_ENDING}
        (?:ungerecht|unfair|unfähig|inkompetent|unprofessionell|schlampig|faul|schwach|dumm|dämlich|untauglich|mangelhaft|mittelmäßig){_ENDING}
        (?:toxisch|vergiftet|chaotisch|unerträglich|unzumutbar|hoffnungslos){_ENDING}
        (?:schlecht){_ENDING}
        (?:großartig|fantastisch|wunderbar|toll|hervorragend|ausgezeichnet|exzellent|einzigartig|super|großzügig|schön|prima|genial){_ENDING}
        sogenannt{_ENDING}
        angeblich{_ENDING}
        (?:herrisch|arrogant|autoritär|egoistisch|stur|unvernünftig|übertrieben|undankbar|illoyal|loyal|treulos){_ENDING}
        """
    ),
    phrases(
        r"""
        (?:chaos|durcheinander|katastrophe|hölle|elend|zirkus|saustall|albtraum|alptraum|desaster|saftladen)
        (?:misswirtschaft|ausbeutung|vetternwirtschaft|willkür|machtspiele|machtmissbrauch|schikanen?|schikane)
        (?:gejammer|gemecker|genörgel|getratsche|tratsch|gerede|blödsinn|unsinn)
        (?:mikromanagement|schreckensherrschaft)
        """,
        "Benennen Sie, was geschah, ohne Urteil: „Wie lief …?“",
    ),
    phrases(
        r"""
        im stich(?: zu)? (?:lassen|gelassen|ließen)
        (?:das handtuch (?:zu )?\w+|das sinkende schiff|weglaufen|wegzulaufen|davonlaufen|davonzulaufen|hinzuschmeißen|hinschmeißen|hingeschmissen|den rücken kehren|den rücken gekehrt)
        (?:verrat|fallen gelassen|rausgeekelt|abgeschoben)
        (?:jammern|meckern|nörgeln)
        """,
        "Sprechen Sie einfach vom Weggang: „Wie kamen Sie zu Ihrer Entscheidung?“",
        topical=False,
    ),
)
PRESUMING = (
    phrases(
        r"""
        (?:warum|weshalb|wieso) [^\W\d_]+ sie (?:\w+ ){0,5}?(?:nicht|nie|niemals|kein\w*|nichts|niemand\w*)
        wie kommt es, dass sie (?:\w+ ){0,4}?(?:nicht|nie|kein\w*)
        """,
        "Fragen Sie: „Was half Ihnen dabei, und was bremste Sie?“",
        topical=False,
    ),
    phrases(
        r"""
        (?:am meisten |besonders )?(?:gestört|störte|geärgert|ärgerte|genervt|nervte|missfallen|missfiel|enttäuscht|enttäuschte|frustriert|frustrierte|gehasst|hassten)
        am (?:schlimmsten|schlechtesten|ärgerlichsten|unangenehmsten|nervigsten)
        (?:das|die|der) (?:schlimmste|schlechteste|ärgerlichste)\w*
        (?:frust|frustration\w*|ärger|ärgernis\w*)
        """,
        "Fragen Sie: „Was fanden Sie gut, was weniger gut?“",
    ),
    phrases(
        r"""
        (?:lief|läuft|ging|geht|ist)(?: \w+){0,5}? (?:schief|falsch)(?:gelaufen|gegangen)?
        (?:schiefgelaufen|schiefgegangen|falsch gelaufen|schief gelaufen)
        (?:haben|machten|machen) wir (?:\w+ )?falsch(?: gemacht)?
        was stimmte nicht
        """,
        "Fragen Sie: „Was lief gut, und was könnte besser sein?“",
    ),
    phrases(
        r"""
        (?:wer|was) (?:ist|war|trägt|hat) (?:daran |die )?schuld(?: daran)?
        (?:wessen |die |an der )?schuld(?:ig\w*)?
        wegen wem
        """,
        "Fragen Sie: „Was spielte bei Ihrer Entscheidung mit?“",
        topical=False,
    ),
    phrases(
        r"""
        um sie (?:\w+ ){0,2}?(?:zu halten|zum bleiben zu bewegen|zu überzeugen|zu überreden|umzustimmen)
        ihren weggang (?:\w+ )?(?:verhindern|verhindert|vermeiden|vermieden)
        (?:hätten?(?: wir)? sie (?:\w+ ){0,2}?(?:gehalten|halten können|zum bleiben (?:bewegt|gebracht|bewegen)|umgestimmt|umstimmen)|damit sie (?:doch )?(?:bleiben|geblieben wären)|doch geblieben)
        """,
        "Fragen Sie: „Was spielte bei Ihrer Entscheidung mit?“",
        topical=False,
    ),
    phrases(
        r"""
        (?:welche|was für|wie viele)(?: \w+)? (?:probleme|konflikte|streitigkeiten|schwierigkeiten|beschwerden|fehler|spannungen|enttäuschungen|mängel|missverständnisse)(?: (?:hatten sie|gab es|haben sie))?
        (?:der|die|den|das|dem|diese\w*) (?:\w+ )?(?:konflikt\w*|streit|streits|streitigkeiten|probleme|problemen|spannungen|unzufriedenheit|missstände|missständen|scheitern)
        """,
        "Fragen Sie: „Was lief gut, und was lief weniger gut?“",
    ),
    phrases(
        rf"""
        (?:zu|so) (?:hoch|hoh|niedrig|schwer|viel|wenig|lang|kurz|streng|langsam|spät|groß|klein|vage|schwierig|hart|langweilig|gering){_ENDING}
        (?:überlastung|überlastet|überarbeitet|unterbesetzt|unterbesetzung|unterbezahlt|unterbezahlung|überforderung|überfordert)
        (?:der |den |dem )?(?:mangel|fehlen) an
        (?:fehlende|mangelnde|unzureichende|ständige|dauernde|hohe|geringe|niedrige|übermäßige)[nmrs]? \w+
        """,
        "Fragen Sie, wie es war, nicht wie schlimm: „Wie war das für Sie?“",
    ),
    phrases(
        r"""
        (?:unglücklich|unzufrieden|wütend|verärgert|demotiviert|unmotiviert|ausgebrannt|frustriert)
        (?:gemobbt|ignoriert|übergangen|benachteiligt|gezwungen|unterschätzt|bestraft|ausgeschlossen|diskriminiert|ausgegrenzt|schikaniert)
        """,
        "Fragen Sie: „Wie fühlten Sie sich in Ihrer Arbeit?“",
        topical=False,
    ),
    phrases(
        rf"""
        wie (?:schlimm|schlecht|anstrengend|stressig|ermüdend|langweilig|unangenehm|ungesund|unsicher|belastend)(?! oder)
        wie sehr (?:haben|hassten|liebten|mochten) sie
        wann haben sie (?:\w+ ){{0,3}}?aufgehört
        {CLAUSE}(?:verstehen|wissen|wussten) sie, dass
        wie viel (?:mehr|schlechter|besser|schöner|angenehmer)
        """,
        "Fragen Sie: „Wie war das für Sie?“",
    ),
)
