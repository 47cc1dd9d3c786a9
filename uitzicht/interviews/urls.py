from django.urls import path, re_path

from uitzicht.interviews import views
from uitzicht.questionnaires.vocabulary import Part

# Only the names of parts, so that a part never takes the address of another page of the conversation.
PARTS = "|".join(Part.values)
UUID = "[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}"

urlpatterns = [
    path("interviews/", views.interviews, name="interviews"),
    path("interviews/<uuid:pk>/prepare/", views.prepare, name="prepare"),
    path("interviews/<uuid:pk>/", views.talk, name="talk"),
    re_path(rf"^interviews/(?P<pk>{UUID})/(?P<part>{PARTS})/$", views.talk_part, name="talk_part"),
    path("interviews/<uuid:pk>/save/", views.save_answer, name="save_answer"),
    path("interviews/<uuid:pk>/reasons/", views.reasons, name="reasons"),
    path("interviews/<uuid:pk>/save/reasons/", views.save_reasons, name="save_reasons"),
    path("interviews/<uuid:pk>/save/summary/", views.save_summary, name="save_summary"),
    path("interviews/<uuid:pk>/time/", views.record_part, name="record_part"),
    path("interviews/<uuid:pk>/on-paper/", views.on_paper, name="on_paper"),
    path("interviews/<uuid:pk>/finish/", views.finish, name="finish"),
    path("interviews/<uuid:pk>/summary/", views.summary, name="summary"),
    path("interviews/<uuid:pk>/summary/at-the-table/", views.confirm_at_table, name="confirm_at_table"),
    path("summaries/", views.shared_summaries, name="shared_summaries"),
    path("summaries/<uuid:pk>/", views.shared_summary, name="shared_summary"),
]
