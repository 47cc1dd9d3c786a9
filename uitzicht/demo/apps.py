from django.apps import AppConfig


class DemoConfig(AppConfig):
    name = "uitzicht.demo"
    label = "demo"
