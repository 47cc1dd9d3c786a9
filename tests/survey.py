"""An invented exit survey of any size, as a CSV file and its mapping, for tests and benchmarks of releases."""

import csv
import io
import random

UNITS_PER_DIVISION = 20
AREAS = ("content", "conditions", "relations", "terms", "organisation")


def codes() -> tuple[str, ...]:
    """Five reasons of the codebook, one from each of five groups."""
    from uitzicht.questionnaires.codebook import load_codebook

    groups = ("career", "workload_wellbeing", "management", "better_offer", "family")
    return tuple(load_codebook().group(group).reasons[0].code for group in groups)


def survey(people: int, units: int, *, seed: int = 1) -> bytes:
    """CSV with one row per leaver: unit path of two levels, kind, date, five tick boxes, five scores of 1..5."""
    draw = random.Random(seed)
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(["id", "division", "team", "kind", "left", *(f"r{n}" for n in range(5)), *AREAS])
    for number in range(people):
        unit = draw.randrange(units)
        mood = draw.gauss(0, 0.6)
        ticks = ["x" if draw.random() < chance else "-" for chance in (0.35, 0.25, 0.15, 0.08, 0.02)]
        scores = [_score(draw, mood) for _ in AREAS]
        kind = "resigned" if draw.random() < 0.6 else draw.choice(["retired", "dismissed", "contract"])
        left = f"{draw.randrange(2014, 2024)}-{draw.randrange(1, 13):02d}-{draw.randrange(1, 28):02d}"
        writer.writerow([number, f"D{unit // UNITS_PER_DIVISION:03d}", f"T{unit:04d}", kind, left, *ticks, *scores])
    return out.getvalue().encode()


def mapping(name: str = "Invented survey") -> str:
    boxes = "\n".join(f'[[reasons.ticks]]\ncolumn = "r{n}"\nreason = "{code}"\n' for n, code in enumerate(codes()))
    scores = "\n".join(
        f'[[items]]\nkey = "satisfaction.{area}"\ncolumn = "{area}"\nscale = "points"\n' for area in AREAS
    )
    return f"""format = "uitzicht-mapping/1"
id = "invented"
name = "{name}"
language = "en"
id_column = "id"

[kind]
column = "kind"
values = {{ resigned = "resignation", retired = "retirement", dismissed = "dismissal", contract = "end_of_fixed_term" }}

[left_on]
column = "left"
forms = ["YYYY-MM-DD"]

[unit]
columns = ["division", "team"]

[scales.points.values]
1 = 1
2 = 2
3 = 3
4 = 4
5 = 5

{scores}
[reasons]
ticked = ["x"]
not_ticked = ["-"]

{boxes}"""


def _score(draw: random.Random, mood: float) -> str:
    if draw.random() < 0.04:
        return ""
    return str(min(5, max(1, round(draw.gauss(3.4 + mood, 0.9)))))
