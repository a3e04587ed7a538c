"""What stands between two rules: bands of printed lines, and the columns that white runs leave in them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import groupby
from statistics import median

from report_extract.read.rawpage import Word
from report_extract.read.tables.lines import Chunk, chunk, chunks, printed_lines

# White between columns, free in every row (ems of the type).
GUTTER = 0.9
# What is left of it between the columns' widest words.
WHITE = 0.8 * GUTTER
# White between the columns of tightly set tables, where it runs straight through this many lines and as many cells
# begin at it: words of a paragraph do not line up so.
NARROW = 0.3
FEWEST_LINES = 4
LINED_UP = 1.0  # points
# White between rows; lines of one cell stand closer (ems).
APART = 0.25
Columns = Sequence[tuple[float, float]]


@dataclass(frozen=True, slots=True)
class Band:
    """What stands between two rules, as printed lines of chunks."""

    top: float
    bottom: float
    lines: tuple[tuple[Chunk, ...], ...]

    @property
    def pieces(self) -> list[Chunk]:
        return [piece for line in self.lines for piece in line]


def lines_of(
    words: Sequence[Word], indexes: Sequence[int], cuts: Sequence[float] = ()
) -> tuple[tuple[Chunk, ...], ...]:
    """The printed lines in chunks, parted at wide white and at the `cuts`."""
    return tuple(
        tuple(part for piece in chunks(words, line, gap=GUTTER) for part in _parted(words, piece, cuts))
        for line in printed_lines(words, indexes)
    )


def _parted(words: Sequence[Word], piece: Chunk, cuts: Sequence[float]) -> list[Chunk]:
    inside = [x for x in cuts if piece.box.x0 < x < piece.box.x1]
    if not inside:
        return [piece]
    by_column = groupby(piece.words, key=lambda i: sum(x < words[i].box.x0 for x in inside))
    return [chunk(words, list(run)) for _, run in by_column]


def narrow_gutters(words: Sequence[Word], indexes: Sequence[int]) -> list[float]:
    """Middles of the white lines from top to bottom at which cells of several lines begin; wide ones need no such
    proof and are left out."""
    if not indexes:
        return []
    em = median(words[i].size for i in indexes)
    gaps: list[tuple[float, float]] = []
    end = float("inf")
    for x0, x1 in sorted((words[i].box.x0, words[i].box.x1) for i in indexes):
        if NARROW * em <= x0 - end < GUTTER * em:
            gaps.append((end, x0))
        end = max(end, x1) if end < float("inf") else x1
    lines = printed_lines(words, indexes) if gaps else []
    return [(left + right) / 2 for left, right in gaps if _line_up(words, lines, left, right)]


def _line_up(words: Sequence[Word], lines: Sequence[Sequence[int]], left: float, right: float) -> bool:
    beginning = sum(any(0 <= words[i].box.x0 - right <= LINED_UP for i in line) for line in lines)
    shared = sum(words[line[0]].box.x0 < left and words[line[-1]].box.x0 >= right for line in lines)
    return min(beginning, shared) >= FEWEST_LINES


def may_span(bands: int) -> int:
    """How many lines may run across the white between columns."""
    return max(0, bands // 5 - (bands < 5))


def columns_of(bands: Sequence[Band], cuts: Sequence[float] = ()) -> list[tuple[float, float]]:
    """Extents of the columns: white runs through all bands but the odd spanning line, wide or at one of the `cuts`."""
    pieces = [piece for band in bands for piece in band.pieces]
    if not pieces:
        return []
    em = max(c.size for c in pieces)
    allowed = may_span(len(bands))
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
        cut = bool(merged) and any(merged[-1][1] <= x <= column[0] for x in cuts)
        if merged and not cut and column[0] - merged[-1][1] < WHITE * em:
            merged[-1] = (merged[-1][0], column[1])
        else:
            merged.append(column)
    return merged


def without_upper(bands: Sequence[Band]) -> list[Band]:
    """The bands without the upper lines of the first where its last repeats labels (2023, 2024, 2023, 2024): those
    name groups of columns and stand across the white between them."""
    first = bands[0]
    lowest = [piece.text.casefold() for piece in first.lines[-1]]
    repeats = len(set(lowest)) < len(lowest)
    if len(first.lines) < 2 or not repeats or any(len(line) >= len(lowest) for line in first.lines[:-1]):
        return list(bands)
    return [replace(first, lines=first.lines[-1:]), *bands[1:]]


def places_of(piece: Chunk, columns: Sequence[tuple[float, float]]) -> tuple[int, int]:
    touched = [k for k, (a, b) in enumerate(columns) if min(piece.box.x1, b) - max(piece.box.x0, a) > 1]
    if not touched:
        nearest = min(range(len(columns)), key=lambda k: abs(sum(columns[k]) / 2 - piece.box.center[0]))
        return nearest, nearest
    return touched[0], touched[-1]


def in_rows(band: Band, columns: Columns) -> list[Band]:
    """A band that holds several rows without a rule between them, row by row.

    A line begins a row if it stands apart from the line above and has words in the first column; two of them at the
    least have words in most columns.
    """
    starts: list[int] = []
    whole = 0
    bottom = float("-inf")
    for n, line in enumerate(band.lines):
        places = {places_of(p, columns)[0] for p in line}
        apart = min(p.box.top for p in line) - bottom >= APART * max(p.size for p in line)
        if 0 in places and apart:
            starts.append(n)
            whole += len(places) > len(columns) / 2
        bottom = max(bottom, *(p.box.bottom for p in line))
    if whole < 2 or starts[0] > 0:
        return [band]
    tops = [band.top, *(min(p.box.top for p in band.lines[n]) - 1.0 for n in starts[1:]), band.bottom]
    ends = [*starts[1:], len(band.lines)]
    return [Band(tops[k], tops[k + 1], band.lines[n : ends[k]]) for k, n in enumerate(starts)]
