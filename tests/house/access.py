"""Who may open which page: the declared table. ``PUBLIC``: no account needed; every other route names its roles.

A leaver has no account: what a leaver may open is what an account without roles and a visitor may open, and their own
link. So the outsider stands for everybody who is not named here.
"""

PUBLIC = frozenset({"public"})
HR, INTERVIEWER, LEADER, GUARDIAN, ADMIN = "hr_lead", "interviewer", "leader", "guardian", "admin"
PREVENTION = "prevention"
EVERYBODY = frozenset({HR, INTERVIEWER, LEADER, GUARDIAN, ADMIN, PREVENTION})
READS_QUESTIONNAIRES = frozenset({HR, INTERVIEWER, GUARDIAN, ADMIN})
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
    "wish_accept": frozenset({HR}),
    "wish_keep": frozenset({HR}),
    "appointment_cancel": frozenset({HR}),
    **dict.fromkeys(("many", "many_plan", "many_accept", "many_send", "many_row"), frozenset({HR})),
    **dict.fromkeys(("rooms", "room_new", "room", "closing_days", "closing_day_remove"), frozenset({HR})),
    **dict.fromkeys(
        ("planning_calendar", "planning_feed_make", "planning_feed_revoke", "interviewer_hours", "interviewer_diary"),
        frozenset({HR, INTERVIEWER}),
    ),
    "planning_feed": PUBLIC,  # by its secret address, see tests/planning
    # the checklist
    **dict.fromkeys(
        (
            *("checklist", "checklist_ask", "checklist_texts", "property_register", "checklists", "checklist_task"),
            *("checklist_template", "checklist_template_add", "checklist_template_task", "checklist_template_move"),
            *("property_import", "property_import_review", "property_sample"),
        ),
        frozenset({HR}),
    ),
    "my_tasks": EVERYBODY,
    "task_door": PUBLIC,  # the mailed link, see tests/offboarding
    "task_page": PUBLIC,
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
    "on_paper": frozenset({INTERVIEWER}),
    "summary": frozenset({INTERVIEWER}),
    "confirm_at_table": frozenset({INTERVIEWER}),
    # a summary that its leaver shared with this very account
    "shared_summaries": frozenset({HR, LEADER, PREVENTION}),
    "shared_summary": frozenset({HR, LEADER, PREVENTION}),
    # the questionnaire
    "questionnaires": READS_QUESTIONNAIRES,
    "questionnaire": READS_QUESTIONNAIRES,
    "questionnaire_missing": READS_QUESTIONNAIRES,
    "questionnaire_preview": READS_QUESTIONNAIRES,
    "questionnaire_guide": frozenset({HR, INTERVIEWER, GUARDIAN}),
    "questionnaire_start": frozenset({HR}),
    "questionnaire_item": frozenset({HR}),
    "questionnaire_part": frozenset({HR}),
    "questionnaire_add": frozenset({HR}),
    "questionnaire_arrange": frozenset({HR}),
    "questionnaire_undo": frozenset({HR}),
    "questionnaire_publish": frozenset({HR}),
    "questionnaire_retire": frozenset({HR}),
    "questionnaire_delete": frozenset({HR}),
    "protection_explained": PUBLIC,
    # the leaver, by personal link: without it everybody meets the same closed page, see tests/portal
    "paper": frozenset({HR, INTERVIEWER}),
    **dict.fromkeys(
        (
            *("my_door", "my_pages", "my_enter", "my_leave", "my_code", "my_promise"),
            *("my_appointment", "my_appointment_accept", "my_appointment_ask", "my_appointment_decline", "my_calendar"),
            *("my_consents", "my_summary", "my_summary_confirm", "my_summary_correct", "my_summary_share"),
            *("my_summary_revoke", "my_questions", "my_save", "my_reasons", "my_themes", "my_hand_in", "my_part"),
            *("my_card", "my_data", "my_data_text", "my_data_json", "my_erase"),
        ),
        PUBLIC,
    ),
    # months later
    "follow_ups": frozenset({HR, GUARDIAN}),
    **dict.fromkeys(
        ("follow_up_door", "follow_up_stop", "follow_up_part", "follow_up_hand_in", "follow_up_thanks"), PUBLIC
    ),
    # former colleagues; their own page by the link in a mail, see tests/alumni
    **dict.fromkeys(
        (
            *("alumni", "alumni_export", "alumni_returned", "alumni_openings", "alumni_opening", "alumni_referrals"),
            *("alumni_referral", "alumni_newsletters", "alumni_newsletter_new", "alumni_newsletter"),
            *("alumni_newsletter_change", "alumni_newsletter_send"),
        ),
        frozenset({HR}),
    ),
    "alumni_counts": frozenset({HR, GUARDIAN}),
    **dict.fromkeys(
        (
            *("alumni_me", "alumni_me_address", "alumni_me_data", "alumni_me_leave", "alumni_gone", "alumni_shut"),
            *("alumni_door", "alumni_stop"),
        ),
        PUBLIC,
    ),
    # figures
    "releases": frozenset({HR, GUARDIAN}),
    "release_run": frozenset({HR}),
    "release_propose": frozenset({HR}),
    "release_approve": frozenset({GUARDIAN}),
    "release_decline": frozenset({GUARDIAN}),
    "release_progress": frozenset({HR, GUARDIAN}),
    "release_stop": frozenset({HR}),
    "release": frozenset({HR, GUARDIAN}),
    "release_document": frozenset({HR, GUARDIAN}),
    "insight": frozenset({HR, LEADER, GUARDIAN, PREVENTION}),
    "measure": frozenset({HR, LEADER, GUARDIAN, PREVENTION}),
    "measure_download": frozenset({HR, LEADER, GUARDIAN, PREVENTION}),
    "measure_workbook": frozenset({HR, LEADER, GUARDIAN, PREVENTION}),
    "drawing_svg": frozenset({HR, LEADER, GUARDIAN, PREVENTION}),
    "drawing_png": frozenset({HR, LEADER, GUARDIAN, PREVENTION}),
    "cost": frozenset({HR, GUARDIAN}),
    "cost_download": frozenset({HR, GUARDIAN}),
    "cost_lines": frozenset({HR, GUARDIAN}),
    "report": frozenset({HR, LEADER, GUARDIAN}),
    "reference_figures": frozenset({HR, GUARDIAN}),
    "reference_figures_sample": frozenset({HR, GUARDIAN}),
    "reference_figures_keep": frozenset({HR}),
    "reference_figures_withdraw": frozenset({HR}),
    "reports": frozenset({HR, LEADER, GUARDIAN, PREVENTION}),
    "report_file": frozenset({HR, GUARDIAN, PREVENTION}),  # in the test the dossier on psychosocial risks
    "standing_reports": frozenset({HR}),
    "standing_stop": frozenset({HR}),
    "report_brand": frozenset({HR, ADMIN}),
    "report_logo": frozenset({HR, ADMIN}),
    # actions
    **dict.fromkeys(("actions", "action"), frozenset({HR, LEADER, GUARDIAN, PREVENTION})),
    **dict.fromkeys(
        (
            *("action_new", "action_change", "action_move", "action_hand_over", "action_note"),
            *("action_step_add", "action_step"),
        ),
        frozenset({HR, LEADER}),
    ),
    "you_said_we_did": PUBLIC,
    "tell_alumni": frozenset({HR}),
    **dict.fromkeys(("tellings", "telling_letter", "telling_letter_file"), frozenset({HR, GUARDIAN})),
    **dict.fromkeys(("telling", "telling_publish", "telling_withdraw"), frozenset({HR})),
    # after the farewell; by the link of a task or of the leaver, see tests/offboarding and tests/portal
    **dict.fromkeys(
        (
            *("farewell", "farewell_calendar", "thanks_card", "thanks_card_pdf", "last_day", "final_mail"),
            "references",
        ),
        frozenset({HR}),
    ),
    **dict.fromkeys(
        (
            *("task_farewell", "task_farewell_calendar", "task_card", "task_card_pdf"),
            *("my_last_day", "my_farewell_calendar", "my_reference"),
        ),
        PUBLIC,
    ),
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
        "on_paper",
        "summary",
        "confirm_at_table",
        "paper",
        "interviewer_diary",
    }
)
# Pages that some roles read while only others change them.
READ_ONLY = {
    "privacy_settings": frozenset({GUARDIAN, ADMIN}),
    "cost_lines": frozenset({GUARDIAN}),
    "reference_figures": frozenset({GUARDIAN}),
}
