"""A document as a row of pieces: paragraphs, headings, list items, table cells and boxes, each a span of the text."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from report_extract.model.document import Block, BlockKind, Cell, Document, FormField, Line, Table
from report_extract.model.evidence import Evidence

_BULLET = re.compile(r"[•◦▪▫●○■□‣⁃∙·➢➤►✦❖\uf0b7\uf0a7]\s*|[-–*]\s+")
_NUMBER = re.compile(r"(?:\(?\d{1,2}[.)]|\d{1,2}(?:\.\d{1,2}){1,3}\.?|\([a-z]{1,4}\)|[a-z][.)]|[ivx]{1,4}[.)])\s+")
_BOX = re.compile(r"(?:\[[ xX]\]|[☐☑☒])\s")
_MARK = re.compile(r"\[(?P<cross>[ xX])\](?=\s)|(?P<glyph>[☒☑✓✔🗹■☐□❏])")
_BOX_SIGN = re.compile(r"[☐☑☒]")
BOX_WORDS = 5  # of a label before its box
_FIRST_MARKER = re.compile(r"\((?:a|i|1)\)")
# Share of a line's height by which the gap between two paragraphs exceeds that between the lines of one.
WIDE_GAP = 0.35
# The tightest tenth of the gaps are those between lines of one paragraph, also in papers of one-line paragraphs.
TIGHT = 10
# Share of a line's height that is more than the space between the lines of a single-spaced paragraph.
HALF = 0.5
_CHECKED, _UNCHECKED = "☒☑✓✔🗹■", "☐□❏"


@dataclass(frozen=True, slots=True)
class Piece:
    """A span of the document's text with what its looks tell.

    `shape` is heading, paragraph, item, cell or box. `row` is (table number, row) of a cell, `column` its first column
    and `columns` how many filled cells its row has; `wide` cells reach over
    the whole table. `checked` is set for boxes. `lines` are the printed lines.
    """

    text: str
    start: int
    end: int
    page: int
    shape: str
    lines: tuple[Line, ...] = ()
    marker: str | None = None
    bold: bool = False
    size: float = 0.0
    row: tuple[int, int] | None = None
    column: int = 0
    columns: int = 1
    wide: bool = False
    checked: bool | None = None

    def cut(self, start: int, end: int) -> Piece | None:
        """The part between two offsets of the document's text, without white space at its ends; None if empty."""
        raw = self.text[max(0, start - self.start) : max(0, end - self.start)]
        text = raw.strip()
        if not text:
            return None
        left = start + len(raw) - len(raw.lstrip())
        right = left + len(text)
        lines = tuple(line for line in self.lines if line.start < right and line.end > left)
        return replace(self, text=text, start=left, end=right, lines=lines)

    @property
    def words(self) -> int:
        return len(self.text.split())

    def line_pieces(self) -> tuple[Piece, ...]:
        """One piece for each printed line."""
        if len(self.lines) < 2:
            return (self,)
        cuts = (self.cut(max(line.start, self.start), min(line.end, self.end)) for line in self.lines)
        return tuple(c for c in cuts if c is not None)


def evidence(document: Document, pieces: Sequence[Piece], *, rule: str | None = None) -> tuple[Evidence, ...]:
    """The provenance of several pieces, in their order."""
    return tuple(e for p in pieces for e in document.evidence(p.start, p.end, rule=rule))


def pieces_of(document: Document) -> tuple[Piece, ...]:
    """The body of a document in reading order."""
    spacing = _spacing(document)
    tables = {t.start: (i, t) for i, t in enumerate(document.tables)}
    fields = {f.start: f for f in document.fields}
    out: list[Piece] = []
    for block in document.blocks:
        if block.kind is BlockKind.table:
            out.extend(_table_pieces(block, tables, document))
        elif block.start in fields and block.kind is BlockKind.form_field:
            out.extend(_field_pieces(block, fields[block.start]))
        elif block.text.strip():
            out.extend(_block_pieces(block, spacing))
    return tuple(_joined(out))


@dataclass(frozen=True, slots=True)
class _Spacing:
    """How a document is set: the usual white space between lines of a paragraph, and where its lines end."""

    gap: float
    right: float

    def parts(self, above: Line, below: Line) -> bool:
        """Is there a paragraph's end between two lines? A wide gap tells, or half a gap where the line broke early."""
        gap, height = below.bbox.top - above.bbox.bottom, below.bbox.height
        return gap > self.gap + WIDE_GAP * height or (gap > HALF * height and self._broke_early(above, below))

    def _broke_early(self, above: Line, below: Line) -> bool:
        """Would the first word of the next line have fitted at the end of this one?"""
        word = below.words[0] if below.words else None
        width = word.x1 - word.x0 if word else 0.0
        return above.bbox.x1 + width + HALF * above.bbox.height < self.right


def _spacing(document: Document) -> _Spacing:
    lines = [block.lines for block in document.blocks if block.kind is not BlockKind.table]
    pairs = [(a, b) for run in lines for a, b in pairwise(run) if b.bbox.center[1] > a.bbox.bottom]
    gaps = sorted(b.bbox.top - a.bbox.bottom for a, b in pairs)
    ends = [line.bbox.x1 for run in lines for line in run]
    left = min((line.bbox.x0 for run in lines for line in run), default=0.0)
    width = max((page.width for page in document.pages), default=0.0)
    return _Spacing(gaps[len(gaps) // TIGHT] if gaps else 0.0, max(max(ends, default=0.0), width - left))


def _block_pieces(block: Block, spacing: _Spacing) -> Iterator[Piece]:
    """A block, parted where its lines show that a paragraph ends; boxes and their labels one by one."""
    piece = _block_piece(block)
    edges = [piece.start, piece.end]
    if block.kind is BlockKind.paragraph:
        edges += [b.start for a, b in pairwise(block.lines) if spacing.parts(a, b) and b.start > piece.start]
    for start, end in pairwise(sorted(edges)):
        cut = piece.cut(start, end)
        if cut is not None and (_BOX.match(cut.text) or _box_behind(cut)):
            yield from _boxes_in_text(cut)
        elif cut is not None:
            yield replace(cut, marker=piece.marker if start == piece.start else None)


def _joined(pieces: Sequence[Piece]) -> Iterator[Piece]:
    """The item that a lone number announces ("1." and its words set apart) is one piece."""
    held: Piece | None = None
    for piece in pieces:
        if held is not None:
            shape = "item" if piece.shape in ("paragraph", "item") else piece.shape
            yield replace(piece, marker=held.text, shape=shape)
            held = None
        elif piece.row is None and _NUMBER.fullmatch(piece.text + " "):
            held = piece
        else:
            yield piece
    if held is not None:
        yield held


def _block_piece(block: Block) -> Piece:
    shape = {BlockKind.heading: "heading", BlockKind.list_item: "item"}.get(block.kind, "paragraph")
    piece = Piece(
        block.text, block.start, block.end, block.page, shape, block.lines, block.marker, block.bold, block.font_size
    )
    return without_marker(piece)


def without_marker(piece: Piece) -> Piece:
    """Takes the printed bullet or number off the front and notes it as the marker."""
    found = _BULLET.match(piece.text) or _NUMBER.match(piece.text)
    if not found:
        return piece
    rest = piece.cut(piece.start + found.end(), piece.end)
    if rest is None:
        return piece
    shape = "item" if piece.shape == "paragraph" else piece.shape
    return replace(rest, marker=piece.marker or found[0].strip(), shape=shape)


def _field_pieces(block: Block, form: FormField) -> Iterator[Piece]:
    """A check box; a question with its answer is a row of two cells."""
    base = Piece(block.text, block.start, block.end, block.page, "box", block.lines)
    if form.checked is not None:
        at = block.text.find(form.label) if form.label else -1
        label = base.cut(block.start + at, block.start + at + len(form.label)) if at >= 0 else None
        if label is not None:
            yield replace(label, checked=form.checked)
        return
    row = (-1 - block.start, 0)
    split = len(form.label) if form.value else len(block.text)
    for column, (a, b) in enumerate(((block.start, block.start + split), (block.start + split, block.end))):
        part = base.cut(a, b)
        if part is not None:
            yield replace(part, shape="cell", row=row, column=column, columns=2 if form.value else 1)


def _table_pieces(block: Block, tables: dict[int, tuple[int, Table]], document: Document) -> Iterator[Piece]:
    number, table = tables.get(block.start, (-1, None))
    if table is None:  # the second part of a table that runs over a page break: its cells stand with the first
        return
    lines = _lines_of(table, document)
    rows: dict[int, list[Cell]] = {}
    for cell in table.cells:
        rows.setdefault(cell.row, []).append(cell)
    for row, cells in rows.items():
        filled = [c for c in cells if c.text.strip()]
        pieces = [
            replace(_cell_piece(c, number, row, len(filled), lines), wide=c.column_span >= table.n_columns)
            for c in filled
        ]
        yield from _boxes_in_row(pieces)


def _lines_of(table: Table, document: Document) -> tuple[Line, ...]:
    """The printed lines of a table in the order of the text."""
    blocks = document.blocks_between(table.start, table.end)
    return tuple(sorted((line for b in blocks if b.kind is BlockKind.table for line in b.lines), key=_start))


def _start(line: Line) -> int:
    return line.start


def _cell_piece(cell: Cell, table: int, row: int, columns: int, lines: Sequence[Line]) -> Piece:
    left, right = bisect_left(lines, cell.start, key=_start), bisect_right(lines, cell.end, key=_start)
    own = tuple(line for line in lines[left:right] if line.end <= cell.end)
    piece = Piece(
        cell.text,
        cell.start,
        cell.end,
        cell.page,
        "cell",
        own,
        bold=cell.bold,
        row=(table, row),
        column=cell.column,
        columns=columns,
    )
    return piece.cut(cell.start, cell.end) or piece


def _boxes_in_row(pieces: Sequence[Piece]) -> Iterator[Piece]:
    """A cell that holds only a box glyph ticks the cell after it; a glyph before words ticks those words."""
    state: bool | None = None
    for piece in pieces:
        glyph = piece.text[0]
        mark = True if glyph in _CHECKED else False if glyph in _UNCHECKED else None
        rest = piece.cut(piece.start + 1, piece.end) if mark is not None else None
        if mark is not None and rest is None:
            state = mark
        elif (mark is not None and rest is not None) or _box_behind(piece):
            yield from _boxes_in_text(piece)
        elif state is not None:
            yield replace(piece, checked=state, shape="box")
            state = None
        else:
            yield piece


def _box_behind(piece: Piece) -> bool:
    """ "Decision ☐": a box at the end of a few words is theirs."""
    marks = list(_BOX_SIGN.finditer(piece.text))
    words = piece.words - len(marks)
    return bool(marks) and marks[-1].end() == len(piece.text) and 0 < words <= len(marks) * BOX_WORDS


def _boxes_in_text(piece: Piece) -> Iterator[Piece]:
    """Several boxes in one run of words, each before its label."""
    marks = list(_MARK.finditer(piece.text))
    behind = bool(marks) and marks[0].start() > 0 and not piece.text[marks[-1].end() :].strip()
    edges = [0, *(m.end() for m in marks)] if behind else [*(m.start() for m in marks), len(piece.text)]
    for mark, start, end in zip(marks, edges, edges[1:], strict=False):
        left, right = (start, mark.start()) if behind else (mark.end(), end)
        label = piece.cut(piece.start + left, piece.start + right)
        checked = mark["glyph"] in _CHECKED if mark["glyph"] else mark["cross"] in "xX"
        if label is not None:
            yield replace(label, checked=checked, shape="box")


def parts(piece: Piece) -> tuple[Piece, ...]:
    """The paragraphs and items inside a cell or a block whose lines begin with bullets or numbers; else itself."""
    if _MARK.match(piece.text):
        return tuple(_boxes_in_text(piece))
    items = [line for line in piece.lines if line.start >= piece.start and _starts_item(line)]
    starts = [line.start for line in items]
    first = _FIRST_MARKER.search(piece.text)
    if not starts or (first and piece.start + first.start() not in starts) or _wrapped_dash(items, piece):
        return (piece,)
    edges = sorted({piece.start, *starts})
    cuts = (piece.cut(a, b) for a, b in zip(edges, [*edges[1:], piece.end], strict=True))
    return tuple(without_marker(replace(c, shape="paragraph", row=None)) for c in cuts if c is not None)


def _wrapped_dash(items: Sequence[Line], piece: Piece) -> bool:
    """A single line that begins with a dash goes on from the line before ("Cabinet / – For decision")."""
    return len(items) == 1 and items[0].text[0] in "-–*" and items[0].start > piece.start


def _starts_item(line: Line) -> bool:
    return (_BULLET.match(line.text) or _NUMBER.match(line.text)) is not None
