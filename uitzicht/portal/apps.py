from django.apps import AppConfig


class PortalConfig(AppConfig):
    name = "uitzicht.portal"
    label = "portal"
