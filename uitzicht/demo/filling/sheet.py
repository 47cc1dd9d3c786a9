"""What was said, sealed as the conversation room seals it; answers and themes in bulk, a conversation at a time."""

from datetime import datetime
from typing import cast

from uitzicht.coding import rules as coding_rules
from uitzicht.coding import services as coding
from uitzicht.coding.models import CodedAnswer
from uitzicht.coding.rules import CodedTheme
from uitzicht.demo.generator.conversation import Said
from uitzicht.interviews import queries, rules, sealing
from uitzicht.interviews import services as interviews
from uitzicht.interviews.models import Answer, Interview
from uitzicht.interviews.rules import GivenAnswer, Reason
from uitzicht.questionnaires.codebook import load_codebook


def write_down(interview: Interview, said: Said, *, by: str, at: datetime) -> None:
    """Answers, reasons, summary and the time each part took."""
    rules.ensure_open(interview.status)
    key, shapes = sealing.data_key(interview), queries.item_shapes(interview.version)
    rows = []
    for item, answer in said.answers.items():
        given = cast(GivenAnswer, answer)
        rules.ensure_asked(item, shapes)
        rules.ensure_fits(item, given, shapes[item])
        sealed = sealing.seal(interview, given, kind="answer", item_key=item, key=key)
        rows.append(Answer(interview=interview, item_key=item, sealed=sealed))
    Answer.objects.bulk_create(rows)
    ranked = [cast(Reason, reason) for reason in said.reasons]
    interviews.save_reasons(interview, ranked, revision=0, by=by, at=at)
    interviews.save_summary(interview, said.summary, revision=0, by=by, at=at)
    interview.parts = {part: {"state": "covered", "seconds": seconds} for part, seconds in said.seconds.items()}
    interview.save(update_fields=["parts"])


def give_themes(interview: Interview, said: Said, *, by: str, at: datetime) -> None:
    """Themes of every note; then the conversation waits for a release."""
    key, book = sealing.data_key(interview), load_codebook()
    rows = []
    for item, marks in said.themes.items():
        themes = [cast(CodedTheme, mark) for mark in marks]
        coding_rules.ensure_themes(themes, book)
        sealed = sealing.seal(interview, themes, kind="coding", item_key=item, key=key)
        rows.append(CodedAnswer(interview=interview, item_key=item, sealed=sealed))
    CodedAnswer.objects.bulk_create(rows)
    coding.finish_coding(interview, by=by, at=at)
