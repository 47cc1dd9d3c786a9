from django.apps import AppConfig


class ReleaseConfig(AppConfig):
    name = "uitzicht.release"
    label = "release"
