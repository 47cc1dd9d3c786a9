from django.utils.translation import gettext_lazy as _

from uitzicht.core.refusal import Refusal


def ensure_unchanged(number: int, *, published: str, offered: str, next_number: int) -> None:
    """Refuse other content for a version that is published; ``published`` and ``offered`` are digests of content."""
    if published != offered:
        message = _(
            "Version {version} is published and no longer changes. That keeps answers comparable. "
            "Create version {next_version}; questions that measure the same keep their key."
        )
        raise Refusal("questionnaire.version_published", message, version=number, next_version=next_number)
