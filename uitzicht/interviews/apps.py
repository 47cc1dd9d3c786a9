from django.apps import AppConfig


class InterviewsConfig(AppConfig):
    name = "uitzicht.interviews"
    label = "interviews"
