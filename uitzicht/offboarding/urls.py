"""Addresses of the checklist."""

from django.urls import path

from uitzicht.offboarding.views import checklist, door, farewell, last_day, listing, property, task_farewell, template

urlpatterns = [
    path("departures/<uuid:pk>/checklist/", checklist.checklist, name="checklist"),
    path("departures/<uuid:pk>/checklist/ask/", checklist.checklist_ask, name="checklist_ask"),
    path("departures/<uuid:pk>/checklist/texts/", checklist.checklist_texts, name="checklist_texts"),
    path("departures/<uuid:pk>/property/", property.property_register, name="property_register"),
    path("departures/<uuid:pk>/farewell/", farewell.farewell, name="farewell"),
    path("departures/<uuid:pk>/farewell.ics", farewell.farewell_calendar, name="farewell_calendar"),
    path("departures/<uuid:pk>/card/", farewell.thanks_card, name="thanks_card"),
    path("departures/<uuid:pk>/card.pdf", farewell.thanks_card_pdf, name="thanks_card_pdf"),
    path("departures/<uuid:pk>/last-day/", last_day.last_day, name="last_day"),
    path("departures/<uuid:pk>/last-mail/", last_day.final_mail, name="final_mail"),
    path("departures/<uuid:pk>/references/", last_day.references, name="references"),
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
    path("task/farewell/", task_farewell.task_farewell, name="task_farewell"),
    path("task/farewell.ics", task_farewell.task_farewell_calendar, name="task_farewell_calendar"),
    path("task/card/", task_farewell.task_card, name="task_card"),
    path("task/card.pdf", task_farewell.task_card_pdf, name="task_card_pdf"),
    path("task/<str:token>/", door.task_door, name="task_door"),
]
