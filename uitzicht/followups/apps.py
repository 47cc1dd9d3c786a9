from django.apps import AppConfig


class FollowupsConfig(AppConfig):
    name = "uitzicht.followups"
    label = "followups"
