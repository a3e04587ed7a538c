"""Runs of marked-up text → draft pages: what Word and HTML share. Boxes count characters (x) and lines (y)."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace

from report_extract.model.base import Box, union
from report_extract.model.document import BlockKind, Reader
from report_extract.read.draft import (
    DraftBlock,
    DraftCell,
    DraftField,
    DraftLine,
    DraftNotice,
    DraftPage,
    DraftTable,
    DraftWord,
)
from report_extract.read.forms.marks import Choice, Piece, choices, pieces
from report_extract.read.ticks import judge, mark_of

_WORD = re.compile(r"\S+")


@dataclass(frozen=True, slots=True)
class Span:
    """Text of one look; a line feed in it is a line break. `url` where it is part of a link ("#" leads nowhere)."""

    text: str
    url: str | None = None
    bold: bool = False
    italic: bool = False
    size: float = 0.0
    color: str | None = None


@dataclass(frozen=True, slots=True)
class FlowCell:
    """A table cell before its words are placed."""

    row: int
    column: int
    spans: tuple[Span, ...]
    row_span: int = 1
    column_span: int = 1


@dataclass
class Flow:
    """Blocks in the order of the file; `new_page` where the format knows of a page break."""

    reader: Reader
    done: list[DraftPage] = field(default_factory=list)
    blocks: list[DraftBlock] = field(default_factory=list)
    furniture: list[DraftBlock] = field(default_factory=list)
    notices: list[DraftNotice] = field(default_factory=list)
    row: int = 0

    @property
    def page(self) -> int:
        return len(self.done) + 1

    def new_page(self) -> None:
        """Ends the page, unless nothing stands on it yet (a break that two marks report is one break)."""
        if self.blocks:
            self._finish()

    def pages(self) -> tuple[DraftPage, ...]:
        """All pages; ends the last one."""
        if self.blocks or self.furniture or self.notices or not self.done:
            self._finish()
        return tuple(self.done)

    def _finish(self) -> None:
        blocks = (*self.blocks, *self.furniture)
        width = max((b.box.x1 for b in blocks), default=1.0)
        page = DraftPage(self.page, width, max(1.0, float(self.row)), self.reader, blocks, notices=tuple(self.notices))
        self.done.append(page)
        self.blocks, self.furniture, self.notices, self.row = [], [], [], 0

    def note(self, code: str, severity: str, message: str) -> None:
        self.notices.append(DraftNotice(code, severity, message, page=self.page))

    def write(
        self,
        kind: BlockKind,
        spans: Sequence[Span],
        *,
        level: int | None = None,
        marker: str | None = None,
        continues: bool = False,
    ) -> None:
        """A block of words; one that holds check boxes becomes a field for each of them."""
        lines = self._lines(spans)
        if not lines:
            return
        if kind is not BlockKind.furniture and self._write_fields(lines):
            return
        block = DraftBlock(
            kind,
            union(line.box for line in lines),
            lines=lines,
            font_size=max((s.size for s in spans), default=0.0),
            bold=is_all(spans, "bold"),
            italic=is_all(spans, "italic"),
            color=next((s.color for s in spans if s.color), None),
            level=level,
            marker=marker,
            continues=continues,
        )
        (self.furniture if kind is BlockKind.furniture else self.blocks).append(block)

    def table(
        self,
        cells: Iterable[FlowCell],
        *,
        header_rows: int = 0,
        title: str | None = None,
        continues: bool = False,
    ) -> None:
        """A table whose rows stand on lines of their own, its cells side by side."""
        drafts: list[DraftCell] = []
        at_row, column_start, top, bottom = -1, 0.0, self.row, self.row
        for cell in sorted(cells, key=lambda c: (c.row, c.column)):
            if cell.row != at_row:
                at_row, column_start, top = cell.row, 0.0, bottom
            lines = lines_of(cell.spans, top=top, left=column_start)
            box = union(x.box for x in lines) if lines else Box(column_start, top, column_start + 1, top + 1)
            bottom, column_start = max(bottom, int(box.bottom)), box.x1 + 2
            drafts.append(_draft_cell(cell, lines, box))
        if not any(c.lines for c in drafts):
            return
        self.row = bottom
        values = judge([mark_of(_text_of(c)) for c in drafts])
        drafts = [replace(c, value=value) for c, value in zip(drafts, values, strict=True)]
        table = DraftTable(
            cells=tuple(drafts),
            n_rows=max(c.row + c.row_span for c in drafts),
            n_columns=max(c.column + c.column_span for c in drafts),
            header_rows=header_rows,
            title=title,
            units=_units(drafts, header_rows),
            kind="markup",
            continues=continues,
        )
        self.blocks.append(DraftBlock(BlockKind.table, union(c.box for c in drafts), table=table))

    def _lines(self, spans: Sequence[Span]) -> tuple[DraftLine, ...]:
        lines = lines_of(spans, top=self.row)
        self.row = int(lines[-1].box.bottom) if lines else self.row
        return lines

    def _write_fields(self, lines: Sequence[DraftLine]) -> bool:
        rows = [choices(pieces([w.text for w in line.words])) for line in lines]
        if not any(found for _, found in rows):
            return False
        for line, (lead, found) in zip(lines, rows, strict=True):
            if lead:
                words = _cut(lead, line)
                self.blocks.append(DraftBlock(BlockKind.paragraph, words.box, lines=(words,)))
            self.blocks.extend(_field(choice, line) for choice in found)
        return True


def _field(choice: Choice, line: DraftLine) -> DraftBlock:
    mark = _cut(choice.mark, line)
    label = (_cut(choice.label, line),) if choice.label else ()
    form = DraftField(label=label, mark=mark, checked=choice.checked)
    return DraftBlock(BlockKind.form_field, union([mark.box, *(x.box for x in label)]), form=form)


def _cut(part: Sequence[Piece], line: DraftLine) -> DraftLine:
    words = tuple(line.words[p.source]._replace(text=p.text) for p in part)
    return DraftLine(words, Box(words[0].x0, line.box.top, max(w.x1 for w in words), line.box.bottom))


def _draft_cell(cell: FlowCell, lines: tuple[DraftLine, ...], box: Box) -> DraftCell:
    return DraftCell(
        row=cell.row,
        column=cell.column,
        lines=lines,
        box=box,
        row_span=cell.row_span,
        column_span=cell.column_span,
        bold=is_all(cell.spans, "bold"),
    )


def _text_of(cell: DraftCell) -> str:
    return " ".join(w.text for line in cell.lines for w in line.words)


def _units(cells: Sequence[DraftCell], header_rows: int) -> tuple[str | None, ...]:
    """The unit that a column's header states: a pound or percent sign."""
    units: dict[int, str] = {}
    for cell in cells:
        sign = next((sign for sign in ("£", "%") if sign in _text_of(cell)), None)
        if cell.row < header_rows and sign:
            units[cell.column] = sign
    return tuple(units.get(i) for i in range(max(c.column + c.column_span for c in cells))) if units else ()


def is_all(spans: Sequence[Span], look: str) -> bool:
    """Whether every span that prints something has that look ("bold", "italic")."""
    printed = [s for s in spans if s.text.strip()]
    return bool(printed) and all(getattr(s, look) for s in printed)


def lines_of(spans: Sequence[Span], *, top: int = 0, left: float = 0.0) -> tuple[DraftLine, ...]:
    """The spans' words on lines from `top`; a word whose letters differ in look or link is still one word."""
    text = "".join(s.text for s in spans)
    urls = [s.url for s in spans for _ in s.text] if any(s.url for s in spans) else None
    lines: list[DraftLine] = []
    at, row = 0, top
    for part in text.split("\n"):
        words = tuple(
            DraftWord(w[0], left + w.start(), left + w.end(), _url(urls, at + w.start(), at + w.end()))
            for w in _WORD.finditer(part)
        )
        if words:
            lines.append(DraftLine(words, Box(words[0].x0, row, words[-1].x1, row + 1)))
            row += 1
        at += len(part) + 1
    return tuple(lines)


def _url(urls: Sequence[str | None] | None, start: int, end: int) -> str | None:
    return next((url for url in urls[start:end] if url), None) if urls else None
