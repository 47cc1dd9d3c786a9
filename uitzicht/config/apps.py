from django.apps import AppConfig


class ConfigConfig(AppConfig):
    name = "uitzicht.config"
    label = "config"
