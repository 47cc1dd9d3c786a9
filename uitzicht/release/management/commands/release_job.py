"""The process of the release job, as ``release.job.run`` starts it. People use ``uitzicht release``."""

from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandParser
from django.utils import translation

from uitzicht.release.job import perform
from uitzicht.release.runs import heartbeat


class Command(BaseCommand):
    help = "Perform one run of the release job that the release desk announced."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("run", type=int)

    def handle(self, *args: Any, **options: Any) -> None:
        with translation.override(settings.UITZICHT.language), heartbeat(options["run"]):
            perform(options["run"])
