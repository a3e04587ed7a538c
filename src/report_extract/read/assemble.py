"""Draft pages → Document: one text with stable offsets, and everything on the pages as spans of it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from functools import partial
from itertools import accumulate

from report_extract.model.base import Box, union
from report_extract.model.document import (
    Block,
    BlockKind,
    Cell,
    Document,
    Figure,
    FormField,
    Line,
    Link,
    Page,
    Table,
    WordSpan,
)
from report_extract.model.evidence import Notice, Severity
from report_extract.read.draft import DraftBlock, DraftCell, DraftLine, DraftPage, DraftTable
from report_extract.read.forms.cells import cell_fields
from report_extract.read.outline import outline

BETWEEN_BLOCKS = "\n\n"
LONGEST_TITLE = 160  # characters of a table's title; one of two lines has about 120
_TYPED_TITLE = re.compile(r"Table \d+(?:\.\d+)?[a-z]?\s*[:.–—-]\s*\S.*[^.:\s]\s*", re.S)

_as_span: partial[WordSpan] = partial(tuple.__new__, WordSpan)
"""From a tuple of the fields, without the constructor that names each."""


@dataclass
class _Tape:
    """The text so far, and what was laid on it."""

    parts: list[str] = field(default_factory=list)
    length: int = 0
    glued: bool = False
    links: list[Link] = field(default_factory=list)
    tables: list[Table] = field(default_factory=list)
    figures: list[Figure] = field(default_factory=list)
    fields: list[FormField] = field(default_factory=list)

    def write(self, text: str) -> None:
        self.parts.append(text)
        self.length += len(text)

    def line(self, draft: DraftLine, page: int) -> Line:
        """Writes the words with single spaces between them and notes its links."""
        start = self.length
        texts, x0, x1, urls = zip(*draft.words, strict=True) if draft.words else ((), (), (), ())
        joined = " ".join(texts)
        starts = list(accumulate([len(text) + 1 for text in texts], initial=start))[:-1]
        ends = [at + len(text) for at, text in zip(starts, texts, strict=True)]
        spans = tuple(map(_as_span, zip(starts, ends, x0, x1, strict=True)))
        self.write(joined)
        if urls.count(None) < len(urls):
            self._note_links(draft, spans, page)
        return Line.of_all(text=joined, start=start, end=start + len(joined), bbox=draft.box, words=spans)

    def lines(self, drafts: Sequence[DraftLine], page: int) -> tuple[Line, ...]:
        """Lines of one paragraph: a space between them unless a line is glued to the next."""
        lines = []
        for i, draft in enumerate(drafts):
            if i and not drafts[i - 1].glued:
                self.write(" ")
            lines.append(self.line(draft, page))
        return tuple(lines)

    def _note_links(self, draft: DraftLine, spans: Sequence[WordSpan], page: int) -> None:
        between = self.parts[-2] if len(self.parts) > 1 else ""
        for word, span in zip(draft.words, spans, strict=True):
            if word.url is None:
                continue
            box = Box(span.x0, draft.box.top, span.x1, draft.box.bottom)
            last = self.links[-1] if self.links else None
            # Within a line one character is a space; before it, it may be a cell's end or the only letter of a line
            gap = " " if last and span.start > last.end else ""
            spaced = span is not spans[0] or between == " "
            goes_on = last and span.start - last.end == len(gap) and (spaced or not gap)
            if last and goes_on and last.url == word.url and last.page == page:
                self.links[-1] = last.model_copy(
                    update={"text": last.text + gap + word.text, "end": span.end, "bbox": union([last.bbox, box])}
                )
            else:
                self.links.append(
                    Link(text=word.text, url=word.url, page=page, bbox=box, start=span.start, end=span.end)
                )


def assemble(
    pages: Iterable[DraftPage], *, name: str, file: str, sha256: str, media_type: str, title: str | None = None
) -> Document:
    """Lays the body of all pages on one text, then the furniture, and builds the outline from the headings."""
    drafts = list(pages)
    tape = _Tape()
    placed: dict[int, list[Block]] = {d.number: [] for d in drafts}
    for furniture in (False, True):
        for draft in drafts:
            for block in draft.blocks:
                if (block.kind is BlockKind.furniture) == furniture:
                    placed[draft.number].append(_block(block, draft.number, len(placed[draft.number]), tape))
    text = "".join(tape.parts)
    return Document(
        name=name,
        file=file,
        sha256=sha256,
        media_type=media_type,
        title=title,
        text=text,
        pages=tuple(_page(d, placed[d.number]) for d in drafts),
        tables=tuple(tape.tables),
        figures=tuple(tape.figures),
        fields=_fields(tape),
        links=tuple(tape.links),
        outline=outline([b for d in drafts for b in placed[d.number] if b.kind is not BlockKind.furniture]),
        notices=tuple(n for d in drafts for n in _notices(d)),
    )


def _fields(tape: _Tape) -> tuple[FormField, ...]:
    """The fields of form blocks and those that stand in table cells, in the text's order."""
    fields = sorted((*tape.fields, *cell_fields(tape.tables)), key=lambda f: f.start)
    return tuple(f.model_copy(update={"id": f"q{i}"}) for i, f in enumerate(fields, start=1))


def _page(draft: DraftPage, blocks: list[Block]) -> Page:
    return Page.of_all(
        number=draft.number,
        width=draft.width,
        height=draft.height,
        rotation=draft.rotation,
        label=draft.label,
        reader=draft.reader,
        status=draft.status,
        confidence=draft.confidence,
        blocks=tuple(blocks),
    )


def _notices(draft: DraftPage) -> Iterable[Notice]:
    for notice in draft.notices:
        yield Notice(code=notice.code, severity=Severity(notice.severity), message=notice.message)


def _block(draft: DraftBlock, page: int, index: int, tape: _Tape) -> Block:
    if tape.length:
        tape.write(("" if tape.glued else " ") if draft.continues else BETWEEN_BLOCKS)
    tape.glued = bool(draft.lines) and draft.lines[-1].glued
    start = tape.length
    identity = f"p{page}b{index}"
    if draft.table is not None:
        lines = _write_table(draft.table, draft.box, page, tape)
    elif draft.figure is not None:
        lines = _write_figure(draft, page, tape)
    elif draft.form is not None:
        lines = _write_field(draft, page, tape)
    else:
        lines = tape.lines(draft.lines, page)
    return Block.of_all(
        id=identity,
        kind=draft.kind,
        text=_tail(tape, start),
        start=start,
        end=tape.length,
        page=page,
        bbox=draft.box,
        lines=lines,
        font_size=draft.font_size,
        bold=draft.bold,
        italic=draft.italic,
        color=draft.color,
        level=draft.level,
        marker=draft.marker,
        tag=draft.tag,
        continues=draft.continues,
    )


def _tail(tape: _Tape, start: int) -> str:
    """The text written since `start`, gathered from the end so that long documents stay linear."""
    taken: list[str] = []
    missing = tape.length - start
    for part in reversed(tape.parts):
        if missing <= 0:
            break
        taken.append(part)
        missing -= len(part)
    return "".join(reversed(taken))


def _title_before(tape: _Tape) -> str | None:
    """The block before a table where it is the table's title, typed as an ordinary line ("Table 3: Spending")."""
    before = _tail(tape, max(0, tape.length - LONGEST_TITLE)).rstrip("\n").rpartition(BETWEEN_BLOCKS)[2]
    return " ".join(before.split()) if _TYPED_TITLE.fullmatch(before) else None


def _write_table(draft: DraftTable, box: Box, page: int, tape: _Tape) -> tuple[Line, ...]:
    """Rows on lines of their own, cells between tabs; a merged cell is written at its first place."""
    title = draft.title or (None if draft.kind == "form" else _title_before(tape))
    start = tape.length
    lines: list[Line] = []
    cells: list[Cell] = []
    by_place = {(c.row, c.column): c for c in draft.cells}
    for row in range(draft.n_rows):
        if row:
            tape.write("\n")
        for column in range(draft.n_columns):
            if column:
                tape.write("\t")
            cell = by_place.get((row, column))
            if cell is not None:
                at = tape.length
                written = tape.lines(cell.lines, page)
                lines.extend(written)
                cells.append(_cell(cell, at, tape, page))
    part = Table(
        id=f"t{len(tape.tables) + 1}",
        page=page,
        page_end=page,
        bbox=box,
        start=start,
        end=tape.length,
        title=title,
        header_rows=draft.header_rows,
        n_rows=draft.n_rows,
        n_columns=draft.n_columns,
        cells=tuple(cells),
        units=draft.units,
        kind=draft.kind,
    )
    if draft.continues and tape.tables:
        tape.tables[-1] = _joined(tape.tables[-1], part)
    else:
        tape.tables.append(part)
    return tuple(lines)


def _cell(draft: DraftCell, start: int, tape: _Tape, page: int) -> Cell:
    return Cell(
        row=draft.row,
        column=draft.column,
        text=_tail(tape, start),
        start=start,
        end=tape.length,
        page=page,
        bbox=draft.box,
        row_span=draft.row_span,
        column_span=draft.column_span,
        value=draft.value,
        bold=draft.bold,
    )


def _joined(first: Table, more: Table) -> Table:
    """One table over a page break; the repeated header of the second part is left out."""
    offset = first.n_rows - more.header_rows
    moved = tuple(c.model_copy(update={"row": c.row + offset}) for c in more.cells if c.row >= more.header_rows)
    return first.model_copy(
        update={
            "page_end": more.page,
            "end": more.end,
            "n_rows": first.n_rows + more.n_rows - more.header_rows,
            "cells": first.cells + moved,
            "n_columns": max(first.n_columns, more.n_columns),
        }
    )


def _write_figure(draft: DraftBlock, page: int, tape: _Tape) -> tuple[Line, ...]:
    figure = draft.figure
    assert figure is not None
    start = tape.length
    if figure.kind == "chart":
        label = tape.lines(figure.label, page)
        tape.write(" ")
        value = tape.line(figure.value, page)
        lines = (*label, value)
    else:
        value = tape.line(figure.value, page)
        tape.write(" ")
        label = tape.lines(figure.label, page)
        lines = (value, *label)
    tape.figures.append(
        Figure(
            id=f"f{len(tape.figures) + 1}",
            kind=figure.kind,
            value_text=value.text,
            label=" ".join(line.text for line in label),
            page=page,
            bbox=draft.box,
            start=start,
            end=tape.length,
            value_start=value.start,
            value_end=value.end,
            title=figure.title,
            category=figure.category,
            series=figure.series,
        )
    )
    return lines


def _write_field(draft: DraftBlock, page: int, tape: _Tape) -> tuple[Line, ...]:
    form = draft.form
    assert form is not None
    start = tape.length
    lines: list[Line] = []
    for part in ((form.mark,) if form.mark else (), form.label, form.value):
        if part:
            if lines:
                tape.write(" ")
            lines.extend(tape.lines(part, page))
    tape.fields.append(
        FormField(
            id=f"q{len(tape.fields) + 1}",
            label=" ".join(" ".join(w.text for w in line.words) for line in form.label),
            page=page,
            bbox=draft.box,
            start=start,
            end=tape.length,
            checked=form.checked,
            value=" ".join(" ".join(w.text for w in line.words) for line in form.value) or None,
            printed=" ".join(w.text for w in form.mark.words) if form.mark else None,
        )
    )
    return tuple(lines)
