"""A presentation that grows slide by slide: a title in its placeholder, text that fits, notes, and the source in the foot."""

from collections.abc import Iterable, Sequence
from copy import deepcopy
from typing import Any

from pptx import Presentation
from pptx.oxml.ns import qn
from pptx.slide import Slide
from pptx.util import Pt

from uitzicht.reports.definition import Report
from uitzicht.reports.slides import geometry as at
from uitzicht.reports.slides.fit import height, largest
from uitzicht.reports.slides.geometry import Box
from uitzicht.reports.slides.look import BASE, KICKER, MORE, dress
from uitzicht.reports.slides.settled import as_bytes

LANGUAGES = {"nl": "nl-BE", "fr": "fr-BE", "en": "en-GB", "de": "de-DE"}
"""For the voice that reads aloud and for spelling, which ask for a country."""
TITLES = (28, 26, 24, 22, 20, 18, 16, 14, 12)
COVERS = (44, 40, 36, 32, 28, 24, 20, 16)
TEXTS = (24, 22, 20, 18, 16, 15, 14)
SHORT = 18  # letters of a text over a table
LINES = (13, 12, 11, 10, 9, 8)
BETWEEN = 0.5
"""White between paragraphs, in sizes of their letters."""
COVER, FINDING = 0, 1
READ = {0: 0, KICKER: 1, MORE: 2, BASE: 4}
"""Order of placeholders; a chart comes before its base, the foot last."""
DRAWN, FOOT = 3, 5


class Deck:
    """``add`` gives the slide, for what else it shows. ``finished`` may be asked once."""

    def __init__(self, report: Report) -> None:
        self.report = report
        self.language = LANGUAGES[report.language]
        self.presentation = Presentation()
        dress(self.presentation, report.brand, report.foot)

    def cover(self, title: str, paragraphs: Sequence[str], notes: Iterable[str]) -> Slide:
        slide = self.presentation.slides.add_slide(self.presentation.slide_layouts[COVER])
        _write(slide.placeholders[0], [title], COVERS, at.COVER_TITLE)
        _write(slide.placeholders[MORE], paragraphs, TEXTS, at.COVER_TEXT)
        return _noted(slide, notes)

    def add(
        self,
        title: str,
        *,
        kicker: str = "",
        text: Sequence[str] = (),
        base: str = "",
        notes: Iterable[str] = (),
        box: Box = at.WHOLE,
    ) -> Slide:
        """What is empty has no placeholder. ``text`` should fit its ``box``: see ``pages``."""
        layout = self.presentation.slide_layouts[FINDING]
        slide = self.presentation.slides.add_slide(layout)
        _write(slide.placeholders[0], [title], TITLES, at.TITLE)
        _write(slide.placeholders[KICKER], [kicker] if kicker else [], LINES, at.KICKER)
        _write(slide.placeholders[MORE], text, TEXTS, box)
        _write(slide.placeholders[BASE], [base] if base else [], LINES, at.BASE)
        for shape in layout.placeholders:
            if shape._element.ph.get("type") in ("ftr", "sldNum"):
                _copy_foot(slide, shape._element)
        return _noted(slide, notes)

    def finished(self) -> bytes:
        for slide in self.presentation.slides:
            _order(slide)
            _speak(slide._element, self.language)
            _speak(slide.notes_slide._element, self.language)
        return as_bytes(self.presentation, self.report, self.language)


def pages(paragraphs: Sequence[str], box: Box = at.WHOLE, sizes: Sequence[float] = TEXTS) -> list[list[str]]:
    """Paragraphs over as few slides as hold them in one of ``sizes``: letters that a room can read."""
    found: list[list[str]] = [[]]
    for paragraph in paragraphs:
        grown = [*found[-1], paragraph]
        if found[-1] and largest(grown, sizes, box.width, box.height, between=BETWEEN) is None:
            found.append([paragraph])
        else:
            found[-1] = grown
    return found


def above_a_table(paragraphs: Sequence[str]) -> Box | None:
    """Room for a short text over a table; None when it needs a slide of its own."""
    tall = height(paragraphs, SHORT, at.ROOM, between=BETWEEN)
    return Box(at.MARGIN, at.BODY.y, at.ROOM, tall) if tall <= at.HALF else None


def numbered(title: str, page: int, of: int) -> str:
    """Titles of slides that go on differ, so that a list of titles can be used."""
    return title if of == 1 else f"{title} ({page}/{of})"


def _write(placeholder: Any, paragraphs: Sequence[str], sizes: Sequence[float], box: Box) -> None:
    """As large as fits, never larger than the first size; a placeholder without text would ask for some."""
    if not paragraphs:
        placeholder._element.getparent().remove(placeholder._element)
        return
    size = largest(paragraphs, sizes, box.width, box.height, between=BETWEEN) or sizes[-1]
    if box != at.WHOLE:
        placeholder.left, placeholder.top, placeholder.width, placeholder.height = box.lengths
    frame = placeholder.text_frame
    for place, text in enumerate(paragraphs):
        paragraph = frame.paragraphs[0] if place == 0 else frame.add_paragraph()
        paragraph.space_after = Pt(size * BETWEEN if place < len(paragraphs) - 1 else 0)
        run = paragraph.add_run()
        run.text, run.font.size = text, Pt(size)


def _copy_foot(slide: Slide, element: Any) -> None:
    """The writer leaves the foot and the number to whoever wants them."""
    made = deepcopy(element)
    tree = slide.shapes._spTree
    made.nvSpPr.cNvPr.set("id", str(max(int(one.get("id")) for one in tree.iter(qn("p:cNvPr"))) + 1))
    for style in made.iter(qn("a:lstStyle")):
        style.clear()  # comes from the layout
    tree.append(made)


def _noted(slide: Slide, notes: Iterable[str]) -> Slide:
    frame = slide.notes_slide.notes_text_frame
    if frame is not None:
        frame.text = "\n".join(filter(None, notes))
    return slide


def _order(slide: Slide) -> None:
    """Shapes as they are read aloud: title, question, text, what is drawn, its base, then the foot."""
    tree = slide.shapes._spTree
    for shape in sorted(tree.iter_shape_elms(), key=_place):
        tree.append(shape)


def _place(shape: Any) -> int:
    mark = shape.ph if shape.has_ph_elm else None
    if mark is None:
        return DRAWN
    return READ.get(mark.idx, FOOT)


def _speak(element: Any, language: str) -> None:
    """Every run says in which language it is."""
    for run in element.iter(qn("a:r")):
        run.get_or_add_rPr()
    for found in element.iter(qn("a:rPr"), qn("a:endParaRPr")):
        found.set("lang", language)
