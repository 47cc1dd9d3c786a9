import pytest

from tests.history.survey_files import SMALL, read, row, small, told
from uitzicht.history.mapping import Mapping, load_mapping

TICKS = SMALL[SMALL.index("[reasons]") :]


def reasons(text: str) -> Mapping:
    """The small mapping with another [reasons]; its three columns are Pay, Family and Neither."""
    return load_mapping(SMALL.replace(TICKS, text), file="small.toml")


RANKED = reasons("""
[reasons.ranked]
columns = ["Pay", "Family"]
values = { money = "terms.pay", boss = "management.direct_manager", nothing = "none" }
""")
SEPARATED = reasons("""
[reasons.separated]
column = "Pay"
separator = ","
values = { "Pay, benefits" = "terms.pay", "Boss" = "management.direct_manager", "None" = "none" }
""")
RANKS = reasons("""
[[reasons.ranks]]
column = "Pay"
reason = "terms.pay"
[[reasons.ranks]]
column = "Family"
reason = "family.family"
[[reasons.ranks]]
column = "Neither"
reason = "management.direct_manager"
""")


def answers(mapping: Mapping, **cells: str) -> tuple[object, object]:
    (record,) = read(row(**cells), mapping=mapping).records
    return record.answers.get("reasons"), record.answers.get("main_reason")


def test_several_boxes_may_be_ticked():
    assert answers(small(), Pay="yes", Family="YES") == (["terms.pay", "family.family"], None)


def test_no_box_ticked_is_an_answer_without_a_reason_and_is_told():
    reading = read(row(Pay="no"))
    assert told(reading) == [(2, "", "", "nothing_ticked")]
    assert reading.records[0].answers["reasons"] == []


def test_none_together_with_a_reason_keeps_both_and_is_told():
    reading = read(row(Neither="yes"))
    assert told(reading) == [(2, "Neither", "yes", "none_with_reason")]
    assert reading.records[0].answers["reasons"] == ["terms.pay", "none"]


def test_a_row_of_empty_boxes_is_no_answer():
    assert answers(small(), Pay="", Family="", Neither="?") == (None, None)


def test_a_mark_that_is_neither_yes_nor_no_counts_as_neither():
    reading = read(row(Pay="yes", Family="perhaps"))
    assert told(reading) == [(2, "Family", "perhaps", "unknown_code")]
    assert reading.records[0].answers["reasons"] == ["terms.pay"]


def test_empty_is_no_only_where_the_mapping_says_so_and_beside_a_ticked_box():
    mapping = small(('not_ticked = "no"', 'not_ticked = ""'))
    assert answers(mapping, Pay="yes", Family="", Neither="") == (["terms.pay"], None)
    assert answers(mapping, Pay="", Family="", Neither="") == (None, None)


def test_a_box_may_have_its_own_mark_and_any_text_may_tick_it():
    mapping = small(('column = "Pay"', 'column = "Pay"\nticked = "*"\nnot_ticked = "-"'))
    assert answers(mapping, Pay="because of pay") == (["terms.pay"], None)
    assert answers(mapping, Pay="-", Family="yes") == (["family.family"], None)
    assert answers(mapping, Pay="", Family="yes") == (["family.family"], None)
    assert answers(mapping, Pay="?", Family="", Neither="") == (None, None)


def test_two_columns_may_mean_one_reason():
    mapping = small(('reason = "family.family"', 'reason = "terms.pay"'))
    assert answers(mapping, Pay="yes", Family="yes") == (["terms.pay"], None)


def test_the_first_of_the_ranked_reasons_gives_the_main_group():
    assert answers(RANKED, Pay="boss", Family="money") == (["management.direct_manager", "terms.pay"], "management")


@pytest.mark.parametrize("first", ["", "weather"])
def test_without_a_known_first_reason_there_is_no_main_one(first):
    assert answers(RANKED, Pay=first, Family="money") == (["terms.pay"], None)


def test_none_is_no_main_reason():
    assert answers(RANKED, Pay="nothing", Family="") == (["none"], None)


def test_ranked_beside_boxes_gives_the_main_reason_only_and_a_disagreement_is_told():
    text = TICKS + '[reasons.ranked]\ncolumns = "Work"\nvalues = { good = "career.no_growth", poor = "terms.pay" }\n'
    assert answers(reasons(text), Pay="yes", Work="poor") == (["terms.pay"], "terms")
    disagreeing = read(row(Pay="yes", Work="good"), mapping=reasons(text))
    assert told(disagreeing) == [(2, "", "career.no_growth", "main_not_ticked")]
    assert disagreeing.records[0].answers["reasons"] == ["terms.pay"]


def test_several_reasons_in_one_cell_are_cut_at_the_separator():
    assert answers(SEPARATED, Pay="Boss") == (["management.direct_manager"], None)
    assert answers(SEPARATED, Pay="?") == (None, None)


def test_a_reason_that_holds_the_separator_itself_is_recognised_whole():
    assert answers(SEPARATED, Pay="Boss, Pay, benefits") == (["management.direct_manager", "terms.pay"], None)


def test_an_unknown_part_of_a_cell_is_named_alone():
    reading = read(row(Pay="Boss, Noise"), mapping=SEPARATED)
    assert told(reading) == [(2, "Pay", "Noise", "unknown_code")]
    assert reading.records[0].answers["reasons"] == ["management.direct_manager"]


def test_ranks_in_columns_give_the_order_and_the_main_reason():
    assert answers(RANKS, Pay="2", Family="1", Neither="") == (["family.family", "terms.pay"], "family")


def test_two_first_reasons_leave_the_main_one_unknown():
    reading = read(row(Pay="1", Family="1", Neither=""), mapping=RANKS)
    assert told(reading) == [(2, "", "terms.pay, family.family", "tied_first")]
    assert "main_reason" not in reading.records[0].answers
