from django.apps import AppConfig


class HistoryConfig(AppConfig):
    name = "uitzicht.history"
    label = "history"
