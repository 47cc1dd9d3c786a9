"""Addresses of the checklist."""

from django.urls import path

from uitzicht.offboarding.views import checklist, door, listing, property, template

urlpatterns = [
    path("departures/<uuid:pk>/checklist/", checklist.checklist, name="checklist"),
    path("departures/<uuid:pk>/checklist/ask/", checklist.checklist_ask, name="checklist_ask"),
    path("departures/<uuid:pk>/checklist/texts/", checklist.checklist_texts, name="checklist_texts"),
    path("departures/<uuid:pk>/property/", property.property_register, name="property_register"),
    path("checklists/", listing.checklists, name="checklists"),
    path("checklists/tasks/<int:pk>/", checklist.checklist_task, name="checklist_task"),
    path("checklists/template/", template.checklist_template, name="checklist_template"),
    path("checklists/template/new/", template.checklist_template_add, name="checklist_template_add"),
    path("checklists/template/<int:pk>/", template.checklist_template_task, name="checklist_template_task"),
    path("checklists/template/<int:pk>/move/", template.checklist_template_move, name="checklist_template_move"),
    path("checklists/property/import/", property.property_import, name="property_import"),
    path("checklists/property/import/<uuid:pk>/", property.property_import_review, name="property_import_review"),
    path("checklists/property/example/", property.property_sample, name="property_sample"),
    path("tasks/", listing.my_tasks, name="my_tasks"),
    path("task/", door.task_page, name="task_page"),
    path("task/<str:token>/", door.task_door, name="task_door"),
]
