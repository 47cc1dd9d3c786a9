from django.urls import path

from uitzicht.release.views import approving, desk, frozen, running

urlpatterns = [
    path("releases/", desk.releases, name="releases"),
    path("releases/propose/", approving.release_propose, name="release_propose"),
    path("releases/approve/", approving.release_approve, name="release_approve"),
    path("releases/decline/", approving.release_decline, name="release_decline"),
    path("releases/run/", running.release_run, name="release_run"),
    path("releases/run/<int:run>/", running.release_progress, name="release_progress"),
    path("releases/run/<int:run>/stop/", running.release_stop, name="release_stop"),
    path("releases/<int:number>/", frozen.release, name="release"),
    path("releases/<int:number>/document.json", frozen.release_document, name="release_document"),
]
