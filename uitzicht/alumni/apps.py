from django.apps import AppConfig


class AlumniConfig(AppConfig):
    name = "uitzicht.alumni"
    label = "alumni"
