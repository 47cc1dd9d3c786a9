"""French wordings that lead, load or presume, each with a proposal."""

from uitzicht.core.questions.languages.fr.grammar import CLAUSE, PRONOUN, STATED
from uitzicht.core.questions.patterns import phrases

LEADING = (
    phrases(
        rf"""
        {CLAUSE}(?P<place>n(?:e |')(?:y )?[\w']+(?:-t)?-(?:y-)?{PRONOUN}(?: aussi)? (?:pas|plutôt|jamais))
        """,
        "Ôtez la négation et commencez par « comment » ou « que ».",
    ),
    phrases(
        r"""
        vous ne (?:trouvez|pensez|croyez|diriez|voyez) pas
        (?:êtes-vous|seriez-vous|vous êtes|vous serez|es-tu) (?:bien |aussi |sans doute )?d'accord(?: pour dire)?
        d'accord (?:pour dire|avec le fait|que)
        (?:n'est-il pas|est-il) (?:vrai|exact|juste)(?: que)?
        il est (?:clair|évident)(?: que)?
        (?:trouvez|pensez|croyez)-vous aussi
        (?:avouez|reconnaissez|admettez|avouez-le|soyez honnête|soyons honnêtes)
        vous (?:devez|devrez|allez) (?:bien )?(?:avouer|reconnaître|admettre)
        vous (?:avouerez|reconnaîtrez|admettrez|conviendrez|comprendrez)(?: que)?
        """,
        "Demandez-le sans votre avis : commencez par « comment » ou « que ».",
    ),
    phrases(
        rf"{STATED}(?P<place>n'est-ce pas|non|oui|hein|pas vrai|si|d'accord|vrai|n'est-il pas)(?= ?\?)",
        "Ôtez la fin et commencez par « comment » ou « que ».",
    ),
    phrases(
        rf"""
        comme (?:vous|nous|chacun|on)(?: le| l')? ?(?:savez|savons|sait)(?: tous)?
        comme (?:tout le monde|chacun) (?:le )?(?:sait|dit)
        (?:il est|c'est) (?:bien |généralement )?connu que
        {CLAUSE}(?P<place>(?:tout le monde|chacun|chaque collègue)(?: ici)? \w+)
        {CLAUSE}la plupart (?:des|de vos|de nos|de mes) (?:gens|personnes|collègues|membres|employés|salariés|travailleurs)
        {CLAUSE}(?:beaucoup|nombre) de (?:vos |nos )?(?:gens|personnes|collègues|employés|salariés|travailleurs) (?:trouvent|disent|pensent|sont|étaient|aiment|se plaignent)
        {CLAUSE}(?:les autres|vos collègues|tous vos collègues) (?:trouvent|disent|pensent|aiment|se plaignent)
        (?:je|nous) (?:suppose|supposons|présume|imagine|pars du principe)
        j'imagine
        (?:des|les|nos) (?:études|enquêtes|experts|chiffres) (?:montrent|disent|prouvent)
        """,
        "Ôtez ce que pensent les autres et demandez : « Quel regard portez-vous là-dessus ? »",
    ),
    phrases(
        r"(?:évidemment|naturellement|bien sûr|bien entendu|sans aucun doute|sans doute|forcément|certainement|bien évidemment|logiquement)"
    ),
)
LOADED = (
    phrases(
        r"""
        (?:affreu[xs]|affreuses?|horribles?|terribles?|épouvantables?|abominables?|lamentables?|ridicules?|absurdes?|scandaleu[xs]|scandaleuses?|honteu[xs]|honteuses?|catastrophiques?|minables?|infern(?:al|ale|aux|ales)|inhumaine?s?|inhumains?)
        (?:injustes?|injustement|incompétente?s?|incompétents?|incapables?|nul(?:le)?s?(?! part)|paresseu[xs]|paresseuses?|négligente?s?|médiocres?|stupides?|faibles?(?! ou))
        (?:toxiques?|chaotiques?|malsaine?s?|insupportables?|intenables?|désastreu[xs]|désastreuses?|invivables?)
        (?:mauvais|mauvaise|mauvaises|piètres?|déplorables?)
        (?:formidables?|fantastiques?|géni(?:al|ale|aux|ales)|merveilleu[xs]|merveilleuses?|excellente?s?|excellents?|extraordinaires?|superbes?|magnifiques?|uniques?|généreu[xs]|généreuses?|belles?|beaux)
        (?:soi-disant|prétendue?s?|prétendus?)
        (?:autoritaires?|tyranniques?|arrogante?s?|arrogants?|égoïstes?|têtue?s?|déraisonnables?|exagérée?s?|exagérés?|ingrate?s?|ingrats?|déloy(?:al|ale|aux|ales)|loy(?:al|ale|aux|ales))
        """
    ),
    phrases(
        r"""
        (?:chaos|pagaille|bazar|bordel|désastre|catastrophe|enfer|cauchemar|misère|galère|cirque|foutoir)
        (?:exploitation|esclavage|copinage|favoritisme|népotisme|piston|jeux de pouvoir|abus de pouvoir|mauvaise gestion)
        (?:jérémiades|commérages|ragots|bêtises|chichis|pleurnicheries|plaintes incessantes)
        (?:flicage|micro-?management|dictature|règne de la terreur)
        """,
        "Nommez ce qui s'est passé, sans jugement : « Comment se passait … ? »",
    ),
    phrases(
        r"""
        (?:abandonner|abandonné|abandonniez|abandon|déserter|déserté|trahir|trahi|trahison|laisser tomber|laissé tomber|fuir|fui|fuyez|fuyiez)
        (?:jeter l'éponge|jeté l'éponge|quitter le navire|quitté le navire|claquer la porte|claqué la porte|tourner le dos|tourné le dos|baisser les bras|baissé les bras)
        (?:râler|pleurnicher|faire des histoires)
        """,
        "Parlez simplement de départ : « Comment avez-vous pris votre décision ? »",
        topical=False,
    ),
)
PRESUMING = (
    phrases(
        r"""
        pourquoi (?:est-ce que )?(?:vous )?n(?:e |')(?:\w+ |[ly]')?[\w'-]+(?: vous)? (?:pas|jamais|rien|plus|aucune?)
        comment se fait-il que vous n(?:e |')\w+ (?:pas|jamais|rien)
        """,
        "Demandez : « Qu'est-ce qui vous y aidait, et qu'est-ce qui vous freinait ? »",
        topical=False,
    ),
    phrases(
        r"""
        (?:le (?:plus|moins) )?(?:déplu|déplaisait|déplaît|dérangée?|dérangeait|dérange|agacée?|agaçait|agace|énervée?|énervait|énerve|irritée?|irritait|irrite|déçue?|décevait|exaspérée?|exaspérait|détesté|détestiez|gênée?|gênait)
        (?:le|la|les) pires?(?: chose)?
        (?:frustrante?s?|frustrants?|frustration|frustrations|décevante?s?|décevants?|agacement)
        pos(?:e|ait|é)(?: le plus)? (?:de )?problèmes?
        """,
        "Demandez : « Qu'est-ce que vous trouviez bien, et moins bien ? »",
    ),
    phrases(
        r"""
        (?:n'allait|n'allaient|ne va|ne vont|ne marchait|ne fonctionnait) pas(?: bien)?
        (?:n'a|n'est) pas (?:bien )?(?:allée?|fonctionné|marché)
        (?:tourné|allait|allée?|passée?|fait de) (?:mal|de travers)
        (?:de travers|mal tourné|mal passé|mal passée|mal fait|raté|cloché|clochait|cloche)
        """,
        "Demandez : « Qu'est-ce qui allait bien, et qu'est-ce qui pourrait aller mieux ? »",
    ),
    phrases(
        r"""
        à qui (?:est |revient )?la faute
        (?:à cause de|par) qui (?:partez-vous|est-ce que vous partez)
        (?:la |est la |en est la )?(?:faute|coupables?)(?: de| à)?
        qui (?:est|était) (?:le |la )?responsable de votre départ
        """,
        "Demandez : « Qu'est-ce qui a joué dans votre décision ? »",
        topical=False,
    ),
    phrases(
        r"""
        (?:pour|afin de) (?:vous (?:retenir|garder|convaincre|persuader|faire rester|faire changer d'avis)|que vous restiez)
        (?:vous (?:aurait|auraient) (?:fait rester|retenue?|convaincue?)|vous faire (?:rester|changer d'avis)|changer d'avis)
        (?:éviter|empêcher|évité|empêché) votre départ
        vous empêcher de partir
        """,
        "Demandez : « Qu'est-ce qui a joué dans votre décision ? »",
        topical=False,
    ),
    phrases(
        r"""
        (?:quels?|quelles?|combien de) (?:\w+ )?(?:problèmes|conflits|disputes|difficultés|plaintes|erreurs|fautes|tensions|frustrations|manquements|malentendus)(?: (?:aviez-vous|avez-vous(?: \w+)?|rencontriez-vous|y avait-il))?
        (?:le|les|ce|ces) (?:\w+ )?(?:conflits?|disputes?|problèmes|tensions|mécontentement|échecs?|plaintes)
        """,
        "Demandez : « Qu'est-ce qui se passait bien, et moins bien ? »",
    ),
    phrases(
        r"""
        (?:trop|si|tellement) (?:élevée?s?|lourde?s?|bas|basse|basses|courte?s?|courts|peu|de travail|longue?s?|long|longs|strictes?|lente?s?|tard|grande?s?|petite?s?|vagues?|difficiles?|dure?s?|chargée?s?|souvent)
        (?:excessi(?:f|ve|fs|ves)|irréalistes?|écrasante?s?|surcharge|surmenage|sous-effectif|sous-payée?s?)
        (?:le |du )?manque de
        (?:salaire|charge|pression|horaires?|formation) (?:insuffisante?s?|insuffisants?|élevée?|lourde|bas|constante|permanente|incessante)
        """,
        "Demandez comment c'était, non à quel point : « Comment le viviez-vous ? »",
    ),
    phrases(
        r"""
        (?:malheureu[xs]|malheureuses?|mécontente?s?|insatisfaite?s?|frustrée?s?|fâchée?s?|en colère|démotivée?s?|épuisée?s?|dégoûtée?s?|à bout|ras-le-bol)
        (?:harcelée?s?|ignorée?s?|écartée?s?|désavantagée?s?|forcée?s?|sous-estimée?s?|punie?s?|exclue?s?|discriminée?s?|mise? de côté)
        """,
        "Demandez : « Comment vous sentiez-vous dans votre travail ? »",
        topical=False,
    ),
    phrases(
        rf"""
        à quel point [^?]{{0,50}}?(?<!\w)(?<!ou\s)(?:pénible|dure|stressante?|épuisante?|désagréable|ennuyeu[xs]e?|malsaine?|dangereu[xs]e?|difficile)s?(?! ou)
        (?:combien|à quel point) (?:aimiez|adoriez|détestiez)-vous
        quand avez-vous (?:cessé|arrêté) d(?:e|'\w+)
        {CLAUSE}(?:comprenez|savez|réalisez|saviez)-vous qu(?:e|'\w+)
        combien (?:mieux|pire)
        combien [^?,]{{0,40}}? de plus
        """,
        "Demandez : « Comment le viviez-vous ? »",
    ),
)
