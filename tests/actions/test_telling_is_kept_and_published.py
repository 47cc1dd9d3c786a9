"""What was done is proposed from a finished action, bettered by people, published, and taken off again."""

from collections.abc import Callable

import pytest
from django.test import Client
from django.urls import reverse
from pytest_django import DjangoAssertNumQueries

from tests.actions.cases import BY, TO_DONE, moved, proposed
from tests.cast import NOW, Cast
from uitzicht.actions import services as actions
from uitzicht.actions.models import Action, TellingText
from uitzicht.actions.telling import queries, rules, services
from uitzicht.actions.telling.drafts import draft
from uitzicht.core.refusal import Refusal
from uitzicht.privacy.models import AuditEntry

Ids = dict[str, str]
SignedIn = Callable[[str], Client]
PAGE = "/you-said-we-did/"
WORDS = {"said": "Pay is too low.", "did": "We raised all scales.", "brought": "It is too early to tell."}


@pytest.fixture
def done(cast: Cast, ids: Ids) -> Action:
    action = proposed(cast.hr_lead, steps=("Compare with the sector", "Talk with the unions"))
    for step in action.steps.filter(text__startswith="Compare"):
        actions.finish_step(step, by=BY, at=NOW)
    return moved(action, *TO_DONE)


def kept(action: Action, language: str = "en", **changes: str) -> TellingText:
    return services.keep_text(action, language=language, **(WORDS | changes), by=BY, at=NOW)


def test_the_proposal_has_the_frozen_finding_what_was_done_and_what_it_brought(done: Action) -> None:
    found = draft(done, "en", on=NOW.date())
    assert found.said == done.finding["en"]
    assert found.did == "Pay beside the market. Compare with the sector."
    assert found.brought == "The figures cannot tell whether it helped."  # its figure is shown as a range
    assert draft(done, "nl", on=NOW.date()).said == done.finding["nl"] != found.said


def test_only_what_is_finished_can_be_told(cast: Cast, ids: Ids) -> None:
    open_still = proposed(cast.hr_lead)
    with pytest.raises(Refusal) as refused:
        kept(open_still)
    assert refused.value.code == "telling.not_finished"
    assert list(queries.tellable()) == []


@pytest.mark.parametrize("part", ["said", "brought"])
def test_a_figure_that_stands_in_neither_finding_nor_effect_is_refused(done: Action, part: str) -> None:
    with pytest.raises(Refusal) as refused:
        kept(done, **{part: "17 of the 23 people said so."})
    assert refused.value.code == "telling.more_precise"
    assert "17, 23" in str(refused.value)
    assert not TellingText.objects.exists()


def test_figures_of_the_finding_may_stand_and_what_was_done_has_its_own(done: Action) -> None:
    text = kept(done, said=done.finding["en"], did="On 1 May 2026 all 12 scales went up by 3%.")
    assert text.said == done.finding["en"]


@pytest.mark.parametrize(("text", "source"), [("14.2%", "14,2 %"), ("20", "20.0"), ("between 3 and 4", "4, then 3")])
def test_a_figure_is_the_same_in_every_notation(text: str, source: str) -> None:
    rules.ensure_no_new_figures(text, [source])


def test_a_figure_with_more_digits_is_more_precise() -> None:
    with pytest.raises(Refusal):
        rules.ensure_no_new_figures("14.23%", ["14.2%"])


def test_nothing_is_published_before_somebody_kept_it(done: Action) -> None:
    with pytest.raises(Refusal) as refused:
        services.publish(done, by=BY, at=NOW)
    assert refused.value.code == "telling.nothing_kept"
    assert queries.published("en") == []


def test_published_is_read_without_an_account_and_withdrawn_is_gone(done: Action, client: Client) -> None:
    kept(done)
    assert WORDS["did"] not in client.get(PAGE).content.decode()
    services.publish(done, by=BY, at=NOW)
    page = client.get(PAGE)
    assert page.status_code == 200
    assert WORDS["did"] in page.content.decode()
    assert page["X-Robots-Tag"] == "noindex, nofollow"
    assert '<meta name="robots" content="noindex, nofollow">' in page.content.decode()
    services.withdraw(done, by=BY, at=NOW)
    assert WORDS["did"] not in client.get(PAGE).content.decode()
    assert TellingText.objects.filter(telling__action=done).count() == 1


def test_a_text_that_is_not_translated_is_shown_in_another_language_and_marked(done: Action, client: Client) -> None:
    kept(done, "en")
    services.publish(done, by=BY, at=NOW)
    (told,) = queries.published("fr")
    assert (told.text.language, told.is_translated) == ("en", False)
    page = client.get(PAGE, headers={"accept-language": "fr"}).content.decode()
    assert 'lang="en"' in page
    kept(done, "fr", did="Nous avons relevé tous les barèmes.")
    (told,) = queries.published("fr")
    assert told.is_translated


def test_every_step_stands_in_the_audit_trail_without_content(done: Action) -> None:
    kept(done)
    services.publish(done, by=BY, at=NOW)
    services.publish(done, by=BY, at=NOW)
    services.withdraw(done, by=BY, at=NOW)
    services.withdraw(done, by=BY, at=NOW)
    lines = list(AuditEntry.objects.filter(action__startswith="telling.").order_by("id"))
    assert [line.action for line in lines] == ["telling.edited", "telling.published", "telling.withdrawn"]
    assert {line.subject for line in lines} == {f"action:{done.pk}"}
    assert [line.detail for line in lines] == [{"language": "en"}, {"languages": ["en"]}, {}]


def test_the_hr_lead_betters_publishes_and_withdraws_on_the_pages(done: Action, signed_in: SignedIn) -> None:
    client = signed_in("hr_lead")
    address = f"{reverse('telling', args=[done.pk])}?language=nl"
    assert done.finding["nl"] in client.get(address).context["form"].initial["said"]
    assert client.post(address, WORDS).status_code == 302
    assert client.post(reverse("telling_publish", args=[done.pk])).status_code == 302
    assert len(queries.published("nl")) == 1
    away = reverse("telling_withdraw", args=[done.pk])
    assert client.get(away).status_code == 200
    assert len(queries.published("nl")) == 1
    assert client.post(away).status_code == 302
    assert queries.published("nl") == []
    assert client.get(away).status_code == 404


def test_a_refusal_stands_beside_the_form_with_what_was_typed(done: Action, signed_in: SignedIn) -> None:
    address = f"{reverse('telling', args=[done.pk])}?language=en"
    page = signed_in("hr_lead").post(address, WORDS | {"said": "No fewer than 99 people."})
    assert page.status_code == 200
    assert "99" in page.context["form"].non_field_errors()[0]
    assert page.context["form"]["said"].value() == "No fewer than 99 people."


def test_a_language_that_is_not_ours_is_not_found(done: Action, signed_in: SignedIn) -> None:
    client = signed_in("hr_lead")
    assert client.get(f"{reverse('telling', args=[done.pk])}?language=xx").status_code == 404
    assert client.get(reverse("telling_letter", args=["xx"])).status_code == 404


def test_the_guardian_reads_the_list_and_changes_nothing(done: Action, signed_in: SignedIn) -> None:
    client = signed_in("guardian")
    page = client.get(reverse("tellings"))
    assert page.status_code == 200
    assert reverse("telling", args=[done.pk]) not in page.content.decode()
    assert client.get(reverse("telling", args=[done.pk])).status_code == 404


def test_lists_take_the_same_statements_however_many_there_are(
    done: Action, cast: Cast, signed_in: SignedIn, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    client = signed_in("hr_lead")
    kept(done)
    services.publish(done, by=BY, at=NOW)
    client.get(reverse("tellings"))
    counts = []
    for more in range(2):
        with django_assert_num_queries(100, exact=False) as found:
            client.get(reverse("tellings"))
            client.get(PAGE)
        counts.append(len(found))
        if not more:
            another = moved(proposed(cast.hr_lead, title="Another"), *TO_DONE)
            kept(another)
            services.publish(another, by=BY, at=NOW)
    assert counts[0] == counts[1]
