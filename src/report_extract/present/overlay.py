"""What was seen on a page, drawn over its picture: one look shows what went wrong."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from PIL import Image, ImageDraw, ImageFont

from report_extract.model.base import Box, union
from report_extract.model.document import Block, BlockKind, Document, Figure, Page

# Colours that stay apart for most kinds of colour vision (Okabe and Ito 2008), by kind of block.
COLOURS: dict[BlockKind, str] = {
    BlockKind.heading: "#d55e00",
    BlockKind.paragraph: "#0072b2",
    BlockKind.list_item: "#56b4e9",
    BlockKind.table: "#009e73",
    BlockKind.figure_pair: "#cc79a7",
    BlockKind.form_field: "#7a5c00",
    BlockKind.caption: "#e69f00",
    BlockKind.footnote: "#8c8c8c",
    BlockKind.furniture: "#555555",
}
COLUMN = "#f0b400"
TRUE, FALSE = "#00802b", "#c00000"
_FADE = 0.25  # share of white laid over the page, so that the marks stand out
_HATCH_STEP = 10  # pixels between two strokes of the hatching
_TAG_LONGEST = 24  # characters
_LEGEND_HEIGHT = 30  # pixels
_COLUMN_OVERLAP = 0.5  # share of the narrower block that two neighbours of one column have in common


def draw_overlay(picture: Image.Image, document: Document, *, page: int, scale: float) -> Image.Image:
    """A new picture, a legend at its bottom. `scale` is pixels a point."""
    seen = document.pages[page - 1]
    faded = Image.blend(picture, Image.new("RGB", picture.size, "white"), _FADE)
    canvas = Image.new("RGB", (faded.width, faded.height + _LEGEND_HEIGHT), "white")
    canvas.paste(faded, (0, 0))
    pen = _Pen(ImageDraw.Draw(canvas), scale)
    for column in _columns(seen):
        pen.frame(column, COLUMN, width=5, grow=4)
    _draw_blocks(pen, seen)
    _draw_cells(pen, document, page)
    for figure in document.figures:
        if figure.page == page:
            _draw_figure(pen, seen, figure)
    for field in document.fields:
        if field.page == page and field.checked is not None:
            pen.tick(field.bbox, field.checked)
    _draw_legend(pen, faded.width, faded.height)
    return canvas


class _Pen:
    """Draws in points of the page."""

    def __init__(self, draw: ImageDraw.ImageDraw, scale: float) -> None:
        self.draw, self._scale = draw, scale
        self._font = ImageFont.load_default(15)

    def pixels(self, box: Box, grow: float = 0) -> tuple[float, float, float, float]:
        x0, top, x1, bottom = (value * self._scale for value in box)
        return min(x0, x1) - grow, min(top, bottom) - grow, max(x0, x1) + grow, max(top, bottom) + grow

    def frame(self, box: Box, colour: str, *, width: int = 2, grow: float = 0) -> None:
        self.draw.rectangle(self.pixels(box, grow), outline=colour, width=width)

    def label(self, box: Box, text: str, colour: str) -> None:
        """White letters on a coloured tab that hangs left of the top left corner."""
        x0, top, _, _ = self.pixels(box)
        width = self.draw.textlength(text, font=self._font) + 6
        left = max(0.0, x0 - width)
        self.draw.rectangle((left, top, left + width, top + 18), fill=colour)
        self.draw.text((left + 3, top), text, fill="white", font=self._font)

    def hatch(self, box: Box, colour: str) -> None:
        x0, top, x1, bottom = self.pixels(box)
        height = bottom - top
        at = x0 - height
        while at < x1:
            begin, end = max(at, x0), min(at + height, x1)
            self.draw.line((begin, bottom - (begin - at), end, bottom - (end - at)), fill=colour, width=1)
            at += _HATCH_STEP

    def arrow(self, start: Box, end: Box, colour: str) -> None:
        """From the edge of one box to the edge of the other, a dot at its end."""
        (ax, ay), (bx, by) = (
            (point[0] * self._scale, point[1] * self._scale)
            for point in (_nearest_point(start, end.center), _nearest_point(end, start.center))
        )
        self.draw.line((ax, ay, bx, by), fill=colour, width=3)
        self.draw.ellipse((bx - 6, by - 6, bx + 6, by + 6), fill=colour)

    def tag(self, box: Box, text: str, colour: str) -> None:
        """Letters on the right of the box."""
        _, top, x1, _ = self.pixels(box)
        self.draw.text((x1 + 4, top), text, fill=colour, font=self._font)

    def tick(self, box: Box, value: bool) -> None:
        colour = TRUE if value else FALSE
        self.frame(box, colour, width=3, grow=2)
        x0, top, _, _ = self.pixels(box)
        self.draw.text((x0 + 6, top + 4), "yes" if value else "no", fill=colour, font=self._font)

    def text(self, x: float, y: float, text: str, colour: str) -> float:
        """Writes at pixels and returns the x behind it."""
        self.draw.text((x, y), text, fill=colour, font=self._font)
        return x + self.draw.textlength(text, font=self._font)


def _nearest_point(box: Box, point: tuple[float, float]) -> tuple[float, float]:
    """The point of a box that is nearest to another point."""
    return min(max(point[0], box.x0), box.x1), min(max(point[1], box.top), box.bottom)


def _draw_blocks(pen: _Pen, page: Page) -> None:
    number = 0
    for block in page.blocks:
        colour = COLOURS[block.kind]
        if block.kind is BlockKind.furniture:
            pen.hatch(block.bbox, colour)
            pen.frame(block.bbox, colour, width=1)
            continue
        number += 1
        pen.frame(block.bbox, colour)
        pen.label(block.bbox, _label(block, number), colour)
        if block.tag and block.tag != block.text:
            pen.tag(block.bbox, f"[{block.tag[:_TAG_LONGEST]}]", colour)


def _label(block: Block, number: int) -> str:
    level = f" H{block.level}" if block.kind is BlockKind.heading else ""
    return f"{number}{'+' if block.continues else ''}{level}"


def _draw_cells(pen: _Pen, document: Document, page: int) -> None:
    for table in document.tables:
        for cell in table.cells:
            if cell.page == page:
                pen.frame(cell.bbox, COLOURS[BlockKind.table], width=3 if cell.row < table.header_rows else 1)
                if cell.value is not None:
                    pen.tick(cell.bbox, cell.value)


def _draw_figure(pen: _Pen, page: Page, figure: Figure) -> None:
    """The value framed boldly, and a stroke from it to each line of its caption's middle."""
    block = next((b for b in page.blocks if b.start <= figure.value_start < b.end), None)
    lines = block.lines if block else ()
    value = [line.bbox for line in lines if line.start <= figure.value_start < line.end]
    label = [line.bbox for line in lines if line.bbox not in value]
    colour = COLOURS[BlockKind.figure_pair]
    for box in value:
        pen.frame(box, colour, width=4)
        if label:
            pen.arrow(box, union(label), colour)


def _columns(page: Page) -> Iterator[Box]:
    """Runs of blocks, one under the other in reading order: the columns as they were read."""
    run: list[Block] = []
    for block in page.blocks:
        if block.kind is BlockKind.furniture:
            continue
        if run and not _beneath(run, block):
            if len(run) > 1:
                yield union([b.bbox for b in run])
            run = []
        run.append(block)
    if len(run) > 1:
        yield union([b.bbox for b in run])


def _beneath(run: Sequence[Block], block: Block) -> bool:
    above = union([b.bbox for b in run])
    narrower = min(above.width, block.bbox.width) or 1.0
    return block.bbox.top >= run[-1].bbox.top and above.overlap_x(block.bbox) >= _COLUMN_OVERLAP * narrower


def _draw_legend(pen: _Pen, width: int, top: int) -> None:
    x = 8.0
    for kind, colour in COLOURS.items():
        pen.draw.rectangle((x, top + 8, x + 14, top + 22), fill=colour)
        x = pen.text(x + 18, top + 6, kind.value.replace("_", " "), colour) + 14
    pen.draw.rectangle((x, top + 8, x + 14, top + 22), outline=COLUMN, width=4)
    x = pen.text(x + 18, top + 6, "column", COLUMN) + 14
    if x < width:
        pen.text(x, top + 6, "numbers: reading order", "#000000")
