"""What stands between two rules: bands of printed lines, and the columns that white runs leave in them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from report_extract.read.rawpage import Word
from report_extract.read.tables.lines import Chunk, chunks, printed_lines

# White between columns, free in every row (ems of the type).
GUTTER = 0.9
# What is left of it between the columns' widest words.
WHITE = 0.8 * GUTTER
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


def lines_of(words: Sequence[Word], indexes: Sequence[int]) -> tuple[tuple[Chunk, ...], ...]:
    return tuple(tuple(chunks(words, line, gap=GUTTER)) for line in printed_lines(words, indexes))


def may_span(bands: int) -> int:
    """How many lines may run across the white between columns."""
    return max(0, bands // 5 - (bands < 5))


def columns_of(bands: Sequence[Band]) -> list[tuple[float, float]]:
    """Extents of the columns: white runs through all bands but the odd spanning line."""
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
        if merged and column[0] - merged[-1][1] < WHITE * em:
            merged[-1] = (merged[-1][0], column[1])
        else:
            merged.append(column)
    return merged


def places_of(piece: Chunk, columns: Sequence[tuple[float, float]]) -> tuple[int, int]:
    touched = [k for k, (a, b) in enumerate(columns) if min(piece.box.x1, b) - max(piece.box.x0, a) > 1]
    if not touched:
        nearest = min(range(len(columns)), key=lambda k: abs(sum(columns[k]) / 2 - piece.box.center[0]))
        return nearest, nearest
    return touched[0], touched[-1]
