"""The words of privacy: what a setting is called, and what an action in the trail means."""

from typing import Any

from django.utils.translation import gettext, ngettext, pgettext
from django.utils.translation import gettext_lazy as _

SETTING_LABELS = {
    "k": _("Threshold"),
    "k_sensitive": _("Threshold for sensitive figures"),
    "colluders": _("People who may combine what they know"),
    "patience": _("Patience, in releases"),
    "months_between_releases": _("Months between releases"),
    "retention_notes_months": _("Retention period of notes, in months"),
    "retention_answers_months": _("Retention period of answers, in months"),
    "portal_days": _("Days that the leaver's own pages stay open"),
    "follow_up_months": _("Follow-up after leaving"),
    "inclusion_card": _("Ask for the unlinked inclusion card"),
    "second_approval": _("A second person approves each release"),
    "guardian_contact": _("Contact of the privacy guardian"),
    "confidant_contact": _("Contact of the confidential adviser"),
}
SETTING_HELP = {
    "k": _("A figure always covers at least this many people; never fewer than 5."),
    "k_sensitive": _("For figures on sensitive matters; never lower than the general threshold."),
    "patience": _("After so many releases waiting answers move up to the unit above."),
    "months_between_releases": _(
        "The least time between two releases, so that they cannot be compared person by person."
    ),
    "retention_notes_months": _("Counted from the end of the contract; then notes and summary are erased."),
    "retention_answers_months": _("Counted from the end of the contract; then answers, reasons and themes are erased."),
    "portal_days": _("Counted from the end of the contract."),
    "follow_up_months": _("Sent to the private address of those who agreed, counted from the end of the contract."),
    "inclusion_card": _("Voluntary, apart from the questionnaire, and stored without any link to a person."),
    "second_approval": _(
        "The HR lead proposes a release, the privacy guardian approves or declines it. What leavers are promised stays the "
        "same."
    ),
    "guardian_contact": _("Name and address or telephone, as leavers read it beside the promise."),
    "confidant_contact": _("Name and telephone of whom interviewers point to when something serious is told."),
}

YES_OR_NO = ("inclusion_card", "second_approval")


def spoken_setting(name: str, value: Any) -> str:
    """A value of a setting as people read it; empty when nothing is filled in."""
    if name in YES_OR_NO:
        return pgettext("setting", "yes") if value else pgettext("setting", "no")
    if name == "follow_up_months":
        return spoken_follow_up(value)
    return str(value)


def spoken_follow_up(months: int) -> str:
    later = ngettext("{count} month later", "{count} months later", months)
    return later.format(count=months) if months else gettext("no follow-up")


# Actions of every room; one that is not listed is shown as it is written in the trail.
ACTION_LABELS = {
    "account.sign_in_failed": _("sign-in failed"),
    "account.signed_in": _("signed in"),
    "appointment.accepted": _("appointment accepted"),
    "appointment.answered": _("interviewer answered the invitation"),
    "appointment.asked": _("another appointment asked for"),
    "appointment.asked_again": _("asked again after a missed appointment"),
    "appointment.cancelled": _("appointment cancelled"),
    "appointment.kept": _("appointment kept as it was"),
    "appointment.reminded": _("appointment reminder sent"),
    "checklist.desk_named": _("owner of tasks named"),
    "checklist.owner_reminded": _("owner of a task reminded"),
    "checklist.owners_asked": _("tasks mailed to their owners"),
    "checklist.started": _("checklist begun"),
    "checklist.successor_named": _("successor named"),
    "checklist.task_assigned": _("task given to somebody else"),
    "checklist.task_done": _("task done"),
    "checklist.task_passed_on": _("task passed on by its owner"),
    "checklist.task_reopened": _("task opened again"),
    "checklist.template_changed": _("list of tasks changed"),
    "checklist.template_installed": _("list of tasks installed"),
    "checklist.texts_written": _("texts of a checklist written"),
    "closing_day.added": _("closing day added"),
    "closing_day.removed": _("closing day taken away"),
    "consent.given": _("consent given"),
    "consent.withdrawn": _("consent withdrawn"),
    "demo.entered": _("demo entered"),
    "demo.filled": _("demo filled"),
    "cost.lines_decided": _("lines of cost decided"),
    "departure.advanced": _("departure moved to another stage"),
    "departure.changed": _("departure changed"),
    "departure.desirability_decided": _("desired or undesired decided"),
    "departure.registered": _("departure registered"),
    "departures.exported": _("departures exported"),
    "follow_up.handed_in": _("follow-up handed in"),
    "follow_up.not_delivered": _("follow-up not delivered"),
    "follow_up.planned": _("follow-up planned"),
    "follow_up.sent": _("follow-up mailed"),
    "follow_up.stopped": _("follow-up stopped"),
    "history.imported": _("past exit survey imported"),
    "insight.exported": _("figures exported"),
    "interview.answer_coded": _("answer processed"),
    "interview.coded": _("processing finished"),
    "interview.coding_reminded": _("reminded to give themes"),
    "interview.erased_on_request": _("conversation erased on request"),
    "interview.finished": _("conversation finished"),
    "interview.not_on_paper": _("conversation held on screen"),
    "interview.on_paper": _("conversation held on paper"),
    "interview.opened": _("conversation opened"),
    "interview.prepared": _("conversation prepared"),
    "interview.reopened": _("themes opened again"),
    "interview.started": _("conversation started"),
    "plan.accepted": _("plan for several conversations accepted"),
    "plan.changed": _("plan for several conversations changed"),
    "plan.made": _("plan for several conversations made"),
    "planning.diary_set": _("hours of an interviewer set"),
    "planning.feed_made": _("secret calendar address made"),
    "planning.feed_revoked": _("secret calendar address withdrawn"),
    "planning.room_set": _("room for conversations set"),
    "portal.code_made": _("short code made"),
    "portal.data_taken": _("data taken along"),
    "portal.erased": _("erased by the leaver"),
    "portal.erasure_fulfilled": _("sealed answers erased on request"),
    "portal.handed_in": _("answers handed in"),
    "portal.opened": _("own pages opened"),
    "preparation.opened": _("preparation opened"),
    "preparation.shared": _("preparation shared with the interviewer"),
    "property.came_back": _("property came back"),
    "property.handed_out": _("property entered as handed out"),
    "property.imported": _("list of property imported"),
    "property.return_undone": _("return of property undone"),
    "property.struck_out": _("property struck out of the register"),
    "questionnaire.audience_changed": _("asked of others"),
    "questionnaire.draft_deleted": _("draft of a questionnaire deleted"),
    "questionnaire.drafted": _("questionnaire drafted"),
    "questionnaire.item_added": _("question added"),
    "questionnaire.item_changed": _("question changed"),
    "questionnaire.item_moved": _("question moved"),
    "questionnaire.item_removed": _("question taken out"),
    "questionnaire.overruled": _("neutrality check overruled"),
    "questionnaire.part_changed": _("part of the questionnaire changed"),
    "questionnaire.published": _("questionnaire published"),
    "questionnaire.retired": _("questionnaire retired"),
    "questionnaire.undone": _("change of a questionnaire undone"),
    "release.approved": _("release approved"),
    "release.declined": _("release declined"),
    "release.frozen": _("release frozen"),
    "release.proposed": _("release proposed"),
    "release.stopped": _("making of a release stopped"),
    "report.exported": _("report exported"),
    "retention.erased": _("erased after the retention period"),
    "settings.changed": _("settings changed"),
    "staff.imported": _("staff list imported"),
    "staff.private_email_set": _("private address given"),
    "summary.confirmed": _("summary confirmed"),
    "summary.corrected": _("summary corrected"),
    "summary.opened": _("summary opened"),
    "summary.read": _("shared summary read"),
    "summary.reminded": _("reminded to confirm the summary"),
    "summary.sent": _("summary sent to the leaver"),
    "summary.share_revoked": _("sharing of the summary taken back"),
    "summary.shared": _("summary shared"),
    "unit.added": _("unit added"),
    "user.activated": _("account opened again"),
    "user.added": _("account made"),
    "user.deactivated": _("account closed"),
    "user.password_reset": _("password replaced"),
    "user.roles_changed": _("roles changed"),
}


def action_label(action: str) -> object:
    """An action in words."""
    return ACTION_LABELS.get(action, action)
