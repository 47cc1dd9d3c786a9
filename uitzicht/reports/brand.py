"""Rules for the look of the organisation on paper: a colour that can be read, a logo that is only a picture."""

import re
from io import BytesIO

from django.utils.translation import gettext_lazy as _
from PIL import Image, UnidentifiedImageError

from uitzicht.core.refusal import Refusal

CONTRAST = 4.5
BIGGEST_LOGO = 512 * 1024
SMALLEST_SIDE, LARGEST_SIDE, KEPT_SIDE = 40, 4000, 900
MOST_OBLONG = 12
_HEX = re.compile(r"#[0-9a-f]{6}")
Rgb = tuple[int, int, int]


def contrast_on_white(colour: str) -> float:
    """Of "#rrggbb", as WCAG 2.2 defines it: 1 (white) to 21 (black)."""
    red, green, blue = (_linear(part / 255) for part in _rgb(colour))
    return 1.05 / (0.2126 * red + 0.7152 * green + 0.0722 * blue + 0.05)


def darkened(colour: str) -> str:
    """The same hue, only as much darker as it must be to be read on white."""
    red, green, blue = _rgb(colour)
    for step in range(1000, -1, -1):
        tried = _hex((red * step // 1000, green * step // 1000, blue * step // 1000))
        if contrast_on_white(tried) >= CONTRAST:
            return tried
    raise AssertionError("black is always dark enough")


def read_colour(text: str) -> str:
    """ "#rrggbb" in small letters. Refuses what is no colour, or cannot be read on white."""
    colour = text.strip().lower()
    if not _HEX.fullmatch(colour):
        raise Refusal(
            "report.no_colour", _("This is no colour. Write # and six digits or letters a to f, such as #0c655e.")
        )
    if (found := contrast_on_white(colour)) < CONTRAST:
        raise Refusal(
            "report.colour_too_light",
            _(
                "This colour is too light for text on white: its contrast is {contrast}, and {least} is needed."
                " The nearest darker one is {darker}."
            ),
            contrast=f"{found:.1f}",
            least=CONTRAST,
            darker=darkened(colour),
        )
    return colour


def read_logo(content: bytes) -> bytes:
    """The picture of a PNG or JPEG file drawn anew as PNG, so that nothing else of the file is kept.

    Refuses other kinds of file (SVG too: it can hold scripts and addresses), and what is too large or too small.
    """
    if len(content) > BIGGEST_LOGO:
        raise Refusal(
            "report.logo_too_large",
            _("This file is larger than {most} kB. Save the logo smaller; 900 pixels wide is enough for print."),
            most=BIGGEST_LOGO // 1024,
        )
    try:
        with Image.open(BytesIO(content), formats=("PNG", "JPEG")) as picture:
            _ensure_size(*picture.size)
            drawn = picture.convert("RGBA" if _has_transparency(picture) else "RGB")
    except (UnidentifiedImageError, Image.DecompressionBombError, OSError, SyntaxError, ValueError) as problem:
        raise Refusal(
            "report.logo_no_picture",
            _(
                "This file is no PNG or JPEG picture. Save the logo as PNG. SVG is not taken: such a file can hold more than"
                " a picture."
            ),
        ) from problem
    drawn.thumbnail((KEPT_SIDE, KEPT_SIDE))
    kept = BytesIO()
    Image.frombytes(drawn.mode, drawn.size, drawn.tobytes()).save(kept, "PNG", optimize=True)
    return kept.getvalue()


def _ensure_size(width: int, height: int) -> None:
    short, long = sorted((width, height))
    if short < SMALLEST_SIDE or long > LARGEST_SIDE or long > MOST_OBLONG * short:
        raise Refusal(
            "report.logo_size",
            _(
                "This picture is {width} by {height} pixels. Each side must have {least} to {most}, and the long one may be"
                " {oblong} times the short one at most."
            ),
            width=width,
            height=height,
            least=SMALLEST_SIDE,
            most=LARGEST_SIDE,
            oblong=MOST_OBLONG,
        )


def _has_transparency(picture: Image.Image) -> bool:
    return picture.mode in ("RGBA", "LA", "PA") or "transparency" in picture.info


def _linear(part: float) -> float:
    return part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4


def _rgb(colour: str) -> Rgb:
    return int(colour[1:3], 16), int(colour[3:5], 16), int(colour[5:7], 16)


def _hex(rgb: Rgb) -> str:
    return "#{:02x}{:02x}{:02x}".format(*rgb)
