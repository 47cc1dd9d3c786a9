"""Where things stand on a slide of 16 : 9, in points from the top left: the same places on every slide."""

from dataclasses import dataclass

from pptx.util import Emu, Length, Pt

WIDE, TALL = 960.0, 540.0
MARGIN = 48.0
ROOM = WIDE - 2 * MARGIN


@dataclass(frozen=True, slots=True)
class Box:
    x: float
    y: float
    width: float
    height: float

    @property
    def bottom(self) -> float:
        return self.y + self.height

    def below(self, points: float) -> "Box":
        """What is left under so many points."""
        return Box(self.x, self.y + points, self.width, self.height - points)

    @property
    def lengths(self) -> tuple[Length, Length, Length, Length]:
        """Left, top, width and height as the writer takes them."""
        x, y, width, height = (Emu(round(Pt(1) * side)) for side in (self.x, self.y, self.width, self.height))
        return x, y, width, height


KICKER = Box(MARGIN, 34, ROOM - 200, 22)
NAME = Box(WIDE - MARGIN - 190, 34, 190, 22)
TITLE = Box(MARGIN, 58, ROOM, 84)
BODY = Box(MARGIN, 152, ROOM, 304)
BASE = Box(MARGIN, 462, ROOM, 22)
RULE = Box(MARGIN, 494, ROOM, 0)
FOOT = Box(MARGIN, 500, ROOM - 90, 20)
NUMBER = Box(WIDE - MARGIN - 80, 500, 80, 20)
WHOLE = Box(MARGIN, BODY.y, ROOM, BASE.bottom - BODY.y)
"""The body of a slide without a line on its base."""

HALF = 130.0
"""Height of a text that shares the body of a slide."""

COVER_LOGO = Box(MARGIN, 60, 240, 72)
COVER_TITLE = Box(MARGIN, 168, ROOM, 132)
COVER_TEXT = Box(MARGIN, 320, ROOM, 84)
