"""The sections and the figures of a page, beside an earlier release or on their own."""

from uitzicht.insight.earlier import changes, telling
from uitzicht.insight.published import Published
from uitzicht.insight.stories import Story
from uitzicht.insight.stories.section import Reading, Section
from uitzicht.insight.vocabulary import Figure


def sections_of(story: Story, reading: Reading, then: Published | None) -> list[Section]:
    return telling.sections(story, reading, then) if then else story.sections(reading)


def figures_of(story: Story, reading: Reading, then: Published | None) -> list[Figure]:
    return changes.figures(story, reading, then) if then else [reading.figure(measure) for measure in story.measures]
