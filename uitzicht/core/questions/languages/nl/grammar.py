"""Pieces of Dutch sentences, as pieces of patterns."""

from uitzicht.core.questions.patterns import begins, either, stated

HOW = r"hoe(?:veel|verre|zeer|lang|ver|zo)?"
WHERE = r"waar(?:aan|achter|bij|door|heen|in|mee|naar|om|onder|op|over|tegen|toe|uit|van|voor)?"
YOU = either("je jij u jullie")
VERB = either(
    r"""
    ben bent is zijn was waren heb hebt heeft hebben had hadden word wordt worden werd werden kan kun kunt kunnen
    kon konden mag mogen mocht moet moeten moest moesten zal zul zult zullen zou zouden wil wilt wilde wou doe doet
    deed ga gaat ging gingen vind vindt vond vonden denk denkt dacht voel voelt voelde voelden krijg krijgt kreeg
    kregen klopt bestaat bestond blijft bleef ervaar ervaarde
    """
)
NO_VERB = either(
    r"""
    hoe\w* wat wie wiens welke? waar\w* wanneer als indien toen terwijl omdat doordat zodat dat of zoals sinds nadat
    voordat tot totdat hoewel met zonder van voor na in op bij aan uit over onder boven binnen buiten naast tegen
    tijdens volgens door naar om per rond tussen vanaf via wegens dankzij behalve en maar dus ook vooral alleen
    zowel alle al zelfs samen niet noem vertel beschrijf denk stel jouw uw
    """
)
PRONOUN = either(
    r"""
    je jij u jullie er het men we ik ze iemand iets dat dit deze die alles genoeg
    """
)
ARTICLE = either(r"de een jouw uw onze ons alle")
SUBJECT = rf"(?:{PRONOUN}|{ARTICLE} [^\W\d_]+)"
CLAUSE = begins("en maar")
STATED = stated(f"{HOW} wat wie wiens welke? {WHERE} wanneer waarom")
