from django.apps import AppConfig


class DeparturesConfig(AppConfig):
    name = "uitzicht.departures"
    label = "departures"
