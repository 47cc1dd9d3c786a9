"""Every measure that can be asked for: one line each."""

from uitzicht.insight.measures.answers import Measure, questions
from uitzicht.insight.measures.cards import cards
from uitzicht.insight.measures.field import field
from uitzicht.insight.measures.groups import belonging, comparisons, more_often, other_reasons, sooner
from uitzicht.insight.measures.maturity import maturity
from uitzicht.insight.measures.response import response
from uitzicht.insight.measures.staying import staying, staying_curve
from uitzicht.insight.measures.turnover import turnover
from uitzicht.insight.measures.who_left import who_left

MEASURES: dict[str, Measure] = {
    "reasons": questions("reasons"),
    "main_reason": questions("main_reason"),
    "force": questions("force"),
    "avoidable": questions("avoidable"),
    "experience": questions("satisfaction."),
    "change": questions("change."),
    "going_well": questions("themes.positive"),
    "to_improve": questions("themes.negative"),
    "recommend": questions("recommend"),
    "inclusion": questions("inclusion."),
    "inclusion_cards": cards,
    "candour": questions("follow_up.same_main_reason"),
    "later_reason": questions("follow_up.main_reason"),
    "openness": questions("follow_up.openness"),
    "written": questions("written_main_reason"),
    "who_left": who_left,
    "response": response,
    "turnover": turnover,
    "staying": staying,
    "staying_curve": staying_curve,
    "comparisons": comparisons,
    "sooner": sooner,
    "more_often": more_often,
    "other_reasons": other_reasons,
    "belonging": belonging,
    "field": field,
    "maturity": maturity,
}
