"""Dutch words for the subjects of exit interviews, each with a neutral question."""

from uitzicht.core.questions.patterns import topic

TOPICS = (
    topic(
        "*loon lonen *salaris* verloning bezoldiging *vergoeding* premie* bonus* voordelen *voorwaarden *cheques pensioensparen bedrijfswagen leaseauto",
        "Hoe kijk je naar je loon en de andere voorwaarden?",
    ),
    topic(
        "*uren *rooster* *tijd *tijden *schema's uurregeling flexibiliteit overuren deeltijd* glijtijd *verlof verlofdagen vakantiedagen recup* compensatie* telewerk* thuiswerk* adv-dagen",
        "Hoe kijk je naar je werktijden?",
    ),
    topic(
        "chef* baas bazen leidinggevende* manager* overste* *leider* *verantwoordelijke directeur directie bestuur management leiding ploegbaas",
        "Hoe heb je het werken met je leidinggevende beleefd?",
    ),
    topic("collega* team teams teamgenoten ploeg ploegen ploeggenoten", "Hoe was het om met je collega's te werken?"),
    topic("werkdruk *druk stress *belasting werklast werktempo tempo", "Hoe ervaarde je de werkdruk?"),
    topic(
        "opleiding* *training* cursus* vorming* bijscholing* leerkansen ontwikkeling",
        "Hoe ging het met nieuwe dingen leren in je werk?",
    ),
    topic(
        "*loopbaan* doorgroei* groeikansen promotie* carrière* loopbaankansen vooruitzichten",
        "Hoe zag je je loopbaan hier?",
    ),
    topic(
        "licht verlichting geluid lawaai temperatuur *plek *ruimte* kantoor kantoren gebouw* werkomgeving atelier",
        "Hoe was de plek waar je werkte voor jou?",
    ),
    topic(
        "*apparatuur apparaten toestel* programma's software *middelen materiaal gereedschap* machine* computer* laptop* gsm telefoon",
        "Hoe zat het met de middelen die je voor je werk nodig had?",
    ),
    topic(
        "regel* afspra* procedure* beleid* beleidsregels planning* taakverdeling werkverdeling",
        "Hoe was het werk hier georganiseerd?",
    ),
    topic(
        "*overleg *vergadering* communicatie feedback informatie *gesprekken functioneringsgesprek*",
        "Hoe verliep het overleg in je team?",
    ),
    topic("*sfeer *cultuur waarden", "Hoe was de sfeer voor jou?"),
    topic("taak taken *inhoud takenpakket opdrachten projecten verantwoordelijkheden", "Hoe kijk je naar je taken?"),
    topic("onthaal inwerk* onboarding", "Hoe ging het inwerken?"),
    topic("klant* patiënt* cliënt* bewoner* reiziger* leerling*", "Hoe was het contact met klanten?"),
    topic("afdeling* dienst diensten departement*", "Hoe was het om met andere afdelingen te werken?"),
    topic("reistijd verplaatsing* woon-werkverkeer *verkeer", "Welke rol speelde de reistijd?"),
)
