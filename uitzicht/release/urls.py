from django.urls import path

from uitzicht.release import views

urlpatterns = [
    path("releases/", views.releases, name="releases"),
    path("releases/run/", views.release_run, name="release_run"),
    path("releases/<int:number>/", views.release, name="release"),
    path("releases/<int:number>/document.json", views.release_document, name="release_document"),
]
