from django.apps import AppConfig


class UiConfig(AppConfig):
    name = "uitzicht.ui"
    label = "ui"
