from django.apps import AppConfig


class ReportsConfig(AppConfig):
    name = "uitzicht.reports"
    label = "reports"
