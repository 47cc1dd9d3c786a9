"""Addresses of the follow-up."""

from django.urls import path

from uitzicht.followups import views

urlpatterns = [
    path("follow-ups/", views.follow_ups, name="follow_ups"),
    path("later/hand-in/", views.follow_up_hand_in, name="follow_up_hand_in"),
    path("later/thanks/", views.follow_up_thanks, name="follow_up_thanks"),
    path("later/part/<int:number>/", views.follow_up_part, name="follow_up_part"),
    path("later/<str:token>/", views.follow_up_door, name="follow_up_door"),
    path("later/<str:token>/stop/", views.follow_up_stop, name="follow_up_stop"),
]
