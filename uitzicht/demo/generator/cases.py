"""Who is leaving now, at every stage of the journey; and three who have left and still have something to do here."""

from dataclasses import dataclass

from uitzicht.demo.generator.own_pages import OwnPages

NOTHING = OwnPages()


@dataclass(frozen=True)
class Case:
    """``talk``: working days from today (negative: held), None without one. ``last_day``: days of the calendar from
    today, where there is no talk. ``left``: days since the end of the contract, for who has left after a talk. ``stage``: how
    far it came. ``interviewer``: a part of the cast. ``own``: what they do on their own pages."""

    team: tuple[str, ...]
    stage: str
    kind: str = "resignation"
    talk: int | None = None
    last_day: int = 0
    left: int = 0
    registered: int = 3
    hour: int = 10
    interviewer: str = ""
    own: OwnPages = NOTHING


ACCEPTS = OwnPages(accepts=True)
LEAVER_TO_BE = ("Systemen", "Toepassingen")  # whose own pages a visitor can open
HALF_A_YEAR = 195  # days, with some in which the mail of the follow-up waits
CASES = (
    Case(("Transport", "Chauffeurs"), "registered", "end_of_fixed_term", last_day=6, registered=24),
    Case(("Klanten en douane", "Klantendienst"), "registered", last_day=33, registered=3),
    Case(("Terminal", "Kades", "Kade Noord"), "registered", "retirement", last_day=118, registered=1),
    Case(("Terminal", "Kraanbedrijf"), "planned", talk=11, registered=8, hour=14),
    Case(("Mensen en middelen", "Financiën"), "planned", "mutual_agreement", talk=9, registered=6, hour=9),
    Case(("Terminal", "Kades", "Nachtploeg"), "invited", talk=4, registered=20, hour=16, own=OwnPages(wish="time")),
    Case(
        ("Terminal", "Kades", "Kade Zuid"),
        "invited",
        talk=6,
        registered=16,
        interviewer="external_interviewer",
        own=OwnPages(wish="interviewer"),
    ),
    Case(LEAVER_TO_BE, "invited", talk=5, registered=14, hour=11, interviewer="second_interviewer"),
    Case(("Transport", "Dispatching"), "invited", talk=2, registered=18, hour=13, interviewer="interviewer", own=ACCEPTS),
    Case(
        ("Magazijn", "Inslag"),
        "prepared",
        talk=1,
        registered=25,
        interviewer="interviewer",
        own=OwnPages(accepts=True, writes="before", shares=True, consents=("follow_up",)),
    ),
    Case(("Klanten en douane", "Douane"), "held", talk=-1, registered=28, hour=9, interviewer="interviewer", own=ACCEPTS),
    Case(
        ("Magazijn", "Uitslag"),
        "held",
        talk=-3,
        registered=30,
        hour=14,
        interviewer="second_interviewer",
        own=OwnPages(accepts=True, writes="after", summary="table", consents=("follow_up", "quotes")),
    ),
    Case(
        ("Terminal", "Planning"),
        "coded",
        talk=-4,
        registered=31,
        interviewer="third_interviewer",
        own=OwnPages(accepts=True, writes="before", summary="corrected", consents=("follow_up",)),
    ),
    Case(
        ("Techniek", "Elektro en automatisering"),
        "declined",
        last_day=19,
        registered=15,
        own=OwnPages(writes="after", consents=("alumni",)),
    ),
    # Three who have left: one whose summary waits, two who share theirs, one of them asked again half a year later.
    Case(
        ("Terminal", "Gate"),
        "coded",
        left=5,
        registered=42,
        interviewer="interviewer",
        own=OwnPages(accepts=True, summary="waits", consents=("follow_up", "alumni")),
    ),
    Case(
        ("Magazijn", "Nachtmagazijn"),
        "coded",
        left=40,
        registered=75,
        own=OwnPages(accepts=True, summary="table", readers=("prevention", "leader"), consents=("follow_up",)),
    ),
    Case(
        ("Terminal", "Kades", "Kade Noord"),
        "coded",
        left=HALF_A_YEAR,
        registered=HALF_A_YEAR + 40,
        own=OwnPages(accepts=True, summary="pages", readers=("hr_lead",), consents=("follow_up", "alumni")),
    ),
)  # fmt: skip
