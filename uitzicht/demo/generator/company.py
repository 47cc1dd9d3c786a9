"""Havenlicht, an invented port company: its units, their size, their ladder of positions."""

from dataclasses import dataclass

NAME = "Havenlicht"
DOMAIN = "havenlicht.example"

# A team with a manager problem, and the teams that work at night. Nothing says so on any page: it is there to be found.
TROUBLED_TEAM = ("Magazijn", "Uitslag")
HR_TEAM = ("Mensen en middelen", "HR")
LEADERS_DIVISION = ("Magazijn",)


@dataclass(frozen=True)
class Team:
    """``ladder``: titles from first to last step. ``leaving``: how often people leave, against the company."""

    path: tuple[str, ...]
    size: int
    ladder: tuple[str, ...]
    lead: str
    family: str
    night: bool = False
    leaving: float = 0.8


@dataclass(frozen=True)
class Branch:
    """A unit above teams; ``lead`` is the title of who leads it."""

    path: tuple[str, ...]
    lead: str


BRANCHES = (
    Branch((), "Algemeen directeur"),
    Branch(("Terminal",), "Directeur terminal"),
    Branch(("Terminal", "Kades"), "Kadehoofd"),
    Branch(("Magazijn",), "Directeur magazijn"),
    Branch(("Transport",), "Directeur transport"),
    Branch(("Techniek",), "Directeur techniek"),
    Branch(("Klanten en douane",), "Directeur klanten en douane"),
    Branch(("Systemen",), "Directeur systemen"),
    Branch(("Mensen en middelen",), "Directeur mensen en middelen"),
)

_DOCK = ("Havenarbeider", "Ervaren havenarbeider", "Kadebegeleider")
_STORE = ("Magazijnmedewerker", "Ervaren magazijnmedewerker", "Voorraadbeheerder")
_TECHNIC = ("Onderhoudstechnicus", "Ervaren onderhoudstechnicus", "Technisch specialist")
_OFFICE = ("Administratief medewerker", "Dossierbeheerder", "Senior dossierbeheerder")

TEAMS = (
    Team(("Terminal", "Kades", "Kade Noord"), 30, _DOCK, "Ploegleider", "Havenwerk"),
    Team(("Terminal", "Kades", "Kade Zuid"), 28, _DOCK, "Ploegleider", "Havenwerk"),
    Team(("Terminal", "Kades", "Nachtploeg"), 40, _DOCK, "Ploegleider nacht", "Havenwerk", night=True, leaving=1.9),
    Team(
        ("Terminal", "Kraanbedrijf"),
        26,
        ("Kraanmachinist", "Ervaren kraanmachinist", "Kraaninstructeur"),
        "Teamleider kranen",
        "Havenwerk",
    ),
    Team(
        ("Terminal", "Gate"),
        16,
        ("Gatemedewerker", "Ervaren gatemedewerker"),
        "Teamleider gate",
        "Havenwerk",
        leaving=1.0,
    ),
    Team(("Terminal", "Planning"), 14, ("Terminalplanner", "Senior terminalplanner"), "Hoofd planning", "Planning"),
    Team(("Magazijn", "Inslag"), 26, _STORE, "Teamleider inslag", "Magazijn"),
    Team(("Magazijn", "Uitslag"), 24, _STORE, "Teamleider uitslag", "Magazijn", leaving=2.0),
    Team(("Magazijn", "Nachtmagazijn"), 30, _STORE, "Teamleider nacht", "Magazijn", night=True, leaving=1.9),
    Team(("Magazijn", "Entrepot"), 13, _STORE, "Teamleider entrepot", "Magazijn"),
    Team(
        ("Transport", "Chauffeurs"),
        34,
        ("Chauffeur", "Ervaren chauffeur", "Chauffeur-begeleider"),
        "Vlootverantwoordelijke",
        "Transport",
        leaving=1.0,
    ),
    Team(
        ("Transport", "Dispatching"),
        14,
        ("Dispatcher", "Senior dispatcher"),
        "Hoofd dispatching",
        "Planning",
        leaving=1.0,
    ),
    Team(("Techniek", "Rollend materieel"), 18, _TECHNIC, "Teamleider onderhoud", "Techniek"),
    Team(
        ("Techniek", "Elektro en automatisering"),
        16,
        ("Elektrotechnicus", "Automatiseringstechnicus", "Technisch specialist"),
        "Teamleider elektro",
        "Techniek",
    ),
    Team(
        ("Klanten en douane", "Klantendienst"),
        16,
        ("Klantmedewerker", "Klantbeheerder", "Senior klantbeheerder"),
        "Teamleider klanten",
        "Kantoor",
        leaving=1.0,
    ),
    Team(("Klanten en douane", "Douane"), 16, ("Douanedeclarant", "Senior douanedeclarant"), "Hoofd douane", "Kantoor"),
    Team(
        ("Systemen", "Toepassingen"),
        12,
        ("Ontwikkelaar", "Senior ontwikkelaar"),
        "Hoofd toepassingen",
        "Informatica",
        leaving=1.0,
    ),
    Team(("Systemen", "Beheer"), 9, ("Systeembeheerder", "Senior systeembeheerder"), "Hoofd beheer", "Informatica"),
    Team(
        ("Mensen en middelen", "HR"),
        9,
        ("HR-medewerker", "HR-adviseur"),
        "HR-verantwoordelijke",
        "Kantoor",
        leaving=0.4,
    ),
    Team(("Mensen en middelen", "Financiën"), 12, _OFFICE, "Hoofd financiën", "Kantoor"),
    Team(
        ("Mensen en middelen", "Veiligheid en milieu"),
        9,
        ("Preventiemedewerker", "Preventieadviseur"),
        "Hoofd veiligheid",
        "Techniek",
        leaving=0.5,
    ),
)
