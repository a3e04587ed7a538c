"""A Word paragraph → spans of text with their looks and links, page breaks, text boxes, comments and notes."""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace
from typing import NamedTuple

from report_extract.read.docx.package import MC, R_ID, W14, Element, Package, W, is_on, value_of
from report_extract.read.docx.styles import ParagraphStyle, Styles, half_points
from report_extract.read.flow import Span
from report_extract.read.pdf.symbols import repaired

_HYPERLINK = re.compile(r'HYPERLINK\s+(?:(\\l)\s+)?"([^"]*)"(?:\s+\\l\s+"([^"]*)")?')
TRANSPARENT = frozenset(
    W + name
    for name in ("smartTag", "customXml", "bdo", "dir", "sdtContent", "ins", "moveTo", "fldSimple", "hyperlink")
)
TAKEN_OUT = frozenset(W + name for name in ("del", "moveFrom"))


@dataclass
class Paragraph:
    """What a paragraph holds. `parts` are its spans, one list for each page that it touches."""

    parts: list[list[Span]] = field(default_factory=lambda: [[]])
    boxes: list[Element] = field(default_factory=list)
    comments: list[str] = field(default_factory=list)
    notes: list[tuple[str, str]] = field(default_factory=list)

    @property
    def spans(self) -> list[Span]:
        return [span for part in self.parts for span in part]

    @property
    def text(self) -> str:
        return "".join(span.text for span in self.spans)


class _Field(NamedTuple):
    """A field code that is open: its instruction so far, and whether its result has begun."""

    instruction: str
    in_result: bool
    box: bool | None = None


@dataclass
class RunReader:
    """Reads paragraph after paragraph; a field may begin in one and end in another."""

    package: Package
    styles: Styles
    insertions: int = 0
    deletions: int = 0
    _fields: list[_Field] = field(default_factory=list)

    def read(self, element: Element, style: ParagraphStyle) -> Paragraph:
        found = Paragraph()
        self._walk(element, Span("", bold=style.bold, italic=style.italic, size=style.size), found)
        return found

    def _walk(self, parent: Element, look: Span, found: Paragraph) -> None:
        for child in parent.iterchildren("*"):
            tag = child.tag
            if tag == W + "r":
                self._run(child, look, found)
            elif tag in TAKEN_OUT:
                self.deletions += 1
            elif tag == W + "sdt":
                self._content_control(child, look, found)
            elif tag == MC + "AlternateContent":
                self._walk(chosen(child), look, found)
            elif tag in TRANSPARENT:
                self.insertions += tag in (W + "ins", W + "moveTo")
                self._walk(child, replace(look, url=self._url_of(child) or look.url), found)
            elif tag.endswith("}oMath") or tag.endswith("}oMathPara"):
                found.parts[-1].append(replace(look, text="".join(child.itertext())))

    def _url_of(self, element: Element) -> str | None:
        if element.tag == W + "hyperlink":
            anchor = element.get(W + "anchor")
            return self.package.target(element.get(R_ID)) or (f"#{anchor}" if anchor else "#")
        return _link_in(element.get(W + "instr", "")) if element.tag == W + "fldSimple" else None

    def _content_control(self, element: Element, look: Span, found: Paragraph) -> None:
        checked = box_state(element)
        if checked is not None:
            found.parts[-1].append(replace(look, text="☒" if checked else "☐"))
        elif (content := element.find(W + "sdtContent")) is not None:
            self._walk(content, look, found)

    def _run(self, run: Element, outer: Span, found: Paragraph) -> None:
        properties = run.find(W + "rPr")
        if is_on(properties, "vanish"):
            return
        look = self._look(properties, outer)
        for child in run.iterchildren("*"):
            name = child.tag.rpartition("}")[2]
            if name == "fldChar":
                self._field_code(child, look, found)
            elif name == "instrText" and self._fields:
                self._fields[-1] = self._fields[-1]._replace(
                    instruction=self._fields[-1].instruction + (child.text or "")
                )
            elif name in ("drawing", "pict", "object", "AlternateContent"):
                found.boxes.extend(text_boxes(child))
            elif name == "commentReference":
                found.comments.append(child.get(W + "id", ""))
            elif name in ("footnoteReference", "endnoteReference"):
                found.notes.append((name.removesuffix("Reference"), child.get(W + "id", "")))
            elif all(f.in_result for f in self._fields):
                _print(child, name, replace(look, url=look.url or self._field_url()), found)

    def _look(self, properties: Element | None, outer: Span) -> Span:
        bold, italic = is_on(properties, "b"), is_on(properties, "i")
        size, color = value_of(properties, "sz"), value_of(properties, "color")
        if bold is None and self.styles.is_bold(value_of(properties, "rStyle")):
            bold = True
        return replace(
            outer,
            bold=outer.bold if bold is None else bold,
            italic=outer.italic if italic is None else italic,
            size=half_points(size) if size else outer.size,
            color=f"#{color.lower()}" if color and color != "auto" else outer.color,
        )

    def _field_code(self, element: Element, look: Span, found: Paragraph) -> None:
        match element.get(W + "fldCharType"):
            case "begin":
                self._fields.append(_Field("", False, _legacy_box(element)))
            case "separate" if self._fields:
                self._fields[-1] = self._fields[-1]._replace(in_result=True)
            case "end" if self._fields:
                closed = self._fields.pop()
                if closed.box is not None:
                    found.parts[-1].append(replace(look, text="☒ " if closed.box else "☐ "))

    def _field_url(self) -> str | None:
        return next((url for f in reversed(self._fields) if (url := _link_in(f.instruction))), None)


def _print(child: Element, name: str, look: Span, found: Paragraph) -> None:
    if name == "lastRenderedPageBreak" or (name == "br" and child.get(W + "type") == "page"):
        found.parts.append([])
    elif text := _text_of(child, name):
        found.parts[-1].append(replace(look, text=text))


def _text_of(child: Element, name: str) -> str:
    match name:
        case "t":
            return repaired((child.text or "").replace("\n", " "), font="")
        case "tab" | "ptab":
            return "\t"
        case "br" | "cr":
            return "\n"
        case "noBreakHyphen":
            return "-"
        case "sym":
            code = child.get(W + "char", "")
            try:
                return repaired(chr(int(code, 16)), font=child.get(W + "font", ""))
            except (ValueError, OverflowError):
                return ""
    return ""


def _link_in(instruction: str) -> str | None:
    found = _HYPERLINK.search(instruction)
    if not found:
        return None
    return f"#{found[2]}" if found[1] else found[2] or f"#{found[3] or ''}"


def _legacy_box(begin: Element) -> bool | None:
    """The state of an old form check box (FORMCHECKBOX), None where the field is something else."""
    box = begin.find(f"{W}ffData/{W}checkBox")
    if box is None:
        return None
    checked = is_on(box, "checked")
    return bool(is_on(box, "default")) if checked is None else checked


def box_state(control: Element) -> bool | None:
    """The state of a check box content control, None where it is another kind of control."""
    box = control.find(f"{W}sdtPr/{W14}checkbox")
    if box is None:
        return None
    checked = box.find(f"{W14}checked")
    return checked is not None and checked.get(f"{W14}val", "1") in ("1", "true", "on")


def chosen(alternatives: Element) -> Element:
    """The first choice of alternative content; the fallback repeats the same for older programs."""
    choice = alternatives.find(f"{MC}Choice")
    return choice if choice is not None else next(alternatives.iterchildren("*"), alternatives)


def text_boxes(drawing: Element) -> list[Element]:
    """The contents of the text boxes in a drawing, each once, outermost only."""
    found: list[Element] = []
    for child in drawing.iterchildren("*") if drawing.tag != MC + "AlternateContent" else [chosen(drawing)]:
        if child.tag == W + "txbxContent":
            found.append(child)
        else:
            found.extend(text_boxes(child))
    return found
