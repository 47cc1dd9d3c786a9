from django.urls import path

from uitzicht.coding import views

urlpatterns = [
    path("interviews/<uuid:pk>/reasons/", views.reasons, name="reasons"),
    path("interviews/<uuid:pk>/save/reasons/", views.save_reasons, name="save_reasons"),
    path("interviews/<uuid:pk>/code/", views.code, name="code"),
]
