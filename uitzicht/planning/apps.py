from django.apps import AppConfig


class PlanningConfig(AppConfig):
    name = "uitzicht.planning"
    label = "planning"
