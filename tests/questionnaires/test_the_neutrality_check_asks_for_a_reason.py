"""It never stands in the way of saving; a wording that it asked about stays with a reason."""

import pytest

from tests.cast import NOW
from tests.questionnaires.conftest import BY, reword, text
from uitzicht.privacy.models import AuditEntry
from uitzicht.questionnaires import content, queries, services
from uitzicht.questionnaires.history_words import events_of
from uitzicht.questionnaires.item_wording import Said, Wording, wording_of
from uitzicht.questionnaires.missing import undecided_in
from uitzicht.questionnaires.models import QuestionnaireVersion
from uitzicht.questionnaires.neutrality import Noticed, noticed_in
from uitzicht.questionnaires.wording import LANGUAGES

CLOSED = Wording(Said("Vond je de werkdruk te hoog?", ("Hoe kwam dat?", "Wanneer was dat?", "Wat hielp?")))


def noticed(version: QuestionnaireVersion) -> list[Noticed]:
    stored = text(version, "content.variety")
    return noticed_in(wording_of(stored), "nl", type="open", overruled=stored.overruled)


@pytest.mark.parametrize("number", [1, 2])
def test_it_finds_nothing_in_what_ships(number: int) -> None:
    found = []
    for item in content.load(number).items:
        for language in LANGUAGES:
            variants = {
                who: Said(variant.question[language], variant.probes[language])
                for who, variant in item.variants.items()
            }
            wording = Wording(Said(item.question[language], item.probes[language]), {}, variants)
            found += [(item.key, one) for one in noticed_in(wording, language, type=item.answer.type)]
    assert found == []


def test_a_wording_with_a_finding_is_saved(draft: QuestionnaireVersion) -> None:
    assert reword(draft, "content.variety", wording=CLOSED)
    assert text(draft, "content.variety").question == "Vond je de werkdruk te hoog?"
    found = noticed(draft)
    assert [one.place for one in found if str(one.finding.kind) == "closed"] == ["question"]
    assert all(one.open for one in found)


def test_it_points_at_the_place_in_the_text(draft: QuestionnaireVersion) -> None:
    reword(draft, "content.variety", wording=CLOSED)
    for one in noticed(draft):
        before, after = one.around
        assert before + one.finding.excerpt + after == one.text


def test_a_probe_and_a_variant_are_checked_too() -> None:
    wording = Wording(
        Said("Hoe was je werk?", ("Was het leuk?", "Wat nog?")), variants={"pensioner": Said("Was je blij?")}
    )
    places = {one.place for one in noticed_in(wording, "nl", type="open")}
    assert places == {"probe.1", "pensioner.question"}


def test_the_proposal_takes_the_place_of_that_text() -> None:
    wording = Wording(Said("Was het?", ("Een?", "Twee?")), variants={"pensioner": Said("Drie?", ("Vier?",))})
    assert wording.instead("question", "Hoe?").general == Said("Hoe?", ("Een?", "Twee?"))
    assert wording.instead("probe.2", "Hoe?").general == Said("Was het?", ("Een?", "Hoe?"))
    assert wording.instead("pensioner.question", "Hoe?").of("pensioner") == Said("Hoe?", ("Vier?",))
    assert wording.instead("pensioner.probe.1", "Hoe?").of("pensioner") == Said("Drie?", ("Hoe?",))


def test_a_closed_item_may_be_closed() -> None:
    wording = Wording(Said("Had je al een aanbod toen je besliste?"))
    assert noticed_in(wording, "nl", type="choice") == []
    assert noticed_in(wording, "nl", type="open") != []


def test_the_reason_stands_with_the_text_in_the_history_and_in_the_trail(draft: QuestionnaireVersion) -> None:
    reword(draft, "content.variety", wording=CLOSED)
    reword(
        draft,
        "content.variety",
        wording=CLOSED,
        reasons={one.id: "zo vragen we het al jaren" for one in noticed(draft)},
    )
    assert all(one.reason == "zo vragen we het al jaren" and one.by == BY for one in noticed(draft))
    assert "zo vragen we het al jaren" in {event.reason for event in events_of(draft)}
    line = AuditEntry.objects.filter(action="questionnaire.overruled")[0]
    assert line.detail["reason"] == "zo vragen we het al jaren"
    assert undecided_in(queries.rows_of(draft)) == []


def test_an_empty_reason_is_none(draft: QuestionnaireVersion) -> None:
    reword(draft, "content.variety", wording=CLOSED)
    assert not reword(draft, "content.variety", wording=CLOSED, reasons={one.id: "  " for one in noticed(draft)})
    assert [one.item for one in undecided_in(queries.rows_of(draft))] == ["content.variety"]


def test_a_reason_goes_with_its_text(draft: QuestionnaireVersion) -> None:
    reword(draft, "content.variety", wording=CLOSED)
    reword(draft, "content.variety", wording=CLOSED, reasons={one.id: "bekend" for one in noticed(draft)})
    reword(draft, "content.variety", wording=Wording(Said("Vond je het rooster te strak?", CLOSED.general.probes)))
    assert text(draft, "content.variety").overruled == []
    assert any(one.open for one in noticed(draft))


def test_publishing_waits_for_the_reason(draft: QuestionnaireVersion) -> None:
    from uitzicht.core.refusal import Refusal

    reword(draft, "content.variety", wording=CLOSED)
    with pytest.raises(Refusal):
        services.publish_draft(draft, by=BY, at=NOW)
    reword(draft, "content.variety", wording=CLOSED, reasons={one.id: "bekend" for one in noticed(draft)})
    services.publish_draft(draft, by=BY, at=NOW)
