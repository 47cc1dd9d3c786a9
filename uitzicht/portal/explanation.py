"""How an answer becomes a figure, in plain words for whoever leaves: generated from the settings in force."""

from dataclasses import dataclass

from django.utils.translation import gettext, ngettext

from uitzicht.core.disclosure.vocabulary import Parameters
from uitzicht.privacy.models import Policy

EXAMPLE = 20
"""How many people stand in the example of an end band."""


@dataclass(frozen=True, slots=True)
class Chapter:
    """One thing that happens, or one thing that nobody can protect."""

    code: str
    title: str
    sentences: tuple[str, ...]


def way_of_an_answer(policy: Policy) -> list[Chapter]:
    """What happens from the moment something is written until a figure appears, in that order."""
    values = _values(policy)
    chapters = (_written(policy), _waits(), _bundle(policy), _banded(), _attacked(policy), _frozen(policy))
    return [_filled(chapter, values) for chapter in chapters]


def limits() -> list[Chapter]:
    """What this does not protect against."""
    return [
        Chapter(
            "few",
            gettext("Few people, or all of one mind"),
            (
                gettext("Does nearly everyone in a group think the same? Then that says something about you too."),
                gettext(
                    "In a small team somebody may guess who thinks what. A guess is no proof, but we cannot stop it."
                ),
            ),
        ),
        Chapter(
            "told",
            gettext("What you tell others"),
            (
                gettext("What you tell a colleague, that colleague knows."),
                gettext("Whoever you let read your summary knows what is in it."),
            ),
        ),
        Chapter(
            "style",
            gettext("A style that someone recognises"),
            (
                gettext("Your words are not published. A quote appears only if you read it first and agree."),
                gettext("If you do, someone may recognise how you write."),
            ),
        ),
        Chapter(
            "server",
            gettext("Full access to the server"),
            (gettext("Someone with full access to the server and to its keys can open what is kept there."),),
        ),
    ]


def _values(policy: Policy) -> dict[str, str]:
    parameters = Parameters(policy.k, policy.k_sensitive, policy.colluders, policy.patience)
    return {
        "k": str(policy.k),
        "k_sensitive": str(policy.k_sensitive),
        "m": str(parameters.m),
        "base": str(EXAMPLE),
        "upper": str(EXAMPLE - parameters.m),
        "patience": str(policy.patience),
        "between": _months(policy.months_between_releases),
        "retention_notes": _months(policy.retention_notes_months),
        "retention_answers": _months(policy.retention_answers_months),
    }


def _months(count: int) -> str:
    return ngettext("{count} month", "{count} months", count).format(count=count)


def _filled(chapter: Chapter, values: dict[str, str]) -> Chapter:
    return Chapter(chapter.code, chapter.title, tuple(one.format(**values) for one in chapter.sentences))


def _written(policy: Policy) -> Chapter:
    sentences = [
        gettext(
            "What you fill in yourself is sealed when you hand it in. After that no page can show it, not even to you."
        ),
        gettext("Only the parts that you let your interviewer read are open to that one person."),
        gettext("What you tell in a conversation is written down and encrypted. Only your interviewer opens it."),
    ]
    if policy.inclusion_card:
        sentences.append(gettext("The unlinked card bears no name. Nothing ties it to you or to your other answers."))
    return Chapter("written", gettext("You write it or tell it"), tuple(sentences))


def _waits() -> Chapter:
    return Chapter(
        "waits",
        gettext("It waits until you have left"),
        (
            gettext("Up to and including your last day worked, nothing of it counts anywhere."),
            gettext("After that your answers wait for those of others. As long as they wait, they are in no total."),
        ),
    )


def _bundle(policy: Policy) -> Chapter:
    sentences = [
        gettext("Your answers are counted together with those of others: at least {k} people, in one bundle."),
        gettext("A bundle closes once and never opens again."),
        gettext("Every figure counts whole bundles. So nobody can subtract two reports and keep one person over."),
        gettext(
            "There are also figures by gender or age, for the whole organisation. They have bundles of their own. They appear "
            "only if both kinds together single nobody out."
        ),
        gettext("On sensitive matters a figure covers at least {k_sensitive} people."),
    ]
    if policy.patience:
        sentences.append(
            ngettext(
                "Too few people in your team? After {patience} release you count with a larger part of the organisation.",
                "Too few people in your team? After {patience} releases you count with a larger part of the organisation.",
                policy.patience,
            )
        )
    else:
        sentences.append(gettext("Too few people in your team? Then you count with a larger part of the organisation."))
    return Chapter("bundle", gettext("It goes into a bundle"), tuple(sentences))


def _banded() -> Chapter:
    return Chapter(
        "banded",
        gettext("It becomes a figure, and sometimes a coarse one"),
        (
            gettext("If everyone said the same, the figure would say what you said. So we never show none or all."),
            gettext("Of {base} people, then, we write “fewer than {m}” or “more than {upper}”, and no number."),
        ),
    )


def _attacked(policy: Policy) -> Chapter:
    sentences = [
        gettext("Before anything is published, a separate program tries to find out what one person said."),
        gettext("It knows who left, when and from which team, and all figures that appeared before."),
    ]
    if policy.colluders:
        sentences.append(gettext("It even takes into account that one colleague gives away their own answers."))
    sentences.append(gettext("If it succeeds, the figure becomes coarser. If that is not enough, we publish nothing."))
    return Chapter("attacked", gettext("We attack it ourselves"), tuple(sentences))


def _frozen(policy: Policy) -> Chapter:
    return Chapter(
        "frozen",
        gettext("It appears, and stays as it is"),
        (
            ngettext(
                "New figures appear once a month at most. They never change afterwards.",
                "New figures appear once every {between} at most. They never change afterwards.",
                policy.months_between_releases,
            ),
            gettext("We erase notes and summary after {retention_notes}, and answers after {retention_answers}."),
            gettext("That is counted from the end of your contract. Published figures remain."),
            gettext("Have your answers erased earlier, and they count in no new figure."),
        ),
    )
