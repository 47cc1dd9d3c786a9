"""People with a part of their own in the demo: those whom a visitor can be, and those who hold conversations."""

from dataclasses import dataclass

from uitzicht.demo.generator.company import DOMAIN, HR_TEAM, LEADERS_DIVISION
from uitzicht.demo.generator.names import Name


@dataclass(frozen=True)
class Part:
    """``role``: of the account. ``team``: where they work, None for somebody from outside; ``leads``: that unit."""

    first: str
    last: str
    gender: str
    role: str
    language: str = "nl"
    team: tuple[str, ...] | None = None
    leads: bool = False

    @property
    def name(self) -> Name:
        return Name(self.first, self.last, self.gender, self.language)

    @property
    def email(self) -> str:
        return f"{self.name.plain}@{DOMAIN if self.team is not None else 'gesprek.example'}"


CAST = {
    "hr_lead": Part("Noor", "Verlinden", "woman", "hr_lead", team=HR_TEAM, leads=True),
    "interviewer": Part("Bram", "Nijs", "man", "interviewer", team=HR_TEAM),
    "second_interviewer": Part("Ilse", "Danckaert", "woman", "interviewer", team=HR_TEAM),
    "third_interviewer": Part(
        "Samira", "El Amrani", "woman", "interviewer", team=("Mensen en middelen", "Veiligheid en milieu")
    ),
    "external_interviewer": Part("Amélie", "Lambert", "woman", "interviewer", language="fr"),
    "leader": Part("Geert", "Wouters", "man", "leader", team=LEADERS_DIVISION, leads=True),
    "guardian": Part("Ria", "Smeets", "woman", "guardian"),
    "prevention": Part("Katrien", "Maes", "woman", "prevention"),
    "admin": Part("Dirk", "Aerts", "man", "admin", team=("Systemen", "Beheer")),
}
