"""Who may open which page: the declared table. ``PUBLIC``: no account needed; every other route names its roles.

A leaver has no account: what a leaver may open is what an account without roles and a visitor may open, and their own
link. So the outsider stands for everybody who is not named here.
"""

PUBLIC = frozenset({"public"})
HR, INTERVIEWER, LEADER, GUARDIAN, ADMIN = "hr_lead", "interviewer", "leader", "guardian", "admin"
EVERYBODY = frozenset({HR, INTERVIEWER, LEADER, GUARDIAN, ADMIN})
SIGN_IN = frozenset({"sign-in"})  # allauth's own pages, see test_sign_in

ACCESS: dict[str, frozenset[str]] = {
    "account_login": SIGN_IN,
    "account_logout": SIGN_IN,
    "account_change_password": SIGN_IN,
    "account_reset_password": SIGN_IN,
    "account_reset_password_done": SIGN_IN,
    "account_reset_password_from_key": SIGN_IN,
    "account_reset_password_from_key_done": SIGN_IN,
    "set_language": PUBLIC,
    "today": EVERYBODY,
    # people
    "staff": frozenset({HR, ADMIN}),
    "staff_import": frozenset({HR, ADMIN}),
    "staff_sample": frozenset({HR, ADMIN}),
    "staff_import_review": frozenset({HR}),  # whoever uploaded it; in the test that is the HR lead
    "administration": frozenset({HR, GUARDIAN, ADMIN}),
    "users": frozenset({ADMIN}),
    "user_add": frozenset({ADMIN}),
    "user": frozenset({ADMIN}),
    # privacy
    "privacy_settings": frozenset({HR, GUARDIAN, ADMIN}),
    "audit_trail": frozenset({GUARDIAN, ADMIN}),
    # departures and planning
    "departures": frozenset({HR}),
    "departure_new": frozenset({HR}),
    "departure": frozenset({HR, INTERVIEWER}),
    "departure_change": frozenset({HR}),
    "departure_cancel": frozenset({HR}),
    "plan": frozenset({HR}),
    "invitation_send": frozenset({HR}),
    "appointment_cancel": frozenset({HR}),
    # the conversation
    "interviews": frozenset({INTERVIEWER}),
    "prepare": frozenset({INTERVIEWER}),
    "talk": frozenset({INTERVIEWER}),
    "talk_part": frozenset({INTERVIEWER}),
    "reasons": frozenset({INTERVIEWER}),
    "save_answer": frozenset({INTERVIEWER}),
    "save_reasons": frozenset({INTERVIEWER}),
    "save_summary": frozenset({INTERVIEWER}),
    "record_part": frozenset({INTERVIEWER}),
    "finish": frozenset({INTERVIEWER}),
    "code": frozenset({INTERVIEWER}),
    # the leaver, by personal link
    "my_pages": PUBLIC,
    "my_calendar": PUBLIC,
    # figures
    "releases": frozenset({HR, GUARDIAN}),
    "release_run": frozenset({HR}),
    "release": frozenset({HR, GUARDIAN}),
    "release_document": frozenset({HR, GUARDIAN}),
    "insight": frozenset({HR, LEADER, GUARDIAN}),
    "measure": frozenset({HR, LEADER, GUARDIAN}),
    "measure_download": frozenset({HR, LEADER, GUARDIAN}),
    "report": frozenset({HR, LEADER, GUARDIAN}),
    # the demo: 404 for everybody outside demo mode, see tests/demo
    "demo": PUBLIC,
    "demo_mail": PUBLIC,
    "demo_enter": PUBLIC,
}
# Reached only by the interviewer whose conversation it is; a second interviewer is an outsider here.
OWN_ONLY = frozenset(
    {
        "departure",
        "prepare",
        "talk",
        "talk_part",
        "reasons",
        "save_answer",
        "save_reasons",
        "save_summary",
        "record_part",
        "finish",
        "code",
    }
)
# Pages that some roles read while only others change them.
READ_ONLY = {"privacy_settings": frozenset({GUARDIAN, ADMIN})}
