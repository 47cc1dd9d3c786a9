"""French, of Belgium and of France."""

from uitzicht.core.questions.languages.fr.grammar import PRONOUN
from uitzicht.core.questions.languages.fr.topics import TOPICS
from uitzicht.core.questions.languages.fr.wordings import LEADING, LOADED, PRESUMING
from uitzicht.core.questions.patterns import wording
from uitzicht.core.questions.vocabulary import Advice, Language

FRENCH = Language(
    asks=wording(
        r"(?:(?:et|mais|donc) )?(?:(?:à|en|dans|avec|de|d'|pour|par|sur|chez|depuis|vers|pendant|sous|parmi) ?)?(?:comment|que|qu'[\w'-]+|qui|quoi|quels?|quelles?|lesquels|lesquelles|laquelle|lequel|duquel|combien|pourquoi|où|quand(?! vous [^\s-]+\b(?!-)))"
    ),
    closed=wording(
        rf"(?:(?:et|mais|donc) )?(?P<place>est-ce qu(?:e|'[\w'-]+)|(?:n'|l')?(?:y )?(?:(?:le|la|les|vous|en|y|ne) |l'|n'|y )?[^\W\d_]+-(?:t-)?{PRONOUN}(?: eue?)?)"
    ),
    closed_if_marked=wording(
        rf"(?:(?:et|mais|donc) )?(?P<place>(?:votre|vos|notre|nos|le|la|les|l'|mon|ma|mes|cela|ce|cette|ces)(?:(?<=')| )(?:(?!comment|quel|combien|pourquoi|quoi)[^?,]){{0,60}}?[^\W\d_]+-(?:t-)?{PRONOUN}|(?:déjà|jamais)(?: \w+)?)"
    ),
    subject=wording(r"(?:vous|tu|on|il|elle) (?!\S+-(?:vous|tu|on|il|elle))\w+"),
    invites=wording(
        r"(?:pouvez|pourriez|voulez|voudriez|souhaitez|souhaiteriez|aimeriez|puis)-(?:vous|je) [^?]*?(?:raconter|décrire|expliquer|exemples?|préciser|dire|parler|détailler|illustrer|partager|ajouter|développer|esquisser)"
    ),
    judges=wording(
        r"(?:était-ce|est-ce(?! qu)|étiez-vous|êtes-vous|trouviez-vous|trouvez-vous|avez-vous trouvé|(?:vos?|votre|les?|la|l').*(?:était|étaient|est|sont)-.*)"
    ),
    exists=wording(r"(?:y (?:a|avait|eut)-t-il|y avait-il)(?: eue?)?|est-ce qu'il(?: y)?"),
    joiners=wording(
        r"""
        (?:aussi bien|tant|autant) [^?]{1,50}? (?P<joiner>que)
        ainsi que
        de même que
        mais aussi
        et aussi
        et
        ou
        """
    ),
    choices=wording("ou"),
    determiners=wording(r"(?:le|la|les|un|une|des|du|votre|vos|notre|nos|mon|ma|mes|ce|cet|cette|ces|leur|leurs)"),
    times=wording(r"(?:jours?|journées?|semaines?|mois|an|ans|années?|heure|moments?|périodes?)"),
    together=wording(r"entre|ensemble|mutuellement|l'un l'autre|les uns les autres"),
    harmless=wording(
        r"""
        (?:vie )?(?:privée|familiale|personnelle) et (?:votre |la |le )?(?:vie )?(?:travail|professionnelle)
        (?:travail|vie professionnelle) et (?:votre |la )?(?:vie )?(?:privée|familiale|personnelle|famille)
        (?:les |vos )?(?:points )?(?:forts|positifs) et (?:les |vos )?(?:points )?(?:faibles|négatifs)
        (?:les )?(?:forces|avantages|plus) et (?:les )?(?:faiblesses|inconvénients|moins)
        (?:plus ou moins|de temps en temps|çà et là|jour et nuit)
        (?:bien|bon|bonne|bons|bonnes)[^?.]{0,40}? (?:et|ou) [^?.]{0,30}?(?:moins bien|mal|mauvaise?s?)
        mauvaise?s? ou bonn?e?s?
        (?:juste|injuste)s? ou (?:juste|injuste)s?
        (?:in)?satisfaite?s? ou (?:in)?satisfaite?s?
        si (?:oui|non|c'est le cas)
        (?:questions et (?:remarques|commentaires)|famille et (?:vos |à vos )?amis|amis et (?:votre |à votre )?famille)
        (?:le|la|les) plus \W?(?:et|ou) (?:le |la |les )?moins
        (?:facile|difficile)s? ou (?:facile|difficile)s?
        d'accord ou (?:pas|non)
        (?:femmes et hommes|hommes et femmes|les femmes et les hommes)
        """
    ),
    leading=LEADING,
    loaded=LOADED,
    presuming=PRESUMING,
    topics=TOPICS,
    advice=Advice(
        extent="Dans quelle mesure",
        open="Commencez par « quel », « que » ou « comment », ou demandez : « Que pouvez-vous en dire ? »",
        statement="Faites-en une question ouverte : commencez par « comment » ou « que ».",
        split="Faites-en deux questions : « {first} » et « {second} »",
        two="Posez deux questions : une sur « {first} », une sur « {second} ».",
        shorten="Dites-le en {limit} mots au plus : commencez par le mot interrogatif, sans subordonnées.",
        keep="Gardez l'essentiel : « {question} »",
        plain="Ôtez « {words} » et demandez ce qui s'est passé.",
        mark=" ?",
    ),
)
