"""For the works council: what is asked and why, who reads what, how long it is kept, how it is protected and where that ends.

Generated from the settings in force; figures of answers are not needed. Law is named as far as the design of the product
names it, and no further: docs/methods/reports.md.
"""

from django.utils.translation import gettext as _

from uitzicht.insight import words
from uitzicht.privacy.policies import policy_in_force
from uitzicht.reports.definition import Report, ReportKind
from uitzicht.reports.kinds.works_council.data import asked_about, purpose, readers, retention
from uitzicht.reports.kinds.works_council.protection import attack, figures_shown, limits, settings_in_force
from uitzicht.reports.kinds.works_council.rights import consultation, promise
from uitzicht.reports.telling import Asked, about_release, certificate, unbroken


def report(asked: Asked) -> Report:
    policy = policy_in_force()
    about = about_release(asked) if asked.released else _before_the_first_release(asked, policy.k)
    title = _("Exit interviews at {organisation}: what is asked, kept and shown")
    on = unbroken(asked.released.released_on if asked.released else asked.on)
    return Report(
        kind=ReportKind.WORKS_COUNCIL,
        title=title.format(organisation=about["organisation"]),
        subtitle=_("Dossier for the works council, {date}").format(date=on),
        lede=(
            _(
                "This dossier is generated from the settings in force. It holds no answers and no figures about answers."
            ),
            _("What it says about the software is what the software does; what people have to do is named as such."),
        ),
        parts=(),
        texts=(
            purpose(),
            asked_about(policy),
            readers(policy),
            retention(policy),
            figures_shown(policy),
            promise(policy),
            attack(asked.released),
            limits(),
            consultation(),
            settings_in_force(policy),
        ),
        closing=(certificate(asked.released),) if asked.released else (),
        figures=(),
        **about,  # type: ignore[arg-type]
    )


def _before_the_first_release(asked: Asked, k: int) -> dict[str, object]:
    foot = _("Before the first release, {date}. Threshold: {k} people.")
    return {
        "language": asked.language,
        "organisation": asked.organisation,
        "release": 0,
        "released_on": asked.on,
        "k": k,
        "certificate": "",
        "foot": foot.format(date=words.long_date(asked.on), k=k),
        "brand": asked.brand,
    }
