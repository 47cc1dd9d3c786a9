"""Pieces of German sentences, as pieces of patterns."""

from uitzicht.core.questions.patterns import begins, either, stated

WHERE = "wo(?:bei|durch|für|gegen|her|hin|mit|nach|ran|rauf|raus|rin|rüber|rum|runter|von|vor|zu)?"
VERB = either(
    r"""
    ist sind war waren hat habe haben hatte hatten wird werden wurde wurden kann können konnte konnten könnte
    könnten darf dürfen durfte durften muss müssen musste mussten soll sollen sollte sollten will wollen wollte
    wollten möchte möchten würde würden hätte hätten wäre wären gibt gab finden fanden fühlen fühlten denken dachten
    bekamen bekommen erhielten stimmt stimmen glauben meinen
    """
)
NO_VERB = either(
    r"""
    wie\w* was wer wen wem wessen welche\w* wo\w* wann warum weshalb weswegen inwie\w+ wenn als ob dass weil da
    obwohl falls sofern nachdem bevor während seit seitdem bis in an auf bei mit nach von vor zu zum zur im am beim
    vom aus für über unter um durch gegen ohne wegen trotz neben zwischen hinter laut und oder aber denn sondern
    auch nur sogar alle alles sie ihr\w* der die das den dem ein\w* unser\w* es so rückblickend insgesamt erzählen
    beschreiben schildern nennen stellen
    """
)
PRONOUN = either(
    r"""
    sie es man er wir ich ihnen sich alle alles genug jemand etwas manche andere
    """
)
ARTICLE = either(r"ihre?[nmrs]? der die das den dem eine?[nmr]? unsere?[nmrs]? dies\w*")
SUBJECT = rf"(?:{PRONOUN}|{ARTICLE} [^\W\d_]+)"
CLAUSE = begins("und aber")
STATED = stated(rf"wie was wer wen wem wessen welche\w* {WHERE} wann warum weshalb inwie\w+")
