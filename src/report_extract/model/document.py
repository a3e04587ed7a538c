"""The Document: what every reader makes and everything after reading works on.

One text with stable character offsets stands behind it. Body blocks come first, page by page in reading order;
furniture (running headers, page numbers, navigation) follows after the body of the last page, so that a sentence
that runs over a page break is one unbroken slice. Separators: two line feeds between blocks, one space before a block
that `continues` the one before, a tab between table cells and one line feed between table rows.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from enum import StrEnum
from functools import cached_property
from typing import NamedTuple

from report_extract.model.base import Box, Frozen, union
from report_extract.model.evidence import Evidence, Notice


class BlockKind(StrEnum):
    heading = "heading"
    paragraph = "paragraph"
    list_item = "list_item"
    table = "table"
    figure_pair = "figure_pair"
    form_field = "form_field"
    caption = "caption"
    footnote = "footnote"
    furniture = "furniture"


class Reader(StrEnum):
    """Who read a page."""

    pdfium = "pdfium"
    ocr = "ocr"
    docx = "docx"
    html = "html"
    markdown = "markdown"
    text = "text"


class PageStatus(StrEnum):
    ok = "ok"
    empty = "empty"
    failed = "failed"


class WordSpan(NamedTuple):
    """A word of a line: its slice of the document's text and its horizontal extent in points."""

    start: int
    end: int
    x0: float
    x1: float


class Line(Frozen):
    """One printed line; `text == document.text[start:end]` (after repair: no line-end hyphen, ligatures spelt out)."""

    text: str
    start: int
    end: int
    bbox: Box
    words: tuple[WordSpan, ...] = ()


class Block(Frozen):
    """A run of lines that belong together; `text == document.text[start:end]`.

    `tag` is the label of the call-out that the block stands in ("IMPACT", "EVIDENCE AND LEARNING"), as printed.
    `level` is a heading's depth (1 is the highest). `continues` marks the second half of a paragraph that a column
    or page break cut in two. `marker` is a list item's printed bullet or number ("•", "1.1", "(a)"); it is part of the
    text only where it carries meaning (a number or letter). Sizes in points; `color` is the fill as "#rrggbb".
    """

    id: str
    kind: BlockKind
    text: str
    start: int
    end: int
    page: int
    bbox: Box
    lines: tuple[Line, ...] = ()
    font_size: float = 0.0
    bold: bool = False
    italic: bool = False
    color: str | None = None
    level: int | None = None
    marker: str | None = None
    tag: str | None = None
    continues: bool = False


class Cell(Frozen):
    """One cell; `value` is true or false for a tick or a cross (the printed form stays in `text`), else None."""

    row: int
    column: int
    text: str
    start: int
    end: int
    page: int
    bbox: Box
    row_span: int = 1
    column_span: int = 1
    value: bool | None = None
    bold: bool = False


class Table(Frozen):
    """A table; over several pages it is one table whose cells name their pages.

    `cells` hold every row, header rows included (`header_rows` says how many; row 0 is the first). `units` has one
    entry per column: the unit that the header states ("£", "%") or None. `section` is the nearest heading.
    """

    id: str
    page: int
    page_end: int
    bbox: Box
    start: int
    end: int
    title: str | None = None
    header_rows: int = 0
    n_rows: int
    n_columns: int
    cells: tuple[Cell, ...]
    units: tuple[str | None, ...] = ()
    kind: str = "ruled"  # ruled | half_ruled | unruled | form | markup

    def grid(self) -> list[list[Cell | None]]:
        """Rows × columns; a merged cell stands at its first place, None at the others."""
        grid: list[list[Cell | None]] = [[None] * self.n_columns for _ in range(self.n_rows)]
        for cell in self.cells:
            grid[cell.row][cell.column] = cell
        return grid


class Figure(Frozen):
    """A printed number joined to the words that say what it counts: an infographic pair or a chart's value.

    `start:end` covers both where they stand together in the text; `value_start:value_end` is the number alone.
    For a chart, `category` (axis label), `series` (legend entry) and `title` say what the label is made of.
    """

    id: str
    kind: str  # "pair" | "chart"
    value_text: str
    label: str
    page: int
    bbox: Box
    start: int
    end: int
    value_start: int
    value_end: int
    title: str | None = None
    category: str | None = None
    series: str | None = None


class FormField(Frozen):
    """A check box (`checked` is true or false) or a question with its answer (`value`)."""

    id: str
    label: str
    page: int
    bbox: Box
    start: int
    end: int
    checked: bool | None = None
    value: str | None = None
    printed: str | None = None


class Link(Frozen):
    """A hyperlink; `url` is None or "#" where it leads nowhere. `start:end` is the linked text."""

    text: str
    url: str | None
    page: int
    bbox: Box
    start: int
    end: int


class Section(Frozen):
    """A node of the outline: a heading and everything up to the next heading of its level or above."""

    id: str
    title: str
    level: int
    page_start: int
    page_end: int
    start: int
    end: int
    parent: str | None = None
    tag: str | None = None


class Page(Frozen):
    """One page; a page that failed keeps its place. `number` is 1-based; `label` is what the page prints."""

    number: int
    width: float
    height: float
    rotation: int = 0
    label: str | None = None
    reader: Reader
    status: PageStatus = PageStatus.ok
    confidence: float | None = None
    blocks: tuple[Block, ...] = ()


class Document(Frozen):
    """A read document: its text, and everything that was seen on its pages, as spans of that text."""

    name: str
    file: str
    sha256: str
    media_type: str
    title: str | None = None
    text: str
    pages: tuple[Page, ...]
    tables: tuple[Table, ...] = ()
    figures: tuple[Figure, ...] = ()
    fields: tuple[FormField, ...] = ()
    links: tuple[Link, ...] = ()
    outline: tuple[Section, ...] = ()
    notices: tuple[Notice, ...] = ()

    @cached_property
    def blocks(self) -> tuple[Block, ...]:
        """All body blocks in reading order, furniture left out."""
        return tuple(b for p in self.pages for b in p.blocks if b.kind is not BlockKind.furniture)

    @cached_property
    def body_end(self) -> int:
        """Where the body's text ends and the layer of furniture begins."""
        return max((b.end for b in self.blocks), default=0)

    @cached_property
    def readers(self) -> dict[str, int]:
        """Pages by the reader that read them, e.g. {"pdfium": 150, "ocr": 2}."""
        counts: dict[str, int] = {}
        for page in self.pages:
            counts[page.reader.value] = counts.get(page.reader.value, 0) + 1
        return counts

    @cached_property
    def _by_start(self) -> tuple[tuple[int, ...], tuple[Block, ...]]:
        blocks = sorted((b for p in self.pages for b in p.blocks), key=lambda b: (b.start, b.end))
        return tuple(b.start for b in blocks), tuple(blocks)

    @cached_property
    def _section_starts(self) -> tuple[int, ...]:
        return tuple(s.start for s in self.outline)

    def blocks_between(self, start: int, end: int) -> Iterator[Block]:
        """Blocks (furniture too) that share at least one character with the span, in the text's order."""
        starts, blocks = self._by_start
        for block in blocks[max(0, bisect_right(starts, start) - 1) : bisect_left(starts, end)]:
            if block.end > start:
                yield block

    def block_at(self, offset: int) -> Block | None:
        """The block that holds the character at `offset`, None for a separator."""
        return next(self.blocks_between(offset, offset + 1), None)

    def section_at(self, offset: int) -> Section | None:
        """The innermost section around `offset`, None before the first heading and in the furniture."""
        if offset >= self.body_end:
            return None
        at = bisect_right(self._section_starts, offset) - 1
        while at >= 0 and self.outline[at].end <= offset:  # a call-out's own section ends before the text after it
            at -= 1
        return self.outline[at] if at >= 0 else None

    def section_path(self, offset: int) -> tuple[Section, ...]:
        """The sections around `offset`, outermost first."""
        by_id = {s.id: s for s in self.outline}
        path: list[Section] = []
        section = self.section_at(offset)
        while section is not None:
            path.append(section)
            section = by_id.get(section.parent) if section.parent else None
        return tuple(reversed(path))

    def evidence(self, start: int, end: int, *, rule: str | None = None) -> tuple[Evidence, ...]:
        """Provenance of a span, one piece for each page that it touches.

        Raises ValueError for an empty span or one outside the text.
        """
        if not 0 <= start < end <= len(self.text):
            raise ValueError(f"no span {start}:{end} in a text of {len(self.text)} characters")
        section = self.section_at(start)
        pieces: list[Evidence] = []
        blocks = list(self.blocks_between(start, end))
        for page in sorted({b.page for b in blocks}):
            here = [b for b in blocks if b.page == page]
            boxes = tuple(box for b in here for box in _boxes_in(b, start, end)) or tuple(b.bbox for b in here)
            left, right = max(start, min(b.start for b in here)), min(end, max(b.end for b in here))
            pieces.append(
                Evidence(
                    page=page,
                    bbox=union(boxes).rounded(),
                    start=left,
                    end=right,
                    section=section.title if section else None,
                    quote=self.text[left:right],
                    rule=rule,
                    boxes=tuple(b.rounded() for b in boxes),
                )
            )
        return tuple(pieces)


def _boxes_in(block: Block, start: int, end: int) -> Iterator[Box]:
    """A box for each line of the block that the span touches, narrowed to the words where they are known."""
    for line in block.lines:
        if line.end <= start or line.start >= end:
            continue
        words = [w for w in line.words if w.end > start and w.start < end]
        if words:
            yield Box(min(w.x0 for w in words), line.bbox.top, max(w.x1 for w in words), line.bbox.bottom)
        else:
            yield line.bbox
