from django.urls import path

from uitzicht.coding import views

urlpatterns = [
    path("interviews/<uuid:pk>/code/", views.code, name="code"),
]
