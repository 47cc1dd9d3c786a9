"""What was released stays as it is when the conversations behind it are erased, and later releases go on."""

from datetime import date

from tests.cast import Cast
from tests.release.leavers import DAY, noon, release, spoke
from tests.world import BY
from uitzicht.coding import erasing
from uitzicht.interviews.models import Interview, InterviewStatus
from uitzicht.release import queries
from uitzicht.release.attack import attack_everything
from uitzicht.release.models import Member
from uitzicht.release.proposal import propose

LATER = date(2028, 3, 1)  # more than two years after the first ones left


def erase(on: date) -> tuple[int, int]:
    erasing.erase_notes(by=BY, at=noon(on))
    released = set(Member.objects.values_list("handle", flat=True))
    return erasing.erase_answers(released=released, by=BY, at=noon(on))


def test_the_frozen_document_and_its_attack_stay_green(house: Cast) -> None:
    spoke(house, 7)
    release()
    before = queries.frozen_document(1)
    assert erase(LATER) == (7, 0)
    assert queries.frozen_document(1) == before
    result = attack_everything()
    assert (result.green, result.verdict.respondents) == (True, 7)


def test_answers_that_waited_in_vain_are_destroyed_as_not_used_and_wait_no_longer(house: Cast) -> None:
    spoke(house, 7)
    spoke(house, 2, kind="retirement")
    release()
    assert len(propose(LATER).closing.waiting) == 2
    assert erase(LATER) == (9, 2)
    assert not propose(LATER).closing.waiting


def test_the_next_release_counts_the_erased_ones_in_their_bundles(house: Cast) -> None:
    spoke(house, 7)
    spoke(house, 2, kind="retirement")
    release()
    erase(LATER)
    spoke(house, 8, left_on=date(2028, 2, 25))
    made = release(LATER)
    assert made.audit["respondents"] == 15
    assert Interview.objects.filter(status=InterviewStatus.ERASED).count() == 9
    assert attack_everything().green


def test_notes_that_are_gone_take_no_answer_out_of_the_next_release(house: Cast) -> None:
    spoke(house, 7)
    erasing.erase_notes(by=BY, at=noon(date(2027, 3, 1)))
    assert release().audit["respondents"] == 7
    assert DAY < date(2027, 3, 1)
