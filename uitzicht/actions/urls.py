"""Addresses of actions."""

from django.urls import path

from uitzicht.actions.telling.urls import urlpatterns as telling
from uitzicht.actions.views import listing, page, proposing

urlpatterns = [
    path("actions/", listing.actions, name="actions"),
    path("actions/new/", proposing.action_new, name="action_new"),
    path("actions/<int:pk>/", page.action, name="action"),
    path("actions/<int:pk>/change/", page.action_change, name="action_change"),
    path("actions/<int:pk>/move/", page.action_move, name="action_move"),
    path("actions/<int:pk>/owner/", page.action_hand_over, name="action_hand_over"),
    path("actions/<int:pk>/note/", page.action_note, name="action_note"),
    path("actions/<int:pk>/steps/", page.action_step_add, name="action_step_add"),
    path("actions/<int:pk>/steps/<int:step>/", page.action_step, name="action_step"),
    *telling,
]
