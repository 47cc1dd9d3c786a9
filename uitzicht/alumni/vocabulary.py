"""The words of alumni: what somebody wants to hear about, and what they tell of themselves."""

from django.db.models import TextChoices
from django.utils.translation import pgettext_lazy


class Interest(TextChoices):
    """What a former colleague wants a mail about; nothing is chosen beforehand. TELLING: what was changed since."""

    NEWS = "news", pgettext_lazy("interest", "news of the organisation")
    OPENINGS = "openings", pgettext_lazy("interest", "openings")
    MEETUPS = "meetups", pgettext_lazy("interest", "meet-ups")
    TELLING = "telling", pgettext_lazy("interest", "what was changed after what leavers told")


class Recommend(TextChoices):
    YES = "yes", pgettext_lazy("recommend", "would recommend us")
    PERHAPS = "perhaps", pgettext_lazy("recommend", "might recommend us")
    NO = "no", pgettext_lazy("recommend", "would not recommend us")


class Return(TextChoices):
    YES = "yes", pgettext_lazy("return", "would come back")
    PERHAPS = "perhaps", pgettext_lazy("return", "might come back")
    NO = "no", pgettext_lazy("return", "would not come back")


class LinkKind(TextChoices):
    """PAGE: opens the own page. ADDRESS: says that an address is one's own."""

    PAGE = "page"
    ADDRESS = "address"
