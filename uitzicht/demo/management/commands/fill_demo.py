"""``uitzicht demo`` fills its database through this command, so that the command line need not know this room."""

from typing import Any

from django.core.management.base import BaseCommand
from django.utils import timezone

from uitzicht.demo.inventing import fill


class Command(BaseCommand):
    help = "Fill an empty database with the invented organisation of the demo; a complete one stays as it is."
    stealth_options = ("progress",)

    def handle(self, *args: Any, **options: Any) -> None:
        fill(at=timezone.now(), progress=options.get("progress"))
