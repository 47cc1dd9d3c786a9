from django.apps import AppConfig


class PrivacyConfig(AppConfig):
    name = "uitzicht.privacy"
    label = "privacy"
