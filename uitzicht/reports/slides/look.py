"""The look of the slides: fonts, colours and the two layouts, written into the empty presentation of the writer."""

import re
from html import escape

from pptx.opc.constants import RELATIONSHIP_TYPE as RT
from pptx.oxml import parse_xml
from pptx.presentation import Presentation
from pptx.slide import SlideLayout
from pptx.util import Emu, Pt

from uitzicht.reports.definition import Brand
from uitzicht.reports.slides import geometry as at
from uitzicht.reports.slides.geometry import Box

INK, QUIET, HAIR, PALE, WHITE = "17262D", "40515A", "8D8779", "D9D4C8", "FFFFFF"
TINT = 0.45  # of white in the colour of a bar
HEADINGS, TEXTS = "Cambria", "Calibri"
"""On every machine with a program for slides; LibreOffice has their likes of the same width."""
KICKER, BASE, MORE = 10, 11, 1  # numbers of placeholders
SPACES = (
    'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"'
    ' xmlns:p="http://schemas.openxmlformats.org/presentationml/2006/main"'
    ' xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"'
)
KEPT = ("Title Slide", "Title Only")


def dress(presentation: Presentation, brand: Brand, foot: str) -> None:
    """Sixteen to nine, the fonts, the colour of the organisation, and only the layouts that are used."""
    presentation.element.sldSz.attrib.pop("type", None)
    presentation.slide_width, presentation.slide_height = Emu(Pt(at.WIDE)), Emu(Pt(at.TALL))
    _drop(presentation)
    _paint(presentation, brand.colour.lstrip("#").upper())
    cover, finding = presentation.slide_layouts
    _fill(cover, "Cover", _cover("" if brand.logo else brand.name))
    _fill(finding, "Finding", _finding(brand.name, foot))
    _settle_master(presentation)


def tint(colour: str) -> str:
    """ "#0c655e" with white in it, as six digits."""
    parts = [int(colour[at : at + 2], 16) for at in (1, 3, 5)]
    return "".join(f"{round(part + (255 - part) * TINT):02X}" for part in parts)


def _drop(presentation: Presentation) -> None:
    """Layouts that nothing uses, the printer of whoever made the template, and its thumbnail."""
    for layout in [one for one in presentation.slide_layouts if one.name not in KEPT]:
        presentation.slide_layouts.remove(layout)
    for source, kind in ((presentation.part, RT.PRINTER_SETTINGS), (presentation.part.package, RT.THUMBNAIL)):
        for number in [key for key, one in source._rels.items() if one.reltype == kind]:
            source._rels.pop(number)


def _paint(presentation: Presentation, colour: str) -> None:
    """The theme: text in ink, the accent of the organisation, its fonts."""
    theme = presentation.slide_master.part.part_related_by(RT.THEME)
    text = theme.blob.decode()
    palette = {"dk1": INK, "lt1": WHITE, "dk2": QUIET, "lt2": PALE, "hlink": colour, "folHlink": QUIET}
    palette |= {f"accent{place}": shade for place, shade in enumerate((colour, INK, HAIR, QUIET, PALE, HAIR), start=1)}
    for name, value in palette.items():
        text = re.sub(
            rf"<a:{name}>.*?</a:{name}>", f'<a:{name}><a:srgbClr val="{value}"/></a:{name}>', text, flags=re.DOTALL
        )
    for name, font in (("majorFont", HEADINGS), ("minorFont", TEXTS)):
        text = re.sub(rf'(<a:{name}>\s*<a:latin typeface=")[^"]*', rf"\g<1>{font}", text)
    theme.blob = re.sub(r'name="Office Theme"', 'name="Uitzicht"', text).encode()


def _fill(layout: SlideLayout, name: str, shapes: list[str]) -> None:
    """A layout with these shapes only."""
    layout._element.attrib.pop("type", None)
    layout._element.cSld.set("name", name)
    tree = layout.shapes._spTree
    for old in list(tree)[2:]:
        tree.remove(old)
    for number, shape in enumerate(shapes, start=2):
        tree.append(parse_xml(shape.replace("{id}", str(number))))


def _cover(name: str) -> list[str]:
    return [
        _placeholder("title", 0, "Title", at.COVER_TITLE, 40, "tx1", "+mj-lt", anchor="b"),
        _placeholder("body", MORE, "Subtitle", at.COVER_TEXT, 20, "tx2"),
        _rule(Box(at.MARGIN, at.COVER_TITLE.bottom + 10, at.ROOM, 0), 2),
        *([_drawn(name, at.COVER_LOGO, 24, "l")] if name else []),
    ]


def _finding(name: str, foot: str) -> list[str]:
    return [
        _placeholder("title", 0, "Title", at.TITLE, 26, "tx1", "+mj-lt", anchor="t"),
        _placeholder("body", KICKER, "Question", at.KICKER, 13, "accent1", anchor="b"),
        _placeholder("body", MORE, "Text", at.WHOLE, 20, "tx1"),
        _placeholder("body", BASE, "Base", at.BASE, 13, "tx2", anchor="b"),
        _placeholder("ftr", 12, "Source", at.FOOT, 10, "tx2", text=foot),
        _placeholder("sldNum", 13, "Number", at.NUMBER, 10, "tx2", align="r"),
        _rule(at.RULE, 1),
        _drawn(name, at.NAME, 13, "r"),
    ]


def _placeholder(
    kind: str,
    number: int,
    name: str,
    box: Box,
    size: int,
    colour: str,
    font: str = "+mn-lt",
    *,
    anchor: str = "t",
    align: str = "l",
    text: str = "",
) -> str:
    where = f' idx="{number}"' if number else ""
    said = '<a:fld id="{B6F15528-21DE-4FAA-801E-634DDDAF4B2B}" type="slidenum"><a:rPr/><a:t>‹#›</a:t></a:fld>'
    if kind != "sldNum":
        said = f"<a:r><a:rPr/><a:t>{escape(text or name)}</a:t></a:r>"
    return (
        f'<p:sp {SPACES}><p:nvSpPr><p:cNvPr id="{{id}}" name="{name}"/><p:cNvSpPr><a:spLocks noGrp="1"/></p:cNvSpPr>'
        f'<p:nvPr><p:ph type="{kind}"{where}/></p:nvPr></p:nvSpPr><p:spPr>{_frame(box)}'
        f'<a:prstGeom prst="rect"><a:avLst/></a:prstGeom></p:spPr><p:txBody><a:bodyPr lIns="0" tIns="0" rIns="0" bIns="0"'
        f' anchor="{anchor}"><a:normAutofit/></a:bodyPr><a:lstStyle><a:lvl1pPr marL="0" indent="0" algn="{align}">'
        f'<a:spcBef><a:spcPts val="0"/></a:spcBef><a:buNone/><a:defRPr sz="{size * 100}" b="0">'
        f'<a:solidFill><a:schemeClr val="{colour}"/></a:solidFill><a:latin typeface="{font}"/></a:defRPr></a:lvl1pPr>'
        f"</a:lstStyle><a:p>{said}</a:p></p:txBody></p:sp>"
    )


def _drawn(text: str, box: Box, size: int, align: str) -> str:
    """The name of the house on every slide: drawn by the layout, so that it is not read aloud each time."""
    return (
        f'<p:sp {SPACES}><p:nvSpPr><p:cNvPr id="{{id}}" name="Name"/><p:cNvSpPr txBox="1"/><p:nvPr userDrawn="1"/>'
        f'</p:nvSpPr><p:spPr>{_frame(box)}<a:prstGeom prst="rect"><a:avLst/></a:prstGeom></p:spPr><p:txBody>'
        f'<a:bodyPr lIns="0" tIns="0" rIns="0" bIns="0" anchor="b"><a:normAutofit/></a:bodyPr><a:lstStyle/><a:p>'
        f'<a:pPr algn="{align}"/><a:r><a:rPr sz="{size * 100}"><a:solidFill><a:schemeClr val="tx1"/></a:solidFill>'
        f'<a:latin typeface="+mj-lt"/></a:rPr><a:t>{escape(text)}</a:t></a:r></a:p></p:txBody></p:sp>'
    )


def _rule(box: Box, weight: int) -> str:
    return (
        f'<p:cxnSp {SPACES}><p:nvCxnSpPr><p:cNvPr id="{{id}}" name="Rule"/><p:cNvCxnSpPr/><p:nvPr userDrawn="1"/>'
        f'</p:nvCxnSpPr><p:spPr>{_frame(box)}<a:prstGeom prst="line"><a:avLst/></a:prstGeom>'
        f'<a:ln w="{weight * 12700}"><a:solidFill><a:schemeClr val="accent1"/></a:solidFill></a:ln></p:spPr></p:cxnSp>'
    )


def _frame(box: Box) -> str:
    x, y, width, height = box.lengths
    return f'<a:xfrm><a:off x="{x}" y="{y}"/><a:ext cx="{width}" cy="{height}"/></a:xfrm>'


def _settle_master(presentation: Presentation) -> None:
    """The master of the template was made for 4 : 3: its places are those of the slide with a finding."""
    places = {"title": at.TITLE, "body": at.WHOLE, "dt": at.BASE, "ftr": at.FOOT, "sldNum": at.NUMBER}
    master = presentation.slide_master
    for shape in list(master.placeholders):
        kind = shape._element.ph.get("type")
        shape.left, shape.top, shape.width, shape.height = places[kind].lengths
        if kind == "dt":  # the date of today says nothing about a release
            shape._element.getparent().remove(shape._element)
    for style in master._element.iter("{http://schemas.openxmlformats.org/presentationml/2006/main}titleStyle"):
        for level in style:
            level.set("algn", "l")
