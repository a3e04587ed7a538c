"""Half-ruled tables: rules or bands of colour between the rows, nothing between the columns."""

from __future__ import annotations

import itertools
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from statistics import median

from report_extract.model.base import Box
from report_extract.read.rawpage import RawPage, Word
from report_extract.read.tables.bands import (
    NARROW,
    WHITE,
    Band,
    columns_of,
    in_rows,
    lines_of,
    may_span,
    narrow_gutters,
    places_of,
    without_upper,
)
from report_extract.read.tables.contents import is_contents
from report_extract.read.tables.edges import Ruling
from report_extract.read.tables.header_lines import at_columns, lines_above
from report_extract.read.tables.rough import RoughCell, RoughTable, without_empty_bands
from report_extract.read.tables.rule_runs import runs
from report_extract.read.tables.ruled import split_rows
from report_extract.read.tables.values import is_value

# Rules of one table begin and end at the same x (points).
SAME_EXTENT = 4.0
# Top, header and bottom rule: the least that makes a table.
FEWEST_RULES = 3
# Top, header, bottom, and one over the totals: with no more, rows stand between them without rules.
FEW_RULES = 4
# Cells of tables hold phrases; bands with more words than this are sections of a page.
LONGEST_CELL = 25
# Ems from the last rule to the top of a row of totals beneath it.
TOTAL_STEP = 1.0
# Heights of rows that count as equal.
EVEN = 0.15
# Part of the bands that must hold words in two columns at least.
SHARED = 0.6


def half_ruled_tables(page: RawPage, horizontal: Sequence[Ruling], free: Iterable[int]) -> list[RoughTable]:
    """Tables between rules of equal extent that no ruled table has used."""
    free = list(free)
    tables: list[RoughTable] = []
    for rules in _runs(page.words, horizontal, free):
        table = _table(page, rules, free)
        if table is not None:
            tables.append(table)
            used = {i for c in table.cells for i in c.words}
            free = [i for i in free if i not in used]
    return tables


def _runs(words: Sequence[Word], horizontal: Sequence[Ruling], free: Sequence[int]) -> Iterator[list[Ruling]]:
    """Rules of one breadth, parted where no row stands between two of them."""
    for bundle in _bundles(horizontal):
        levels = [r.at for r in bundle]
        between = _between(words, free, Box(bundle[0].start, levels[0], bundle[0].end, levels[-1]), levels)
        if any(_leaves_white(words, own, WHITE) for own in between.values()):
            yield from (run for run in runs(words, bundle, between) if len(run) >= FEWEST_RULES)


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
    between = _between(page.words, free, across, levels)
    if len(between) < 2 or sum(map(len, between.values())) > 3 * LONGEST_CELL * len(between):
        return None
    if not _may_hold_columns(page.words, between, levels, rules):
        return None
    inner = {k for k in between if rules[0].at <= levels[k] < rules[-1].at}
    cuts = narrow_gutters(page.words, [i for k in inner for i in between[k]])
    bands = [
        Band(levels[k], levels[k + 1], lines_of(page.words, own, cuts if k in inner else ()))
        for k, own in sorted(between.items())
    ]
    bands = _without_strays(bands, rules, cuts)
    if len(bands) < 2:
        return None
    columns = columns_of(without_upper(bands), cuts)
    if len(columns) < 2:
        return None
    bands[0] = _parted(page.words, bands[0], columns)
    area = Box(start, bands[0].top, end, bands[-1].bottom)
    bands, area = _with_header(page.words, free, bands, columns, area)
    bands, area = _with_total(page.words, free, bands, columns, area)
    rows = [row for b in bands for row in in_rows(b, columns)] if len(rules) <= FEW_RULES else bands
    cells = [cell for number, row in enumerate(rows) for cell in _row(number, row, columns, area)]
    cells = [c for c in split_rows(page.words, cells) if c.words]
    table = RoughTable("half_ruled", area, without_empty_bands(cells))
    return table if _is_table(table, drawn_rows=len(bands)) and not is_contents(page.words, table) else None


def _parted(words: Sequence[Word], band: Band, columns: Sequence[tuple[float, float]]) -> Band:
    """The band with the names of neighbouring columns apart."""
    return replace(
        band, lines=tuple(tuple(p for c in line for p in at_columns(words, c, columns)) for line in band.lines)
    )


def _between(words: Sequence[Word], free: Sequence[int], across: Box, levels: Sequence[float]) -> dict[int, list[int]]:
    """Number of the rule above → the level words between it and the next."""
    between: dict[int, list[int]] = defaultdict(list)
    left, first, right, last = across
    for i in free:
        x0, top, x1, bottom = words[i].box
        middle = (top + bottom) / 2
        if first < middle < last and left <= (x0 + x1) / 2 <= right and words[i].upright:
            place = bisect_left(levels, middle)
            if middle < levels[place]:
                between[place - 1].append(i)
    return between


def _may_hold_columns(
    words: Sequence[Word], between: Mapping[int, Sequence[int]], levels: Sequence[float], rules: Sequence[Ruling]
) -> bool:
    """A glance: where no line may run across the white between columns, the words between the rules leave some."""
    if may_span(len(between)):
        return True
    first, last = rules[0].at - 1, rules[-1].at + 1
    inner = [i for k, own in between.items() if levels[k] >= first and levels[k + 1] <= last for i in own]
    if not inner:
        return True
    return _leaves_white(words, inner, NARROW)


def _leaves_white(words: Sequence[Word], indexes: Sequence[int], least: float) -> bool:
    """A white line of so many ems at the least runs from top to bottom between the words."""
    white = least * max(words[i].size for i in indexes)
    end = float("inf")
    for x0, x1 in sorted((words[i].box.x0, words[i].box.x1) for i in indexes):
        if x0 - end >= white - 0.01:
            return True
        end = max(end, x1) if end < float("inf") else x1
    return False


def _with_open_ends(levels: Sequence[float]) -> list[float]:
    """Rows of equal height may go on beyond the last band of colour, and a header stand above the first."""
    steps = [b - a for a, b in itertools.pairwise(levels)]
    usual = median(steps)
    even = sum(abs(s - usual) <= EVEN * usual for s in steps) * 2 >= len(steps) and len(steps) >= 3
    return [levels[0] - usual, *levels, levels[-1] + usual] if even else list(levels)


def _without_strays(bands: list[Band], rules: Sequence[Ruling], cuts: Sequence[float]) -> list[Band]:
    """Keeps a band beyond the rules only if it is a line of two cells or more in the breadth of the table."""
    first, last = rules[0].at, rules[-1].at
    inner = [b for b in bands if b.top >= first - 1 and b.bottom <= last + 1]
    if len(inner) == len(bands):
        return bands
    columns = columns_of(inner, cuts)
    kept = []
    for band in bands:
        pieces = band.pieces
        fits = all(len(set(places_of(c, columns))) == 1 for c in pieces) if columns else False
        if band in inner or (len(band.lines) == 1 and len(pieces) == len(columns) and fits):
            kept.append(band)
    return kept


def _with_header(
    words: Sequence[Word], free: Sequence[int], bands: list[Band], columns: Sequence[tuple[float, float]], area: Box
) -> tuple[list[Band], Box]:
    """The bands and the header that stands over the first rule."""
    within = [i for i in free if area.x0 - 2 <= words[i].box.x0 and words[i].box.x1 <= area.x1 + 2]
    head = lines_above(words, within, columns, bands[0].top)
    if not head:
        return bands, area
    top = min(p.box.top for p in head[0])
    band = Band(top, bands[0].top, tuple(tuple(line) for line in head))
    return [band, *bands], Box(area.x0, top, area.x1, area.bottom)


def _with_total(
    words: Sequence[Word], free: Sequence[int], bands: list[Band], columns: Sequence[tuple[float, float]], area: Box
) -> tuple[list[Band], Box]:
    """The bands and the row of totals right beneath the last rule: a label, and a value in all other columns."""
    below = [
        i
        for i in free
        if (w := words[i]).upright
        and area.bottom - 1 <= w.box.top <= area.bottom + TOTAL_STEP * w.size
        and area.x0 - 2 <= w.box.x0
        and w.box.x1 <= area.x1 + 2
    ]
    lines = lines_of(words, below)
    pieces = lines[0] if lines else ()
    places = [places_of(p, columns) for p in pieces]
    values = all(is_value(p.text) for p in pieces[1:])
    if places != [(k, k) for k in range(len(columns))] or not values or is_value(pieces[0].text):
        return bands, area
    bottom = max(p.box.bottom for p in pieces) + 1
    return [*bands, Band(area.bottom, bottom, (pieces,))], Box(area.x0, area.top, area.x1, bottom)


def _row(row: int, band: Band, columns: Sequence[tuple[float, float]], area: Box) -> list[RoughCell]:
    """The cells of one band; words across several columns make a spanning cell."""
    edges = [area.x0, *((a[1] + b[0]) / 2 for a, b in itertools.pairwise(columns)), area.x1]
    cells: dict[int, RoughCell] = {}
    for piece in band.pieces:
        first, last = places_of(piece, columns)
        cell = cells.get(first) or RoughCell(row, first, (), Box(edges[first], band.top, edges[first + 1], band.bottom))
        span = max(cell.column_span, last - first + 1)
        cells[first] = replace(
            cell,
            words=(*cell.words, *piece.words),
            column_span=span,
            box=Box(edges[first], band.top, edges[first + span], band.bottom),
        )
    return _without_overlap(list(cells.values()), row)


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
