"""The release job in the process of the test; see ``RELEASE_JOB`` in tests/settings.py."""

from uitzicht.release.job import perform


def run(pk: int) -> None:
    perform(pk)
