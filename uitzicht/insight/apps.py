from django.apps import AppConfig


class InsightConfig(AppConfig):
    name = "uitzicht.insight"
    label = "insight"
