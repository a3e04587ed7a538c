"""Half-ruled tables: rules or bands of colour between the rows, nothing between the columns."""

from __future__ import annotations

import itertools
from collections.abc import Iterable, Sequence
from dataclasses import replace
from statistics import median

from report_extract.model.base import Box
from report_extract.read.rawpage import RawPage, Word
from report_extract.read.tables.contents import is_contents
from report_extract.read.tables.edges import Ruling
from report_extract.read.tables.lines import Chunk, chunks, printed_lines
from report_extract.read.tables.rough import RoughCell, RoughTable, without_empty_bands
from report_extract.read.tables.ruled import split_rows

# Rules of one table begin and end at the same x (points).
SAME_EXTENT = 4.0
# Top, header and bottom rule: the least that makes a table.
FEWEST_RULES = 3
# White between columns, free in every row (ems of the type).
GUTTER = 0.9
# Cells of tables hold phrases; bands with more words than this are sections of a page.
LONGEST_CELL = 25
# Heights of rows that count as equal.
EVEN = 0.15
# Part of the bands that must hold words in two columns at least.
SHARED = 0.6
Band = tuple[float, float, list[int]]
"""Top, bottom, words."""


def half_ruled_tables(page: RawPage, horizontal: Sequence[Ruling], free: Iterable[int]) -> list[RoughTable]:
    """Tables between rules of equal extent that no ruled table has used."""
    free = list(free)
    tables: list[RoughTable] = []
    for rules in _bundles(horizontal):
        table = _table(page, rules, free)
        if table is not None:
            tables.append(table)
            used = {i for c in table.cells for i in c.words}
            free = [i for i in free if i not in used]
    return tables


def _bundles(horizontal: Sequence[Ruling]) -> list[list[Ruling]]:
    """Rules that begin and end at the same places, from top to bottom."""
    bundles: list[list[Ruling]] = []
    for rule in sorted(horizontal, key=lambda r: r.at):
        home = next(
            (
                b
                for b in bundles
                if abs(b[-1].start - rule.start) <= SAME_EXTENT and abs(b[-1].end - rule.end) <= SAME_EXTENT
            ),
            None,
        )
        if home is None:
            bundles.append([rule])
        else:
            home.append(rule)
    return [b for b in bundles if len(b) >= FEWEST_RULES and b[-1].end - b[-1].start > 60]


def _table(page: RawPage, rules: Sequence[Ruling], free: Sequence[int]) -> RoughTable | None:
    start, end = rules[0].start, rules[0].end
    levels = _with_open_ends([r.at for r in rules])
    across = Box(start, levels[0], end, levels[-1])
    inside = [i for i in free if across.contains_point(*page.words[i].box.center) and page.words[i].upright]
    bands = [
        (upper, lower, words)
        for upper, lower in itertools.pairwise(levels)
        if (words := [i for i in inside if upper < page.words[i].box.center[1] < lower])
    ]
    if len(bands) < 2 or sum(len(w) for _, _, w in bands) > 3 * LONGEST_CELL * len(bands):
        return None
    bands = _without_strays(page.words, bands, rules)
    if len(bands) < 2:
        return None
    columns = _columns(page.words, [w for _, _, w in bands])
    if len(columns) < 2:
        return None
    area = Box(start, bands[0][0], end, bands[-1][1])
    cells = [cell for row, band in enumerate(bands) for cell in _row(page, row, band, columns, area)]
    cells = [c for c in split_rows(page.words, cells) if c.words]
    table = RoughTable("half_ruled", area, without_empty_bands(cells))
    drawn = len(bands)
    return table if _is_table(table, drawn_rows=drawn) and not is_contents(page.words, table) else None


def _with_open_ends(levels: Sequence[float]) -> list[float]:
    """Rows of equal height may go on beyond the last band of colour, and a header stand above the first."""
    steps = [b - a for a, b in itertools.pairwise(levels)]
    usual = median(steps)
    even = sum(abs(s - usual) <= EVEN * usual for s in steps) * 2 >= len(steps) and len(steps) >= 3
    return [levels[0] - usual, *levels, levels[-1] + usual] if even else list(levels)


def _without_strays(words: Sequence[Word], bands: Sequence[Band], rules: Sequence[Ruling]) -> list[Band]:
    """Keeps a band beyond the rules only if it is a line of two cells or more in the breadth of the table."""
    first, last = rules[0].at, rules[-1].at
    columns = _columns(words, [w for top, bottom, w in bands if top >= first - 1 and bottom <= last + 1])
    kept = []
    for top, bottom, indexes in bands:
        lines = printed_lines(words, indexes)
        inner = top >= first - 1 and bottom <= last + 1
        pieces = [c for line in lines for c in chunks(words, line, gap=GUTTER)]
        fits = all(len(set(_columns_of(c, columns))) == 1 for c in pieces) if columns else False
        if inner or (len(lines) == 1 and len(pieces) == len(columns) and fits):
            kept.append((top, bottom, indexes))
    return kept


def _columns(words: Sequence[Word], bands: Sequence[Sequence[int]]) -> list[tuple[float, float]]:
    """Extents of the columns: white runs through all bands but the odd spanning line."""
    pieces = [c for band in bands for line in printed_lines(words, band) for c in chunks(words, line, gap=GUTTER)]
    if not pieces:
        return []
    em = max(c.size for c in pieces)
    allowed = max(0, len(bands) // 5 - (len(bands) < 5))
    edges = sorted((x, delta) for c in pieces for x, delta in ((c.box.x0, 1), (c.box.x1, -1)))
    columns: list[tuple[float, float]] = []
    depth, start = 0, 0.0
    for x, delta in edges:
        before = depth
        depth += delta
        if before <= allowed < depth:
            start = x
        elif depth <= allowed < before:
            columns.append((start, x))
    merged: list[tuple[float, float]] = []
    for column in columns:
        if merged and column[0] - merged[-1][1] < GUTTER * em * 0.8:
            merged[-1] = (merged[-1][0], column[1])
        else:
            merged.append(column)
    return merged


def _row(page: RawPage, row: int, band: Band, columns: Sequence[tuple[float, float]], area: Box) -> list[RoughCell]:
    """The cells of one band; words across several columns make a spanning cell."""
    top, bottom, indexes = band
    edges = [area.x0, *((a[1] + b[0]) / 2 for a, b in itertools.pairwise(columns)), area.x1]
    cells: dict[int, RoughCell] = {}
    for line in printed_lines(page.words, indexes):
        for piece in chunks(page.words, line, gap=GUTTER):
            first, last = _columns_of(piece, columns)
            cell = cells.get(first) or RoughCell(row, first, (), Box(edges[first], top, edges[first + 1], bottom))
            span = max(cell.column_span, last - first + 1)
            cells[first] = replace(
                cell,
                words=(*cell.words, *piece.words),
                column_span=span,
                box=Box(edges[first], top, edges[first + span], bottom),
            )
    return _without_overlap(list(cells.values()), row)


def _columns_of(piece: Chunk, columns: Sequence[tuple[float, float]]) -> tuple[int, int]:
    touched = [k for k, (a, b) in enumerate(columns) if min(piece.box.x1, b) - max(piece.box.x0, a) > 1]
    if not touched:
        nearest = min(range(len(columns)), key=lambda k: abs(sum(columns[k]) / 2 - piece.box.center[0]))
        return nearest, nearest
    return touched[0], touched[-1]


def _without_overlap(cells: list[RoughCell], row: int) -> list[RoughCell]:
    """A spanning cell takes in the cells that begin under it."""
    result: list[RoughCell] = []
    for cell in sorted(cells, key=lambda c: c.column):
        last = result[-1] if result else None
        if last is not None and cell.column < last.column + last.column_span:
            result[-1] = replace(
                last,
                words=(*last.words, *cell.words),
                column_span=max(last.column_span, cell.column + cell.column_span - last.column),
                box=Box(last.box.x0, last.box.top, max(last.box.x1, cell.box.x1), last.box.bottom),
            )
        else:
            result.append(cell)
    return result


def _is_table(table: RoughTable, *, drawn_rows: int) -> bool:
    shared = sum(sum(c.filled for c in table.row(r)) >= 2 for r in range(table.n_rows))
    split = table.n_rows > drawn_rows
    if table.n_columns < 2 or (drawn_rows < 3 and not split) or shared < max(2, SHARED * table.n_rows):
        return False
    words = sum(len(c.words) for c in table.cells)
    first = sum(c.column == 0 for c in table.cells)
    return words <= LONGEST_CELL * len(table.cells) and first >= SHARED * table.n_rows
