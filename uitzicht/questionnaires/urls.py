"""Addresses of the questionnaire."""

from django.urls import path

from uitzicht.questionnaires.views import editing, item, listing, preview, publishing

urlpatterns = [
    path("questionnaires/", listing.questionnaires, name="questionnaires"),
    path("questionnaires/draft/", publishing.questionnaire_start, name="questionnaire_start"),
    path("questionnaires/<int:number>/", listing.questionnaire, name="questionnaire"),
    path("questionnaires/<int:number>/missing/", listing.questionnaire_missing, name="questionnaire_missing"),
    path("questionnaires/<int:number>/preview/", preview.questionnaire_preview, name="questionnaire_preview"),
    path(
        "questionnaires/<int:number>/guide-<str:language>.pdf", preview.questionnaire_guide, name="questionnaire_guide"
    ),
    path("questionnaires/<int:number>/items/<str:key>/", item.questionnaire_item, name="questionnaire_item"),
    path("questionnaires/<int:number>/parts/<str:part>/", editing.questionnaire_part, name="questionnaire_part"),
    path("questionnaires/<int:number>/parts/<str:part>/add/", editing.questionnaire_add, name="questionnaire_add"),
    path("questionnaires/<int:number>/arrange/", editing.questionnaire_arrange, name="questionnaire_arrange"),
    path("questionnaires/<int:number>/undo/", editing.questionnaire_undo, name="questionnaire_undo"),
    path("questionnaires/<int:number>/publish/", publishing.questionnaire_publish, name="questionnaire_publish"),
    path("questionnaires/<int:number>/retire/", publishing.questionnaire_retire, name="questionnaire_retire"),
    path("questionnaires/<int:number>/delete/", publishing.questionnaire_delete, name="questionnaire_delete"),
]
