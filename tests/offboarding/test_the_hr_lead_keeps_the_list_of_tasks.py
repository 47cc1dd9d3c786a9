import pytest
from django.urls import reverse
from django.utils import timezone, translation

from tests.departures.cases import BY, register_from_today
from tests.offboarding.cases import codes, from_today, task
from uitzicht.offboarding.models import Desk, TemplateTask
from uitzicht.offboarding.services import start_checklist
from uitzicht.privacy.models import AuditEntry

NEW = {
    "name_nl": "Zet de naam van de site",
    "step": "documents",
    "owner_role": "it",
    "due": "-2",
    "kinds": ["resignation"],
    "job_families": "Operations, Sales",
    "active": "on",
}


@pytest.fixture
def browser(signed_in):
    return signed_in("hr_lead")


def test_the_page_installs_the_shipped_list_once(browser):
    for _visit in range(2):
        assert browser.get(reverse("checklist_template")).status_code == 200
    assert TemplateTask.objects.count() > 15
    assert AuditEntry.objects.filter(action="checklist.template_installed").count() == 1


def test_a_task_is_added_and_new_checklists_get_it(cast, browser):
    earlier = from_today(cast)
    browser.post(reverse("checklist_template_add"), NEW)
    own = TemplateTask.objects.get(names__nl="Zet de naam van de site")
    assert (own.due, own.kinds, own.job_families) == (-2, ["resignation"], ["Operations", "Sales"])
    later = start_checklist(register_from_today(cast.colleague), by=BY, at=timezone.now())
    assert own.code in codes(later)
    assert own.code not in codes(earlier)


def test_a_task_needs_a_name_in_one_language_and_others_fall_back(browser):
    answer = browser.post(reverse("checklist_template_add"), NEW | {"name_nl": ""})
    assert answer.context["form"].errors["name_nl"]
    browser.post(reverse("checklist_template_add"), NEW)
    own = TemplateTask.objects.get(names__nl="Zet de naam van de site")
    with translation.override("de"):
        assert own.name == "Zet de naam van de site"


def test_a_task_is_renamed_and_switched_off(cast, browser):
    checklist = from_today(cast)
    found = TemplateTask.objects.get(code="farewell-thank")
    address = reverse("checklist_template_task", args=[found.pk])
    browser.post(address, {"name_en": "Say thanks", "step": "farewell", "owner_role": "manager", "due": "0"})
    found.refresh_from_db()
    assert (found.names, found.active) == ({"en": "Say thanks"}, False)
    assert task(checklist, "farewell-thank").names["en"] != "Say thanks"


def test_a_circle_is_refused_on_the_form(cast, browser):
    from_today(cast)
    first, last = (TemplateTask.objects.get(code=f"announcement-{name}") for name in ("agree", "contacts"))
    said = {"name_nl": "X", "step": "announcement", "owner_role": "manager", "due": "-20", "needs": [last.pk]}
    answer = browser.post(reverse("checklist_template_task", args=[first.pk]), said)
    assert "wait for each other" in str(answer.context["form"].errors["needs"])


def test_a_task_moves_among_those_of_its_step(browser):
    browser.get(reverse("checklist_template"))

    def order():
        return list(TemplateTask.objects.filter(step="property").values_list("code", flat=True))

    before = order()
    second = TemplateTask.objects.get(code=before[1])
    address = reverse("checklist_template_move", args=[second.pk])
    browser.post(address, {"to": "up"})
    assert order() == [before[1], before[0], *before[2:]]
    browser.post(address, {"to": "up"})
    assert order()[0] == before[1]
    browser.post(address, {"to": "down"})
    assert order() == before


def test_a_desk_gets_a_name_and_the_open_tasks_that_nobody_had(cast, browser):
    checklist = start_checklist(register_from_today(cast.leaver), by=BY, at=timezone.now())
    assert task(checklist, "property-it").owner_email == ""
    browser.post(reverse("checklist_template"), {"name_it": "Helpdesk", "email_it": "help@havenlicht.example"})
    assert task(checklist, "property-it").owner_email == "help@havenlicht.example"
    answer = browser.post(reverse("checklist_template"), {"name_it": "Helpdesk", "email_it": ""})
    assert answer.context["form"].errors["email_it"]
    browser.post(reverse("checklist_template"), {"name_it": "", "email_it": ""})
    assert not Desk.objects.exists()
