from django.apps import AppConfig


class OffboardingConfig(AppConfig):
    name = "uitzicht.offboarding"
    label = "offboarding"
