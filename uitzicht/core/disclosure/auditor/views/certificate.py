"""P1 where views cut across bundles: a witness for each small atom, verified in whole numbers.

F has a row for each bundle and view bundle, over atoms. Every v in its row space that is not zero must touch k or more
people. Take v and an atom h where it is largest, scaled to 1. A witness d has F d = 0, |d_g| <= n_g elsewhere and
d_h >= k - n_h; since v d = 0, the atoms other than h that v touches hold at least k - n_h people.
"""

from collections.abc import Collection, Iterator, Mapping, Sequence
from typing import Any

from uitzicht.core.disclosure.auditor.verdict import Opening
from uitzicht.core.disclosure.auditor.views.evidence import Atom, ViewEvidence, Witness
from uitzicht.core.disclosure.auditor.views.register import Register
from uitzicht.core.disclosure.auditor.views.structure import FLOOR, opening

Json = Mapping[str, Any]


def certificate_openings(
    documents: Sequence[Json], registers: Collection[Register], evidence: ViewEvidence
) -> Iterator[Opening]:
    """Small atoms without a witness that holds. k is the least of all releases: later ones never reach back."""
    k = min(max(document["parameters"]["k"], FLOOR) for document in documents)
    offered: dict[Atom, list[Witness]] = {}
    for witness in evidence.witnesses:
        offered.setdefault(tuple(sorted(witness[0])), []).append(witness)
    for register in registers:
        others = dict(zip(register.atoms, register.others.tolist(), strict=True))
        for atom, home in zip(register.atoms, register.homes, strict=True):
            if not 0 < others[atom] < k:
                continue
            if not any(holds(witness, others, k) for witness in offered.get(atom, ())):
                why = "no witness that holds that no combination of figures touches fewer than k people"
                yield opening(documents[-1], why, bundle=home)


def holds(witness: Witness, others: Mapping[Atom, int], k: int) -> bool:
    """Whether a witness proves its atom safe. ``others``: people not known in each atom of the stratum."""
    small = tuple(sorted(witness[0]))
    moved: dict[Atom, int] = {}
    balance: dict[str, int] = {}
    for atom, amount in witness[1].items():
        key = tuple(sorted(atom))
        if key in moved or key not in others or isinstance(amount, bool) or not isinstance(amount, int):
            return False
        moved[key] = amount
        for sealed in key:
            balance[sealed] = balance.get(sealed, 0) + amount
    if any(balance.values()) or moved.get(small, 0) < k - others[small]:
        return False
    return all(abs(amount) <= others[atom] for atom, amount in moved.items() if atom != small)
