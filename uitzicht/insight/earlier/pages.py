"""The sections and the figures of a page, beside an earlier release or on their own."""

from uitzicht.insight.earlier import changes, telling
from uitzicht.insight.published import Published
from uitzicht.insight.stories import Story, references
from uitzicht.insight.stories.section import Reading, Section
from uitzicht.insight.vocabulary import Figure


def sections_of(story: Story, reading: Reading, then: Published | None) -> list[Section]:
    return telling.sections(story, reading, then) if then else story.sections(reading)


def figures_of(story: Story, reading: Reading, then: Published | None) -> list[Figure]:
    if then:
        return changes.figures(story, reading, then)
    measures = story.measures if reading.units is not None else (*story.measures, *story.of_the_whole)
    found = [reading.figure(measure) for measure in measures]
    return [*found, *references.figures(reading, *story.beside)] if story.beside else found
