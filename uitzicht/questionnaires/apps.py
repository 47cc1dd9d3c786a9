from django.apps import AppConfig


class QuestionnairesConfig(AppConfig):
    name = "uitzicht.questionnaires"
    label = "questionnaires"
