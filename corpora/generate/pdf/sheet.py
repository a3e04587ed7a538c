"""A page that is being filled: drawing operations, in an order that the typesetter chooses, and the text it holds."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field

from corpora.generate.pdf.lines import Line, joined, line_width
from reportlab.lib.colors import HexColor
from reportlab.pdfgen.canvas import Canvas

Draw = Callable[[Canvas], None]


@dataclass
class Entry:
    """What one block shows on one page, in reading order."""

    block: int
    kind: str
    level: int = 0
    lines: list[str] = field(default_factory=list)


@dataclass
class Sheet:
    number: int
    template: str
    tab: int | None
    strip: str
    nasty: str | None
    operations: list[tuple[int, Draw]] = field(default_factory=list)  # (column, how to draw)
    entries: list[Entry] = field(default_factory=list)
    footnotes: list[Entry] = field(default_factory=list)  # they end the page's reading order

    def add(self, draw: Draw, *, column: int) -> None:
        self.operations.append((column, draw))

    def note(self, block: int, kind: str, text: str, *, level: int = 0) -> None:
        last = self.entries[-1] if self.entries else None
        if last is None or last.block != block or last.kind != kind or kind in ("table", "pair"):
            last = Entry(block, kind, level)
            self.entries.append(last)
        last.lines.append(text)

    @property
    def text(self) -> str:
        return " ".join(joined(entry.lines) for entry in self.entries)

    def render(self, canvas: Canvas) -> None:
        ordered = self.operations
        if self.nasty == "right-first":
            ordered = sorted(ordered, key=lambda o: -o[0])
        for _, draw in ordered:
            draw(canvas)


def put_line(
    line: Line,
    x: float,
    y: float,
    *,
    size: float,
    color: str,
    align: str = "left",
    width: float = 0.0,
    by_character: bool = False,
    stretch: bool = False,
) -> Draw:
    """`stretch` fills `width` by widening the blanks (base fonts only: their blank is one byte)."""
    gaps = sum(run.text.count(" ") for run in line)
    spare = (width - line_width(line, size)) / gaps if stretch and gaps else 0.0

    def draw(canvas: Canvas) -> None:
        canvas.setFillColor(HexColor(color))
        empty = width - line_width(line, size)
        left = x + {"left": 0.0, "right": empty, "center": empty / 2}[align]
        for run in line:
            canvas.setFont(run.font, size)
            if by_character:
                _characters(canvas, run.text, left, y, font=run.font, size=size)
            else:
                canvas.drawString(left, y, run.text, wordSpace=spare)
            left += canvas.stringWidth(run.text, run.font, size) + spare * run.text.count(" ")

    return draw


def _characters(canvas: Canvas, text: str, x: float, y: float, *, font: str, size: float) -> None:
    """Every character in a text object of its own, as some exports do; blanks are not drawn at all."""
    for character in text:
        if character != " ":
            canvas.drawString(x, y, character)
        x += canvas.stringWidth(character, font, size)


def put_box(
    x: float,
    y: float,
    width: float,
    height: float,
    *,
    fill: str | None = None,
    stroke: str | None = None,
    radius: float = 0.0,
    line: float = 0.6,
) -> Draw:
    def draw(canvas: Canvas) -> None:
        if fill:
            canvas.setFillColor(HexColor(fill))
        if stroke:
            canvas.setStrokeColor(HexColor(stroke))
            canvas.setLineWidth(line)
        shape = canvas.roundRect if radius else canvas.rect
        extra = (radius,) if radius else ()
        shape(x, y, width, height, *extra, stroke=int(bool(stroke)), fill=int(bool(fill)))

    return draw


def put_link(x0: float, y: float, x1: float, url: str | None) -> Draw:
    def draw(canvas: Canvas) -> None:
        canvas.setStrokeColor(HexColor("#1F5FA8"))
        canvas.setLineWidth(0.6)
        canvas.line(x0, y + 1, x1, y + 1)
        if url:
            canvas.linkURL(url, (x0, y, x1, y + 12), relative=0, thickness=0)

    return draw


def put_rule(x0: float, y0: float, x1: float, y1: float, *, color: str = "#8899AA", line: float = 0.6) -> Draw:
    def draw(canvas: Canvas) -> None:
        canvas.setStrokeColor(HexColor(color))
        canvas.setLineWidth(line)
        canvas.line(x0, y0, x1, y1)

    return draw
