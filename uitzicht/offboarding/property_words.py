"""How lists of property call their columns and kinds, in four languages."""

from uitzicht.offboarding.vocabulary import PropertyKind

# column -> names, as ``plain`` writes them: nl, fr, en, de.
NAMES = {
    "employee_number": (
        *("personeelsnummer", "stamnummer", "matricule", "numero de personnel", "employee number", "employee id"),
        *("personalnummer", "mitarbeiternummer"),
    ),
    "kind": ("soort", "spullen", "materiaal", "type", "materiel", "kind", "property", "item", "art", "gegenstand"),
    "label": (
        *("kenmerk", "serienummer", "nummerplaat", "omschrijving", "numero de serie", "description", "reference"),
        *("label", "serial number", "serial", "licence plate", "seriennummer", "bezeichnung", "kennzeichen"),
    ),
    "handed_out_on": (
        *("uitgereikt op", "datum", "datum uitreiking", "remis le", "date", "date de remise", "handed out on"),
        *("handed out", "ausgegeben am", "ausgabedatum"),
    ),
}
WORDS = {
    PropertyKind.LAPTOP: ("laptop", "computer", "pc", "ordinateur", "ordinateur portable", "notebook"),
    PropertyKind.PHONE: ("telefoon", "gsm", "smartphone", "telephone", "phone", "mobile", "telefon", "handy"),
    PropertyKind.CAR: ("wagen", "bedrijfswagen", "auto", "voiture", "voiture de societe", "car", "company car", "firmenwagen"),
    PropertyKind.BADGE: ("badge", "toegangsbadge", "ausweis", "access badge"),
    PropertyKind.KEY: ("sleutel", "sleutels", "cle", "cles", "key", "keys", "schlussel"),
    PropertyKind.CARD: ("tankkaart", "betaalkaart", "kredietkaart", "carte carburant", "carte", "fuel card", "card", "tankkarte"),
    PropertyKind.CLOTHING: ("werkkledij", "werkkleding", "kledij", "vetements", "clothing", "work clothing", "arbeitskleidung"),
    PropertyKind.OTHER: ("ander", "iets anders", "andere", "autre", "other", "sonstiges"),
}  # fmt: skip
