"""Always the same people. Havenlicht, a port company: Kade Noord leads to Terminal, Terminal to the organisation.

Sofie (leaver) works in Kade Noord, led by Els (line manager), who is led by Stijn (director) at Terminal.
Noor is HR lead, Bram and Ilse are interviewers without ties to Sofie, Ria is the guardian, Dirk the administrator,
Lut the prevention adviser.
Els reads the released figures of Kade Noord; Omar (outsider) works in Techniek and has an account without any role.
"""

from dataclasses import dataclass, field
from datetime import UTC, date, datetime

from uitzicht.people.models import Person, Position, RoleGrant, Unit, User
from uitzicht.people.vocabulary import Role

NOW = datetime(2026, 3, 10, 9, 0, tzinfo=UTC)  # a Tuesday
TODAY = NOW.date()
PASSWORD = "a long sentence for tests"


@dataclass
class Cast:
    root: Unit
    terminal: Unit
    kade_noord: Unit
    techniek: Unit
    hr: Unit
    leaver: Person
    line_manager: Person
    director: Person
    colleague: Person
    hr_lead: User
    interviewer: User
    second_interviewer: User
    leader: User
    guardian: User
    admin: User
    prevention: User
    outsider: User
    _more: int = field(default=0)

    def another_person(self, *, unit: Unit | None = None, first_name: str = "Persoon", **fields: object) -> Person:
        """One more colleague, led by the line manager, for tests that need a crowd."""
        self._more += 1
        return _person(
            f"X{self._more:05d}",
            first_name,
            f"Extra {self._more}",
            unit or self.kade_noord,
            self.line_manager,
            **fields,
        )

    @property
    def users(self) -> dict[str, User]:
        """One account for each role that has one, and the outsider."""
        return {
            "hr_lead": self.hr_lead,
            "interviewer": self.interviewer,
            "leader": self.leader,
            "guardian": self.guardian,
            "admin": self.admin,
            "prevention": self.prevention,
            "outsider": self.outsider,
        }


def assemble() -> Cast:
    root = Unit.objects.create(name="Havenlicht")
    terminal = Unit.objects.create(name="Terminal", parent=root)
    kade_noord = Unit.objects.create(name="Kade Noord", parent=terminal)
    techniek = Unit.objects.create(name="Techniek", parent=root)
    hr = Unit.objects.create(name="Personeel", parent=root)
    stijn = _person("1001", "Stijn", "Claes", terminal, None, title="Directeur terminal")
    els = _person("1002", "Els", "Maes", kade_noord, stijn, title="Ploegleider")
    sofie = _person(
        "1003", "Sofie", "Martens", kade_noord, els, title="Terminalplanner", private_email="sofie@example.org"
    )
    jan = _person("1004", "Jan", "Peeters", kade_noord, els, title="Terminalplanner")
    noor = _person("1005", "Noor", "Verlinden", hr, None, title="HR-verantwoordelijke")
    bram = _person("1006", "Bram", "Nijs", hr, noor, title="HR-adviseur")
    ilse = _person("1007", "Ilse", "Danckaert", hr, noor, title="HR-adviseur")
    omar = _person("1008", "Omar", "Haddad", techniek, None, title="Technicus")
    return Cast(
        root=root,
        terminal=terminal,
        kade_noord=kade_noord,
        techniek=techniek,
        hr=hr,
        leaver=sofie,
        line_manager=els,
        director=stijn,
        colleague=jan,
        hr_lead=_user("noor@havenlicht.example", noor, Role.HR_LEAD),
        interviewer=_user("bram@havenlicht.example", bram, Role.INTERVIEWER),
        second_interviewer=_user("ilse@havenlicht.example", ilse, Role.INTERVIEWER),
        leader=_user("els@havenlicht.example", els, Role.LEADER, unit=kade_noord),
        guardian=_user("ria@havenlicht.example", None, Role.GUARDIAN, name="Ria Smeets"),
        admin=_user("dirk@havenlicht.example", None, Role.ADMIN, name="Dirk Aerts"),
        prevention=_user("lut@havenlicht.example", None, Role.PREVENTION, name="Lut Peeters"),
        outsider=_user("omar@havenlicht.example", omar, None),
    )


def _person(
    number: str, first: str, last: str, unit: Unit, manager: Person | None, title: str = "Medewerker", **fields: object
) -> Person:
    values: dict[str, object] = {
        "language": "nl",
        "birth_year": 1985,
        "gender": "woman",
        "started_on": date(2019, 9, 2),
        "work_email": f"{first}.{number}@havenlicht.example".lower(),
    }
    person = Person.objects.create(employee_number=number, first_name=first, last_name=last, **(values | fields))
    Position.objects.create(
        person=person,
        unit=unit,
        title=title,
        job_family="Operations",
        manager=manager,
        contract="permanent",
        working_time=100,
        valid_from=person.started_on,
    )
    return person


def _user(email: str, person: Person | None, role: Role | None, *, unit: Unit | None = None, name: str = "") -> User:
    user = User.objects.create_user(
        email, PASSWORD, name=name or (person.name if person else email), person=person, language="nl"
    )
    if role:
        RoleGrant.objects.create(user=user, role=role, unit=unit)
    return user
