from django.apps import AppConfig


class ActionsConfig(AppConfig):
    name = "uitzicht.actions"
    label = "actions"
