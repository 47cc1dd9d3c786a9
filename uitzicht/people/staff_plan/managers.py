"""Who leads whom: a number, an address or a name in the list becomes a person; circles are found."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from uitzicht.people.staff_file.problems import CellFault


@dataclass(frozen=True)
class Named:
    """Somebody who may be named as a manager; people are told apart by employee number."""

    number: str
    first_name: str
    last_name: str
    work_email: str
    here: bool


class Directory:
    """Finds people by employee number, else by work address, else by name; who works here goes before who has left."""

    def __init__(self, people: Iterable[Named]) -> None:
        self._names: dict[str, list[Named]] = defaultdict(list)
        self._numbers: dict[str, Named] = {}
        for one in people:
            self._numbers[one.number] = one
            for name in {
                one.work_email.casefold(),
                f"{one.first_name} {one.last_name}".strip().casefold(),
                f"{one.last_name} {one.first_name}".strip().casefold(),
                f"{one.last_name}, {one.first_name}".casefold(),
            } - {""}:
                self._names[name].append(one)

    def find(self, said: str) -> str:
        """The employee number; raises ``CellFault`` when nobody or more than one person is meant."""
        if said in self._numbers:
            return said
        everybody = self._names.get(said.casefold(), [])
        found = [one for one in everybody if one.here] or everybody
        if len(found) != 1:
            raise CellFault("manager_ambiguous" if found else "manager_unknown")
        return found[0].number


def circles(managers: Mapping[str, str]) -> list[list[str]]:
    """Every circle among ``managers`` (number -> number of the manager), each once, in the order of leading."""
    seen: set[str] = set()
    found: list[list[str]] = []
    for start in managers:
        path: list[str] = []
        at: str | None = start
        while at is not None and at not in seen:
            seen.add(at)
            path.append(at)
            at = managers.get(at)
        if at is not None and at in path:
            found.append(path[path.index(at) :])
    return found
