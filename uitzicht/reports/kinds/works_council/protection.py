"""How figures are protected, what the attack found, and what nobody can protect."""

from collections.abc import Iterator

from django.utils.translation import gettext as _
from django.utils.translation import ngettext, pgettext

from uitzicht.insight import words
from uitzicht.privacy.models import Policy
from uitzicht.privacy.policies import SETTINGS
from uitzicht.privacy.vocabulary import SETTING_LABELS, spoken_setting
from uitzicht.release.queries import Released
from uitzicht.reports.definition import Text
from uitzicht.reports.queries import attack_on
from uitzicht.ui.templatetags.ui import number


def figures_shown(policy: Policy) -> Text:
    return Text(_("What is shown, and what is not"), tuple(_shown(policy)))


def _shown(policy: Policy) -> Iterator[str]:
    yield _(
        "The organisation sees answers as figures of a release only: a closed, checked set of figures. There is no page"
        " with answers of one person, and there are no live figures."
    )
    yield _(
        "A figure covers at least {k} people, and at least {sensitive} for sensitive details and open answers. Close to none"
        " and to all, a range stands instead of a number, so that no answer follows for everybody in a group."
    ).format(k=policy.k, sensitive=policy.k_sensitive)
    yield ngettext(
        "A release is made once a month at most, never to answer a question in between.",
        "A release is made once every {count} months at most, never to answer a question in between.",
        policy.months_between_releases,
    ).replace("{count}", str(policy.months_between_releases))
    yield ngettext(
        "Answers of too few people wait. After {count} release they count one level higher in the organisation.",
        "Answers of too few people wait. After {count} releases they count one level higher in the organisation.",
        policy.patience,
    ).format(count=policy.patience)
    yield _("Nothing of a conversation is in a release before the last day worked has passed.")
    if policy.second_approval:
        yield _(
            "A release is made by two people: the HR lead proposes it, the privacy guardian approves or declines it."
        )
    else:
        yield _("The HR lead makes a release alone. A second person who approves can be asked for in the settings.")
    yield _("What somebody said is never printed word for word: quotes are not part of the figures.")


def attack(released: Released | None) -> Text:
    """The test attack on the release of this dossier, in numbers."""
    found = attack_on(released.number) if released else {}
    return Text(_("The test attack"), tuple(_attack(released, found)))


def _attack(released: Released | None, found: dict[str, int]) -> Iterator[str]:
    yield _(
        "Before each release a separate program attacks the new figures together with everything published earlier. It knows"
        " who left, from which unit and who answered, and the answers of one of them. Where it can work out an answer, the"
        " figures are made coarser; where that does not help, nothing is published."
    )
    if released is None:
        yield _("No release has been made yet, so there is no result to report.")
        return
    if "figures" in found and "respondents" in found:
        yield _(
            "Release {release} of {date}: {figures} figures about {people} people were attacked. The attack opened {opened}."
        ).format(
            release=released.number,
            date=words.long_date(released.released_on),
            figures=number(found["figures"]),
            people=number(found["respondents"]),
            opened=number(found.get("opened", 0)),
        )
    yield _("The certificate at the end names this release exactly: whoever has the document can compute it again.")


def limits() -> Text:
    return Text(_("What is not protected"), tuple(_limits()))


def _limits() -> Iterator[str]:
    yield _("What people tell each other, and what a manager knows or guesses without any figure.")
    yield _(
        "Plain probability: where nearly everybody in a group thinks the same, that says something about each of them."
    )
    yield _("The interviewer knows the conversation. Whoever hears of serious misconduct may have a duty to act on it.")
    yield _("A system operator who has both the database and the keys can read conversations.")
    yield _("Who left, when, and who took part is known in HR, and managers read how many left their units.")
    yield _("How many people skipped a question can follow from the figures; what they would have said cannot.")
    yield _("Two people of one group who put their own answers together are not part of the attack.")
    yield _("Each question is attacked by itself; what questions say about each other is not.")
    yield _(
        "Backups hold what was erased until they are overwritten. How long they are kept is up to the organisation."
    )
    yield _(
        "Some of it rests on people: the nightly job that erases and reminds has to run, and accounts of people who leave"
        " have to be closed."
    )


def settings_in_force(policy: Policy) -> Text:
    since = (
        _(
            "Decided on {date}. Every earlier decision, with its reason, stands in the product under privacy settings."
        ).format(date=words.long_date(policy.decided_at.date()))
        if policy.pk
        else _("Nobody changed a setting yet: these are the ones the product starts with.")
    )
    head = (pgettext("table", "Setting"), pgettext("table", "In force"))
    rows = [
        (str(SETTING_LABELS[name]), str(spoken_setting(name, getattr(policy, name))) or _("not filled in"))
        for name in SETTINGS
    ]
    return Text(_("The settings in force"), (since,), (head, *rows), _("Privacy settings"))
