"""Addresses of the demo; outside demo mode every one of them is 404."""

from django.urls import path

from uitzicht.demo import views

urlpatterns = [
    path("demo/", views.demo, name="demo"),
    path("demo/mail/", views.demo_mail, name="demo_mail"),
    path("demo/<slug:role>/", views.demo_enter, name="demo_enter"),
]
