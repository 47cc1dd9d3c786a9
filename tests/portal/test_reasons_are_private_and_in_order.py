from tests.portal.alone import Alone
from uitzicht.portal.models import Draft

ADDRESS = "/my/questions/reasons/"


def ranked(*codes: str, **more: object) -> dict[str, object]:
    sent = {"item": "reasons", "revision": 0} | {f"reason.{n}": code for n, code in enumerate(codes, start=1)}
    return sent | more


def test_up_to_three_reasons_are_kept_with_their_force(sofie: Alone) -> None:
    answer = sofie.post(ADDRESS, **ranked("career.no_growth", "terms.pay", **{"force.1": "pull"}))
    assert answer["Location"] == "/my/questions/"
    assert sofie.draft["reasons"] == [
        {"reason": "career.no_growth", "force": "pull"},
        {"reason": "terms.pay", "force": "push"},  # the usual force of this reason
    ]


def test_none_is_an_answer_too(sofie: Alone) -> None:
    sofie.post(ADDRESS, **ranked())
    row = next(row for row in sofie.get("/my/questions/").context["rows"] if row.key == "reasons")
    assert (row.mark, row.answered) == ("full", 0)


def test_a_reason_twice_or_unknown_is_refused(sofie: Alone) -> None:
    assert sofie.post(ADDRESS, **ranked("terms.pay", "terms.pay")).status_code == 422
    assert sofie.post(ADDRESS, **ranked("terms.unheard_of")).status_code == 422
    assert sofie.draft["reasons"] == []


def test_the_page_saves_them_while_somebody_chooses(sofie: Alone) -> None:
    assert sofie.save(**ranked("terms.pay")).json() == {"revision": 1}
    assert sofie.draft["reasons"] == [{"reason": "terms.pay", "force": "push"}]
    conflict = sofie.save(**ranked("family.care"))
    assert conflict.status_code == 409
    assert conflict.json()["current"] == [{"reason": "terms.pay", "force": "push"}]


def test_without_script_a_newer_list_stands_beside_ones_own(sofie: Alone) -> None:
    sofie.post(ADDRESS, **ranked("terms.pay"))
    page = sofie.post(ADDRESS, **ranked("family.care"))
    assert "Yours stands below" in page.content.decode()
    assert [place[1] for place in page.context["places"]] == ["family.care", "", ""]
    assert sofie.post(ADDRESS, **ranked("family.care", revision=page.context["revision"])).status_code == 302
    assert sofie.draft["reasons"][0]["reason"] == "family.care"


def test_they_are_sealed_like_every_other_answer(sofie: Alone) -> None:
    sofie.post(ADDRESS, **ranked("health.health"))
    assert b"health" not in bytes(Draft.objects.get().sealed)
