"""Addresses of the leaver's own pages. Only the door itself holds a token, and it comes last: it fits every word."""

from django.urls import path

from uitzicht.portal.views import (
    appointment,
    card,
    consents,
    data,
    door,
    erasing,
    handing_in,
    home,
    paper,
    questions,
    summary,
)

urlpatterns = [
    path("departures/<uuid:pk>/paper.pdf", paper.paper, name="paper"),
    path("my/", home.my_pages, name="my_pages"),
    path("my/enter/", door.my_enter, name="my_enter"),
    path("my/leave/", door.my_leave, name="my_leave"),
    path("my/code/", door.my_code, name="my_code"),
    path("my/promise/", door.my_promise, name="my_promise"),
    path("my/appointment/", appointment.my_appointment, name="my_appointment"),
    path("my/appointment/accept/", appointment.my_appointment_accept, name="my_appointment_accept"),
    path("my/appointment/ask/", appointment.my_appointment_ask, name="my_appointment_ask"),
    path("my/appointment/decline/", appointment.my_appointment_decline, name="my_appointment_decline"),
    path("my/appointment.ics", appointment.my_calendar, name="my_calendar"),
    path("my/consents/", consents.my_consents, name="my_consents"),
    path("my/summary/", summary.my_summary, name="my_summary"),
    path("my/summary/confirm/", summary.my_summary_confirm, name="my_summary_confirm"),
    path("my/summary/correct/", summary.my_summary_correct, name="my_summary_correct"),
    path("my/summary/share/", summary.my_summary_share, name="my_summary_share"),
    path("my/summary/revoke/<int:reader>/", summary.my_summary_revoke, name="my_summary_revoke"),
    path("my/questions/", questions.my_questions, name="my_questions"),
    path("my/questions/save/", questions.my_save, name="my_save"),
    path("my/questions/reasons/", questions.my_reasons, name="my_reasons"),
    path("my/questions/themes/", handing_in.my_themes, name="my_themes"),
    path("my/questions/hand-in/", handing_in.my_hand_in, name="my_hand_in"),
    path("my/questions/<slug:part>/", questions.my_part, name="my_part"),
    path("my/card/", card.my_card, name="my_card"),
    path("my/data/", data.my_data, name="my_data"),
    path("my/data.txt", data.my_data_text, name="my_data_text"),
    path("my/data.json", data.my_data_json, name="my_data_json"),
    path("my/erase/", erasing.my_erase, name="my_erase"),
    path("my/<str:token>/", door.my_door, name="my_door"),
]
