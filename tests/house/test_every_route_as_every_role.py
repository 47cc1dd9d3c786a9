from datetime import timedelta
from io import BytesIO

import pytest
from django.urls import URLPattern, URLResolver, get_resolver, reverse
from PIL import Image

from tests.actions.cases import of_the_world, told_of_the_world
from tests.alumni.cases import one_of_each
from tests.house.access import ACCESS, OWN_ONLY, PUBLIC, READ_ONLY, SIGN_IN
from tests.release.leavers import spoke
from tests.world import BY, leaving
from uitzicht.departures.models import ClosingDay
from uitzicht.insight.models import ReferenceSource
from uitzicht.interviews import services as interviews
from uitzicht.interviews.models import Interview
from uitzicht.offboarding.farewell import services as farewell
from uitzicht.offboarding.models import TemplateTask
from uitzicht.offboarding.services import stage_import as stage_property
from uitzicht.offboarding.services import start_checklist
from uitzicht.people import sample
from uitzicht.people.services import staging
from uitzicht.planning.models import Room
from uitzicht.planning.services import make_plan
from uitzicht.release.runs import start_run
from uitzicht.reports.models import Standing
from uitzicht.reports.services import decide_brand

ROLES = ("hr_lead", "interviewer", "leader", "guardian", "admin", "prevention", "outsider", "second_interviewer")
OF_A_CONVERSATION = (
    *("talk", "reasons", "save_answer", "save_reasons", "save_summary", "record_part", "finish", "code"),
    *("on_paper", "summary", "confirm_at_table"),
)
OF_A_QUESTIONNAIRE = (
    *("questionnaire", "questionnaire_missing", "questionnaire_preview", "questionnaire_arrange"),
    *("questionnaire_undo", "questionnaire_publish", "questionnaire_retire", "questionnaire_delete"),
)
OF_A_FAREWELL = (
    *("farewell", "farewell_calendar", "thanks_card", "thanks_card_pdf", "last_day", "final_mail", "references"),
)
OF_AN_ACTION = ("action", "action_change", "action_move", "action_hand_over", "action_note", "action_step_add")
GUARDED = sorted(name for name, roles in ACCESS.items() if roles not in (PUBLIC, SIGN_IN))


def _routes(patterns):
    for pattern in patterns:
        if isinstance(pattern, URLResolver):
            yield from _routes(pattern.url_patterns)
        elif isinstance(pattern, URLPattern):
            yield pattern


def _may(role, name, method):
    if role == "second_interviewer":
        return "interviewer" in ACCESS[name] and name not in OWN_ONLY
    if method == "post" and role in READ_ONLY.get(name, ()):
        return False
    if role == "leader" and method == "get" and name.startswith("drawing_"):
        return False  # in this world the release has nothing to draw of Els' unit, and what is not there is not found
    return role in ACCESS[name]


@pytest.fixture
def address(world, cast):
    """The address of a route for things that exist and, where it matters, belong to Bram."""
    interview, departure = world.interview.pk, world.departure.pk
    at = world.departure.registered_at
    staged = staging.stage_import(
        sample.sample_csv(), mapping="", file_name="x.csv", on=at.date(), complete=False, user=cast.hr_lead, at=at
    )
    task = start_checklist(world.departure, by=BY, at=at).tasks.first()
    in_stock = stage_property(b"Employee number,Kind\n1003,laptop\n", file_name="x.csv", user=cast.hr_lead, at=at)
    plan = make_plan(
        [leaving(cast.another_person(), on=at.date() + timedelta(days=30), at=at)],
        minutes=60,
        place_kind="room",
        place="Kamer Vuurtoren",
        made_by=cast.hr_lead,
        by=BY,
        at=at,
    )
    run = start_run(by=BY, at=at).pk
    closed = ClosingDay.objects.create(name="Feest", first_on=at.date(), last_on=at.date())
    opening, newsletter, referral = one_of_each(cast.colleague)
    action, told = of_the_world(cast, at=at), told_of_the_world(cast, at=at)
    farewell.note_wish(world.departure, wish="small", by=BY, at=at)
    farewell.plan_moment(
        world.departure, starts_at=at + timedelta(days=9), minutes=30, place="Kantine", organiser="Els", by=BY, at=at
    )
    farewell.write_card(world.departure, language="nl", text="Dank je.", signed_by="Els", by=BY, at=at)
    standing = Standing.objects.create(kind="yearly", language="nl", form="pdf", created_by=BY, created_at=at)
    decide_brand(name="Zonder", colour="#123456", logo=_logo(), by=BY, at=at)
    figures = ReferenceSource.objects.create(kind="stayers", source="survey", year=2025, imported_by=BY, imported_at=at)
    arguments = {
        "many_plan": [plan.pk],
        "many_accept": [plan.pk],
        "many_send": [plan.pk],
        "many_row": [plan.pk, plan.keys[0]],
        "room": [Room.objects.create(name="Stille kamer").pk],
        "closing_day_remove": [closed.pk],
        "interviewer_diary": [cast.interviewer.pk],
        "checklist": [departure],
        "checklist_ask": [departure],
        "checklist_texts": [departure],
        "property_register": [departure],
        "checklist_task": [task.pk],
        "checklist_template_task": [TemplateTask.objects.first().pk],
        "checklist_template_move": [TemplateTask.objects.first().pk],
        "property_import_review": [in_stock.pk],
        "staff_import_review": [staged.pk],
        "user": [cast.outsider.pk],
        "departure": [departure],
        "departure_change": [departure],
        "departure_cancel": [departure],
        "plan": [departure],
        "invitation_send": [departure],
        "wish_accept": [departure],
        "wish_keep": [departure],
        "paper": [departure],
        "questionnaire_guide": [1, "nl"],
        "questionnaire_item": [1, "content.variety"],
        "questionnaire_part": [1, "content"],
        "questionnaire_add": [1, "content"],
        "shared_summary": [_shared_with(cast.hr_lead, cast.leader, cast.prevention, cast=cast)],
        "alumni_opening": [opening.pk],
        "alumni_referral": [referral.pk],
        **{key: [newsletter.pk] for key in ("alumni_newsletter", "alumni_newsletter_change", "alumni_newsletter_send")},
        "appointment_cancel": [departure],
        "prepare": [departure],
        "talk_part": [interview, "content"],
        "release": [1],
        "release_document": [1],
        "release_progress": [run],
        "release_stop": [run],
        "report": [1],
        "report_file": ["psychosocial", 1, "pdf"],
        "standing_stop": [standing.pk],
        "reference_figures_withdraw": [figures.pk],
        "telling_letter": ["nl"],
        "telling_letter_file": ["nl", "txt"],
        **{key: [told.pk] for key in ("telling", "telling_publish", "telling_withdraw")},
        "measure": ["experience"],
        "measure_download": ["experience"],
        "measure_workbook": ["experience"],
        "drawing_svg": ["experience", "experience"],
        "drawing_png": ["experience", "experience"],
    }
    arguments |= {key: [departure] for key in OF_A_FAREWELL}
    arguments |= {key: [action.pk] for key in OF_AN_ACTION} | {"action_step": [action.pk, action.steps.get().pk]}
    arguments |= {name: [interview] for name in OF_A_CONVERSATION} | {name: [1] for name in OF_A_QUESTIONNAIRE}
    return lambda name: reverse(name, args=arguments.get(name, []))


def _logo():
    out = BytesIO()
    Image.new("RGB", (200, 60), "navy").save(out, "PNG")
    return out.getvalue()


def _shared_with(*readers, cast):
    """The confirmed summary of somebody who has left, shared with these accounts."""
    held = spoke(cast, 1)[0]
    at = held.finished_at
    Interview.objects.filter(pk=held.pk).update(summary_confirmed_at=at, summary_confirmed_where="pages")
    held.refresh_from_db()
    interviews.share_summary(held, readers, by="leaver", at=at)
    return held.pk


def test_the_table_names_every_route_and_no_other():
    assert {route.name for route in _routes(get_resolver().url_patterns)} == set(ACCESS)


@pytest.mark.parametrize("method", ["get", "post"])
def test_only_the_declared_roles_reach_a_page(signed_in, address, method):
    wrong = []
    clients = {role: signed_in(role) for role in ROLES}
    for name in GUARDED:
        for role in ROLES:
            status = getattr(clients[role], method)(address(name)).status_code
            # Whoever may come in may meet a refusal or a wrong method, never a 404. Everybody else meets nothing but a
            # 404; somebody else's interviewer may also learn that the method is wrong, which says nothing of the thing.
            reached = status not in ((404, 405) if role == "second_interviewer" and name in OWN_ONLY else (404,))
            if reached != _may(role, name, method) or status >= 500:
                wrong.append((name, role, method, status))
    assert not wrong


def test_nobody_without_an_account_gets_further_than_the_sign_in_page(signed_in, address):
    visitor = signed_in("")
    for name in GUARDED:
        answer = visitor.get(address(name))
        assert answer.status_code == 302, name
        assert answer["Location"].startswith(reverse("account_login")), name


def test_an_inactive_account_reaches_nothing(cast, signed_in):
    client = signed_in("hr_lead")
    cast.hr_lead.is_active = False
    cast.hr_lead.save()
    assert client.get(reverse("today")).status_code == 302


def test_every_answer_carries_the_strict_policy(signed_in):
    policy = signed_in("hr_lead").get(reverse("today"))["Content-Security-Policy"]
    assert "default-src 'none'" in policy
    assert "unsafe" not in policy
    assert "http" not in policy
