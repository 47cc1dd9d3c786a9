from django.apps import AppConfig


class PeopleConfig(AppConfig):
    name = "uitzicht.people"
    label = "people"
