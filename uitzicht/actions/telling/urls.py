"""Addresses of "you said, we did"."""

from django.urls import path

from uitzicht.actions.telling import views

urlpatterns = [
    path("you-said-we-did/", views.you_said_we_did, name="you_said_we_did"),
    path("actions/told/", views.tellings, name="tellings"),
    path("actions/told/letter/<slug:language>/", views.telling_letter, name="telling_letter"),
    path("actions/told/letter-<slug:language>.<slug:form>", views.telling_letter_file, name="telling_letter_file"),
    path("actions/<int:pk>/telling/", views.telling, name="telling"),
    path("actions/<int:pk>/telling/publish/", views.telling_publish, name="telling_publish"),
    path("actions/<int:pk>/telling/withdraw/", views.telling_withdraw, name="telling_withdraw"),
]
