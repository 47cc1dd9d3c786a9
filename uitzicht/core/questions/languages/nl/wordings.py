"""Dutch wordings that lead, load or presume, each with a proposal."""

from uitzicht.core.questions.languages.nl.grammar import CLAUSE, STATED, VERB, YOU
from uitzicht.core.questions.patterns import phrases

LEADING = (
    phrases(
        rf"""
        {CLAUSE}(?P<place>{VERB} (?:{YOU}|het|er|dat|dit|we) (?:het |er |dat |dan |zelf )?(?:ook |toch |eigenlijk )?niet)
        """,
        "Laat de ontkenning weg en begin met „hoe” of „wat”.",
    ),
    phrases(
        rf"""
        (?:vind|vindt|vond|denk|denkt|dacht|voel|voelt|voelde|merk|merkte) {YOU} (?:het |dat |er )?(?:ook|toch)
        (?:ben|bent|was|zijn) (?:{YOU}|we) het (?:er|daar)? ?(?:ook |niet )?(?:mee|over) eens
        (?:ermee|erover) eens
        ga {YOU} (?:ermee )?akkoord
        akkoord dat
        (?:klopt het|is het (?:waar|zo|juist)|het is toch(?: zo)?) dat
        {YOU} (?:zult|zal|zou|moet|kunt|kan) (?:\w+ ){{0,2}}?(?:toegeven|begrijpen|erkennen)
        geef toe
        wees eerlijk
        {YOU} (?:vindt|vond|bent|was|hebt|had) toch
        """,
        "Vraag het zonder jouw mening: begin met „hoe” of „wat”.",
    ),
    phrases(
        rf"{STATED}(?P<place>toch|nietwaar|niet waar|niet|hè|hé|he|of niet(?: soms)?)(?= ?\?)",
        "Laat het slot weg en begin met „hoe” of „wat”.",
    ),
    phrases(
        rf"""
        zoals (?:je|jij|u|jullie|iedereen|we)(?: \w+)? (?:weet|weten|wist)
        zoals (?:algemeen |wel )?bekend
        het is (?:algemeen )?bekend dat
        {CLAUSE}(?P<place>(?:iedereen|elke collega)(?: hier)? \w+)
        {CLAUSE}(?:de |heel )?(?:meeste|veel|alle|andere|wat) (?:mensen|collega's|medewerkers|vertrekkers|anderen|teamleden) (?:vinden|vonden|zeggen|zeiden|denken|zijn|waren|klagen|hebben|noemen|willen)
        (?:ik|wij|we) (?:neem|nemen|ga|gaan) (?:aan|ervan uit)
        neem ik aan
        (?:volgens|uit) (?:ons|onze|het|de) (?:eerdere )?(?:onderzoek|enquête|cijfers|experts)
        """,
        "Laat weg wat anderen vinden en vraag: „Hoe kijk jij hiernaar?”",
    ),
    phrases(
        r"(?:natuurlijk(?! licht| verloop)|uiteraard|vanzelfsprekend|ongetwijfeld|overduidelijk|immers|vast en zeker|logischerwijs|toch wel)"
    ),
)
LOADED = (
    phrases(
        r"""
        (?:vreselijk|verschrikkelijk|afschuwelijk|waardeloo[sz]|belachelijk|schandalig|schandelijk|rampzalig|ellendig|hels|onmenselijk)e?
        (?:oneerlijk|onrechtvaardig|onbekwaam|onbekwame|incompetent|onprofessionee?l|ondermaats|slordig|lui|laks|onkundig|absurd|zwak|zwakk|slap|slapp|dom|domm)e?
        (?:toxisch|giftig|ziekelijk|chaotisch|rommelig|hopeloo[sz]|hopelo[sz]|ondraaglijk|ondraaglijke|onwerkbaar|onwerkbare|wantrouwig)e?
        (?:slecht|beroerd|abominabel|pover|schamel)e?
        (?:fantastisch|geweldig|schitterend|uitstekend|prachtig|fenomenaal|ongelofelijk|super|uniek|mooi)e?
        (?:zogezegd|zogenaamd|zogeheten)e?
        (?:autoritair|bazig|arrogant|egoïstisch|koppig|onredelijk|overdreven|onterecht|ondankbaar|ontrouw|deloyaal|loyaal|loyale)e?
        """
    ),
    phrases(
        r"""
        (?:chaos|puinhoop|ramp|hel|ellende|warboel|rotzooi|zootje|janboel|knoeiboel|circus)
        (?:wanbeleid|wanbeheer|uitbuiting|slavernij|vriendjespolitiek|willekeur|machtsspel\w*|machtsmisbruik|pesterij\w*)
        (?:gezeur|geklaag|gezaag|geklets|gedoe|geroddel|gejammer|bullshit)
        (?:micromanag\w+|kadaverdiscipline|schrikbewind)
        """,
        "Benoem wat er gebeurde, zonder oordeel: „Hoe ging het met …?”",
    ),
    phrases(
        r"""
        in de steek (?:te )?(?:laten|liet|gelaten)
        (?:de handdoek in de ring|het zinkende schip|weglopen|wegvluchten|het opgeven|het op te geven|het opgegeven|het opgaf|deserteren)
        (?:verraad|verraden|verraadde|gedumpt|laten vallen|aan je lot overgelaten|weggepest|buitengewerkt)
        (?:zeuren|zeurde|moeilijk doen|lastig doen)
        """,
        "Noem het gewoon vertrekken: „Hoe kwam je tot je beslissing?”",
        topical=False,
    ),
)
PRESUMING = (
    phrases(
        rf"""
        waarom (?:{VERB}|zei|vroeg|kwam|nam|zocht|gaf|sprak|meldde) {YOU} (?:\w+ ){{0,4}}?(?:niet|nooit|geen|niets|niemand)
        hoe (?:komt|kwam) het dat {YOU} (?:\w+ ){{0,4}}?(?:niet|nooit|geen|niets)
        """,
        "Vraag: „Wat hielp je daarbij, en wat hield je tegen?”",
        topical=False,
    ),
    phrases(
        r"""
        (?:het |de )?(?:ergst|slechtst|vervelendst|minst goed)e?
        (?:stoorde|stoort|ergerde|ergert|irriteerde|frustreerde|haatte|tegenviel|tegengevallen|teleurstelde)
        viel (?:\w+ ){0,3}?tegen
        (?:hekel|ergernis|ergernissen|frustratie|frustraties)
        """,
        "Vraag: „Wat vond je goed, en wat minder?”",
    ),
    phrases(
        r"""
        (?:gaat|ging|liep|loopt|is|was) er (?:\w+ ){0,3}?(?:mis|fout|verkeerd|scheef)(?:gelopen|gegaan)?
        (?:mis|fout)(?: ging| liep|gelopen|gegaan)
        (?:deden|doen|hebben) (?:we|wij) (?:\w+ )?(?:fout|verkeerd|mis)
        (?:schort|scheelt|scheelde|mankeert|mankeerde)(?: er)?
        """,
        "Vraag: „Wat ging goed, en wat kon beter?”",
    ),
    phrases(
        r"""
        wiens (?:schuld|fout)
        (?:de |jouw |je )?(?:schuld|schuldig|schuldige)(?: van)?
        wie (?:is|was) (?:er )?(?:verantwoordelijk voor|de oorzaak van) (?:je|jouw|het) vertrek
        """,
        "Vraag: „Wat speelde mee in je beslissing?”",
        topical=False,
    ),
    phrases(
        r"""
        om (?:je|jou|u) (?:\w+ ){0,2}?(?:te (?:be)?houden|te laten blijven|te doen blijven|te overtuigen|te overhalen)
        (?:zou|had|hadden)(?: we| wij)? (?:je|jou|u) (?:\w+ ){0,2}?(?:doen blijven|kunnen houden|overtuigen|doen twijfelen)
        waardoor (?:was|zou) (?:je|u) (?:toch |wel )(?:\w+ ){0,2}?(?:blijven|gebleven)
        van gedachten (?:doen )?verander\w*
        (?:je|jouw) vertrek (?:\w+ )?(?:voorkomen|tegenhouden|vermijden)
        """,
        "Vraag: „Wat speelde mee in je beslissing?”",
        topical=False,
    ),
    phrases(
        r"""
        (?:welke|wat voor|hoeveel) (?:\w+ )?(?:problemen|conflicten|ruzies|klachten|moeilijkheden|fouten|spanningen|tekortkomingen|misverstanden)(?: (?:had|hebt|heb|ervaarde|kende|waren) (?:je|jij|u|er))?
        (?:het|de|dat|die) (?:\w+ )?(?:conflict|conflicten|ruzie|ruzies|problemen|spanningen|onvrede|klachten|mislukking|pestgedrag)
        """,
        "Vraag: „Wat liep er goed, en wat liep er minder goed?”",
    ),
    phrases(
        r"""
        te (?:hoog|hoge|kort|korte|zwaar|zware|laag|lage|veel|weinig|lang|lange|druk|drukke|streng|strenge|traag|trage|laat|late|groot|grote|klein|kleine|vaag|vage|moeilijk|moeilijke|saai|saaie)
        (?:teveel|overbelasting|onderbezetting|onderbetaald|overbelast)
        (?:gebrek|tekort)(?:en)? aan
        (?:de|het|je|die|dat|deze|dit|onze|zo'n) (?:hoge|lage|zware|gebrekkige|trage|constante|voortdurende) \w+
        zo (?:kort|weinig|slecht|laag|hoog|traag|moeilijk|streng|druk|veel stress)
        """,
        "Vraag hoe het was, niet hoe erg: „Hoe was dat voor jou?”",
    ),
    phrases(
        r"""
        (?:ongelukkig|ontevreden|gefrustreerd|teleurgesteld|boos|kwaad|verbitterd|ongemotiveerd|gedemotiveerd|uitgeblust|opgebrand|overwerkt|beu)
        (?:gepest|genegeerd|gepasseerd|benadeeld|gedwongen|miskend|gestraft|uitgesloten|gediscrimineerd|tegengewerkt)
        """,
        "Vraag: „Hoe voelde je je in je werk?”",
        topical=False,
    ),
    phrases(
        rf"""
        hoe (?:erg|slecht|zwaar|frustrerend|stresserend|stressvol|vermoeiend|vervelend|teleurstellend|ongezond|saai|onveilig|oneerlijk)(?! of| woog| weegt)
        hoe hard (?:haatte|miste)
        wanneer (?:stopte|hield) (?:je|u) (?:er )?(?:mee|met|op)
        {CLAUSE}(?:begrijp|begrijpt|besef|beseft|weet|wist) (?:je|u),? dat
        hoeveel (?:slechter|beter|leuker|aangenamer|meer)
        """,
        "Vraag: „Hoe was dat voor jou?”",
    ),
)
