from django.apps import AppConfig


class CodingConfig(AppConfig):
    name = "uitzicht.coding"
    label = "coding"
