"""How the figures of a report were made, in short, from the parameters of its own release."""

from django.utils.translation import gettext as _

from uitzicht.insight.published import Published
from uitzicht.insight.rules import ENOUGH


def methods(of: Published) -> list[str]:
    """One paragraph for each rule that shapes the figures."""
    parameters = of.document["parameters"]
    return [
        _(
            "A release is a closed, checked set of figures. Answers are kept in sealed bundles of at least {k} people."
            " Every figure is a sum of whole bundles, and covers at least {k} people."
        ).format(k=parameters["k"]),
        _(
            "Close to none and to all, no exact figure is shown, but an end band: fewer than {m}, or more than all but {m}."
            " The smaller the group, the coarser the number."
        ).format(m=parameters["m"]),
        _(
            "The base counts the people who answered that question. Ranges of shares are Wilson intervals at 95%."
            " Spread of scores is never published; the range of a mean is therefore taken as wide as such a mean allows."
        ),
        _("With fewer than {enough} answers no conclusion is drawn.").format(enough=ENOUGH),
        _(
            "Who left, when and from which unit is known in the organisation. Those counts are complete and have no range."
        ),
    ]


def limits() -> list[str]:
    return [
        _("Not everybody who left answered. Those who did may differ from those who did not."),
        _("Reasons are what people named. They are not proven causes."),
        _("Figures side by side are not yet a difference. Where a difference was tested, the text says so."),
    ]
