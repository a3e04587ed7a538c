"""Ruled tables: cells enclosed by lines, frames or fills."""

from __future__ import annotations

import itertools
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import replace

from report_extract.model.base import Box, union
from report_extract.read.rawpage import RawPage, Shape, Word
from report_extract.read.tables.cells import Enclosure, enclosures
from report_extract.read.tables.drawn_marks import mark_of_shapes
from report_extract.read.tables.edges import Ruling
from report_extract.read.tables.lines import chunks, printed_lines
from report_extract.read.tables.rough import RoughCell, RoughTable, cell_text, without_empty_bands
from report_extract.read.tables.values import is_value
from report_extract.read.ticks import LARGEST_MARK, Mark, mark_of

# A word that sticks out of its cell on a side by more than this was not set in that cell (points).
STICKS_OUT = 4.0
# Lines of one cell follow each other closer than this (ems).
WRAPPED = 1.45
# Share of words that may do so (overfull cells happen).
MAY_STICK_OUT = 0.1
# Boxes with more words than this on average are call-outs set side by side, not cells.
LONGEST_CELLS = 60
# A navigation strip stands in the outer margin: the outermost 8 % of the page.
MARGIN = 0.08
# Type within one cell of a table is of one size; infographic tiles mix a big number with a small caption.
MIXED_SIZES = 1.6


def ruled_table(
    page: RawPage, horizontal: Sequence[Ruling], vertical: Sequence[Ruling], free: Iterable[int]
) -> RoughTable | None:
    """The table in one network of rulings, None where the network is boxes, strips or decoration."""
    closed = enclosures(horizontal, vertical)
    if len({e.column for e in closed}) < 2:
        return None
    box = union(e.box for e in closed)
    inside = [i for i in free if _center_in(page.words[i].box, box)]
    if not inside:
        return None
    cells = filled_cells(page, closed, inside, box)
    cells = [part for cell in cells for part in _parted(page.words, cell, cells)]
    cells = list(without_empty_bands(split_rows(page.words, cells)))
    cells = list(without_empty_bands(_peeled(page.words, cells)))
    if not cells:
        return None
    table = RoughTable("ruled", union(c.box for c in cells), tuple(cells))
    hard = all(r.hard for r in (*horizontal, *vertical))
    return table if _is_table(page, table, hard=hard) else None


def _center_in(word: Box, box: Box) -> bool:
    return box.x0 <= (word.x0 + word.x1) / 2 <= box.x1 and box.top <= (word.top + word.bottom) / 2 <= box.bottom


def filled_cells(page: RawPage, closed: Sequence[Enclosure], inside: Sequence[int], box: Box) -> list[RoughCell]:
    """Gives every enclosure its words, its background and its drawn mark."""
    words: dict[int, list[int]] = defaultdict(list)
    for i in inside:
        place = next((k for k, e in enumerate(closed) if _center_in(page.words[i].box, e.box)), None)
        if place is not None:
            words[place].append(i)
    fills = [s for s in page.shapes if s.kind == "rect" and s.fill and box.contains(s.box, tolerance=STICKS_OUT)]
    small = [s for s in page.shapes if s.points and s.kind == "curve" and _is_small(s) and _center_in(s.box, box)]
    return [
        RoughCell(
            row=e.row,
            column=e.column,
            words=tuple(words[k]),
            box=e.box,
            row_span=e.row_span,
            column_span=e.column_span,
            fill=_background(e.box, fills),
            drawn=_drawn(e.box, small) if not words[k] else None,
        )
        for k, e in enumerate(closed)
    ]


def _is_small(shape: Shape) -> bool:
    return shape.box.width <= LARGEST_MARK and shape.box.height <= LARGEST_MARK


def _background(box: Box, fills: Sequence[Shape]) -> str | None:
    """The colour of the last fill that covers most of the cell."""
    area = max(box.width * box.height, 1.0)
    covering = [s.fill for s in fills if s.box.overlap_x(box) * s.box.overlap_y(box) > 0.7 * area]
    return covering[-1] if covering and covering[-1] != "#ffffff" else None


def _drawn(box: Box, small: Sequence[Shape]) -> bool | None:
    return mark_of_shapes([s for s in small if _center_in(s.box, box)])


def _parted(words: Sequence[Word], cell: RoughCell, cells: Sequence[RoughCell]) -> list[RoughCell]:
    """Splits a cell that spans columns only because nothing was drawn between them (a header band of one colour)."""
    if cell.column_span < 2 or not cell.words:
        return [cell]
    walls = {
        c.column: c.box.x0
        for c in cells
        if cell.column < c.column < cell.column + cell.column_span and c.row >= cell.row + cell.row_span
    }
    pieces = [c for line in printed_lines(words, cell.words) for c in chunks(words, line, gap=0.8)]
    crossed = any(p.box.x0 < x - 1 and p.box.x1 > x + 1 for p in pieces for x in walls.values())
    starts = [cell.column, *sorted(walls)]
    places = [max(s for s in starts if s == cell.column or walls[s] <= p.box.center[0]) for p in pieces]
    if crossed or len(set(places)) < 2:
        return [cell]
    edges = [cell.box.x0, *(walls[s] for s in starts[1:]), cell.box.x1]
    ends = [*starts[1:], cell.column + cell.column_span]
    return [
        replace(
            cell,
            column=start,
            column_span=ends[k] - start,
            words=tuple(i for p, place in zip(pieces, places, strict=True) if place == start for i in p.words),
            box=Box(edges[k], cell.box.top, edges[k + 1], cell.box.bottom),
        )
        for k, start in enumerate(starts)
    ]


def split_rows(words: Sequence[Word], cells: Sequence[RoughCell]) -> list[RoughCell]:
    """Splits a tall row into printed rows where one of its columns holds three or more values, one a line."""
    rows = sorted({c.row for c in cells})
    result: list[RoughCell] = []
    shift = 0
    for row in rows:
        here = [c for c in cells if c.row == row]
        bands = _value_bands(words, here)
        if not bands:
            result += [replace(c, row=c.row + shift) for c in here]
            continue
        for cell in here:
            result += _banded(words, cell, bands, shift)
        shift += len(bands) - 1
    return result


def _value_bands(words: Sequence[Word], row: Sequence[RoughCell]) -> list[tuple[float, float]]:
    """The heights of the printed rows inside a drawn row, [] where it is one."""
    if len(row) < 2 or any(c.row_span > 1 for c in row):
        return []
    for cell in row[1:]:
        lines = printed_lines(words, cell.words)
        texts = [" ".join(words[i].text for i in line) for line in lines]
        if len(lines) >= 3 and all(is_value(t, words[line[0]].font) for t, line in zip(texts, lines, strict=True)):
            tops = [min(words[i].box.top for i in line) for line in lines]
            tops = sorted([*tops, *_sections(words, row[0], tops)])
            edges = [cell.box.top, *(t - 1.0 for t in tops[1:]), cell.box.bottom]
            return list(itertools.pairwise(edges))
    return []


def _sections(words: Sequence[Word], labels: RoughCell, tops: Sequence[float]) -> list[float]:
    """Tops of the label lines that have a row to themselves ("Income"): as far from their neighbours as rows are,
    while the lines of a label that wraps stand closer."""
    if labels.column != 0:
        return []
    pitch = min(b - a for a, b in itertools.pairwise(tops))
    found = []
    for line in printed_lines(words, labels.words):
        top, em = min(words[i].box.top for i in line), max(words[i].size for i in line)
        apart = min(abs(top - t) for t in tops) >= 0.9 * pitch
        if apart and (pitch >= WRAPPED * em or all(words[i].bold for i in line)):
            found.append(top)
    return found


def _banded(
    words: Sequence[Word], cell: RoughCell, bands: Sequence[tuple[float, float]], shift: int
) -> list[RoughCell]:
    return [
        replace(
            cell,
            row=cell.row + shift + k,
            words=tuple(i for i in cell.words if top <= words[i].box.center[1] < bottom),
            box=Box(cell.box.x0, top, cell.box.x1, bottom),
        )
        for k, (top, bottom) in enumerate(bands)
    ]


def _peeled(words: Sequence[Word], cells: Sequence[RoughCell]) -> list[RoughCell]:
    """Takes off the rows above and below that are one wide cell of running text (a call-out around the table) or a
    narrow one with nothing beside it (the tab of a call-out)."""
    kept = list(cells)
    for edge in (min, max):
        while kept:
            number = edge(c.row for c in kept)
            row = [c for c in kept if c.row == number]
            if len(row) > 1 or len(kept) < 3 or not (len(row[0].words) >= 25 or _is_tab(row[0], kept)):
                break
            kept = [c for c in kept if c is not row[0]]
    return kept


def _is_tab(cell: RoughCell, cells: Sequence[RoughCell]) -> bool:
    others = [c.box for c in cells if c is not cell]
    return cell.box.width < 0.6 * union(others).width and cell.column_span < max(
        c.column + c.column_span for c in cells
    )


def _is_table(page: RawPage, table: RoughTable, *, hard: bool) -> bool:
    filled = [c for c in table.cells if c.filled]
    shared = any(sum(c.filled for c in table.row(r)) >= 2 for r in range(table.n_rows))
    apart = len({c.column for c in filled}) >= 2 and hard
    if table.n_columns < 2 or len(filled) < 2 or not (shared or apart):
        return False
    if table.n_rows == 1 and not (hard and len(table.cells) <= 4 and not _in_margin(page, table.box)):
        return False
    if table.n_rows <= 2 and sum(len(c.words) for c in filled) > LONGEST_CELLS * len(filled):
        return False
    return not (
        _overflows(page.words, filled)
        or _is_check_box_form(page.words, table)
        or (not hard and _is_tiles(page.words, table))
        or sum(not page.words[c.words[0]].upright for c in filled if c.words) > len(filled) / 2
    )


def _in_margin(page: RawPage, box: Box) -> bool:
    return box.bottom < MARGIN * page.height or box.top > (1 - MARGIN) * page.height


def _overflows(words: Sequence[Word], cells: Sequence[RoughCell]) -> bool:
    """Words lie across the edges: what was drawn is no grid for them (gridlines of a chart, lines of a diagram)."""
    total = sum(len(c.words) for c in cells)
    across = sum(
        words[i].box.x0 < c.box.x0 - STICKS_OUT or words[i].box.x1 > c.box.x1 + STICKS_OUT
        for c in cells
        for i in c.words
        if words[i].upright
    )
    return across > MAY_STICK_OUT * total


def _is_check_box_form(words: Sequence[Word], table: RoughTable) -> bool:
    """Boxes to tick beside their answers, from the first row on: a form, not a table of facts."""
    boxes = [
        c
        for c in table.cells
        if len(c.words) == 1
        and mark_of(words[c.words[0]].text, words[c.words[0]].font) in (Mark.open_box, Mark.crossed_box)
    ]
    return any(c.row == 0 for c in boxes)


def _is_tiles(words: Sequence[Word], table: RoughTable) -> bool:
    """Coloured boxes of an infographic or a navigation strip rather than cells."""
    filled = [c for c in table.cells if c.words]
    mixed = sum(max(words[i].size for i in c.words) > MIXED_SIZES * min(words[i].size for i in c.words) for c in filled)
    columns_used = [sum(c.filled for c in table.column(k)) for k in range(table.n_columns)]
    return mixed * 2 >= len(filled) or max(columns_used) < 2 or _all_long(words, filled)


def _all_long(words: Sequence[Word], filled: Sequence[RoughCell]) -> bool:
    return all(len(c.words) > 12 and not is_value(cell_text(words, c)) for c in filled)
