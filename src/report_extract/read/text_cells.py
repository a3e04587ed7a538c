"""Rows of cells in text: pipe tables, tabbed label/value lines, charts that are printed as tables, check boxes."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from report_extract.model.base import Box, union
from report_extract.model.document import BlockKind
from report_extract.read.draft import DraftBlock, DraftCell, DraftField, DraftFigure, DraftLine, DraftTable
from report_extract.read.markdown_inline import InlineWord, inline_words
from report_extract.read.text_lines import SourceLine
from report_extract.read.text_source import draft_line

_TICKS = {"✓": True, "✔": True, "☑": True, "🗸": True, "✗": False, "✘": False, "☒": False, "×": False, "❌": False}
_DELIMITER = re.compile(r"\s*:?-+:?\s*$")
_BOX = re.compile(r"<input\b(?P<attributes>[^<>]*)>|\[(?P<mark>[ xX])\](?=\s)|(?P<glyph>[☐☑☒])", re.I)

Piece = tuple[int, str]


def split_pipes(raw: str) -> list[Piece]:
    """Cells of a pipe row as (column, text); an escaped pipe is a character."""
    edges = [m.start() for m in re.finditer(r"(?<!\\)\|", raw)]
    if not raw.rstrip().endswith("|") or len(edges) < 2:
        edges.append(len(raw))
    return [(a + 1, raw[a + 1 : b].replace("\\|", "|")) for a, b in pairwise(edges)]


def split_tabs(raw: str) -> list[Piece]:
    """Cells between tabs; several tabs in a row only move to the next stop."""
    return [(m.start(), m[0]) for m in re.finditer(r"[^\t]+", raw) if m[0].strip()]


def is_delimiter(raw: str) -> bool:
    return all(_DELIMITER.match(text) for _, text in split_pipes(raw))


def _words(piece: Piece) -> tuple[InlineWord, ...]:
    return inline_words(piece[1], column=piece[0])


def pipe_table(lines: Sequence[SourceLine], *, title: str | None = None) -> DraftBlock:
    """A pipe table; the rows above the delimiter row are its header, unless all their cells are empty."""
    rows = [split_pipes(line.raw) for line in lines]
    ruler = next((i for i, line in enumerate(lines) if is_delimiter(line.raw)), None)
    kept = [(line, row) for line, row in zip(lines, rows, strict=True) if not is_delimiter(line.raw)]
    body = [(line, row) for line, row in kept if any(_words(p) for p in row)]
    header = sum(line.row < lines[ruler].row for line, _ in body) if ruler is not None else 0
    return _table(body, header_rows=header, title=title)


def tab_table(lines: Sequence[SourceLine]) -> DraftBlock:
    """Label and value lines with a tab between them: a form table without a header."""
    return _table([(line, split_tabs(line.raw)) for line in lines], header_rows=0, title=None, kind="form")


def _table(
    rows: Sequence[tuple[SourceLine, list[Piece]]], *, header_rows: int, title: str | None, kind: str = "markup"
) -> DraftBlock:
    cells = [_cell(i, j, line, piece) for i, (line, row) in enumerate(rows) for j, piece in enumerate(row)]
    table = DraftTable(
        cells=tuple(cells),
        n_rows=len(rows),
        n_columns=max((len(row) for _, row in rows), default=0),
        header_rows=header_rows,
        title=title,
        units=_units(rows[header_rows - 1][1]) if header_rows else (),
        kind=kind,
    )
    return DraftBlock(BlockKind.table, union(c.box for c in cells), table=table)


def _cell(row: int, column: int, line: SourceLine, piece: Piece) -> DraftCell:
    words = _words(piece)
    drafted = draft_line(words, line.row)
    text = " ".join(w.text for w in words)
    return DraftCell(
        row=row,
        column=column,
        lines=(drafted,) if words else (),
        box=drafted.box if words else Box(piece[0], line.row, piece[0] + len(piece[1]), line.row + 1),
        value=_TICKS.get(text),
        bold=bool(words) and all(w.bold for w in words),
    )


def _units(header: Sequence[Piece]) -> tuple[str | None, ...]:
    """The unit that a header cell states: a pound or percent sign."""
    return tuple(next((sign for sign in ("£", "%") if sign in text), None) for _, text in header)


def chart_figures(lines: Sequence[SourceLine]) -> Iterator[DraftBlock]:
    """A chart printed as a table: its title as a caption, then one figure per category and series."""
    rows = [(line, split_pipes(line.raw)) for line in lines if not is_delimiter(line.raw)]
    if len(rows) < 2:
        return
    (head_line, head), body = rows[0], rows[1:]
    title = draft_line(_words(head[0]), head_line.row)
    name = _text(title) or None
    if name:
        yield DraftBlock(BlockKind.caption, title.box, lines=(title,), bold=True)
    for line, row in body:
        category = draft_line(_words(row[0]), line.row)
        for series_piece, value_piece in zip(head[1:], row[1:], strict=False):
            value = draft_line(_words(value_piece), line.row)
            series = draft_line(_words(series_piece), head_line.row)
            if value.words and category.words:
                yield _chart_value(category, series, value, name)


def _chart_value(category: DraftLine, series: DraftLine, value: DraftLine, title: str | None) -> DraftBlock:
    label = (category, series) if series.words else (category,)
    figure = DraftFigure("chart", value, label, title, _text(category), _text(series) or None)
    return DraftBlock(BlockKind.figure_pair, union([category.box, value.box]), figure=figure)


def _text(line: DraftLine) -> str:
    return " ".join(w.text for w in line.words)


def _is_checked(box: re.Match[str]) -> bool:
    if box["attributes"] is not None:
        return re.search(r"\bchecked\b", box["attributes"], re.I) is not None
    return (box["mark"] or box["glyph"]) in ("x", "X", "☑", "☒")


def box_fields(line: SourceLine) -> Iterator[DraftBlock]:
    """Check boxes of one line, each with the words up to the next box as its label."""
    boxes = list(_BOX.finditer(line.raw))
    for i, box in enumerate(boxes):
        end = boxes[i + 1].start() if i + 1 < len(boxes) else len(line.raw)
        words = inline_words(line.raw[box.end() : end].replace("|", " "), column=box.end())
        checked = _is_checked(box)
        mark = InlineWord("☒" if checked else "☐", box.start(), box.end())
        marked = draft_line((mark,), line.row)
        labels = (draft_line(words, line.row),) if words else ()
        form = DraftField(labels, marked, checked=checked)
        yield DraftBlock(BlockKind.form_field, union([marked.box, *(x.box for x in labels)]), form=form)
