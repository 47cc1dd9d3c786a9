from tests.cast import NOW
from tests.departures.cases import BY, register
from tests.offboarding.cases import begun, codes, refused, task
from uitzicht.departures.services import advance
from uitzicht.departures.vocabulary import Stage
from uitzicht.offboarding.models import TemplateTask
from uitzicht.offboarding.services import start_checklist
from uitzicht.offboarding.template_file import first_tasks
from uitzicht.offboarding.vocabulary import LANGUAGES, Step
from uitzicht.people.models import Position
from uitzicht.privacy.models import AuditEntry


def test_it_covers_the_seven_steps(cast):
    assert set(begun(cast).tasks.values_list("step", flat=True)) == set(Step.values)


def test_every_task_of_the_file_speaks_four_languages_and_needs_known_tasks():
    tasks = first_tasks()
    known = {one.code for one in tasks}
    assert all(one.names[language] for one in tasks for language in LANGUAGES)
    assert all(set(one.needs) <= known for one in tasks)
    assert len(known) == len(tasks)


def test_starting_twice_gives_the_same_checklist(cast):
    checklist = begun(cast)
    count = checklist.tasks.count()
    assert start_checklist(checklist.departure, by=BY, at=NOW) == checklist
    assert checklist.tasks.count() == count
    assert AuditEntry.objects.filter(action="checklist.started").count() == 1


def test_the_kind_of_departure_chooses_tasks(cast):
    retiring = begun(cast, kind="retirement")
    staying = start_checklist(register(cast.colleague), by=BY, at=NOW)
    assert "documents-pension" in codes(retiring)
    assert "documents-pension" not in codes(staying)


def test_the_job_family_chooses_tasks(cast):
    Position.objects.filter(person=cast.leaver).update(job_family="ict")
    assert "hand-over-admin-rights" in codes(begun(cast))
    assert "hand-over-admin-rights" not in codes(start_checklist(register(cast.colleague), by=BY, at=NOW))


def test_after_a_death_only_documents_and_property_are_left(cast):
    checklist = begun(cast, kind="death")
    assert set(checklist.tasks.values_list("step", flat=True)) == {Step.DOCUMENTS, Step.PROPERTY}
    assert "documents-letter" not in codes(checklist)


def test_owners_follow_from_the_staff_list_and_the_desks(cast):
    checklist = begun(cast)
    assert task(checklist, "announcement-team").owner_email == cast.line_manager.work_email
    assert task(checklist, "property-it").owner_email == "it@havenlicht.example"
    assert task(checklist, "hand-over-talk").owner_email == ""


def test_a_task_that_is_switched_off_is_left_out(cast):
    begun(cast)
    TemplateTask.objects.filter(code="farewell-thank").update(active=False)
    assert "farewell-thank" not in codes(start_checklist(register(cast.colleague), by=BY, at=NOW))


def test_a_cancelled_departure_gets_none(cast):
    departure = register(cast.leaver)
    advance(departure, Stage.CANCELLED, by=BY, at=NOW)
    with refused("checklist.cancelled"):
        start_checklist(departure, by=BY, at=NOW)
