from uitzicht.insight.measures.who_left import _tenures


def test_the_bands_of_any_survey_go_from_short_to_long_and_not_known_is_last():
    assert list(_tenures({"11+": 3, "": 1, "3-7": 2, "0-3": 4, "7-11": 2})) == ["0-3", "3-7", "7-11", "11+", ""]
