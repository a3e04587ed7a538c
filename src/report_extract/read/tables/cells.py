"""Rulings that touch → the cells that they enclose, merged cells as spans."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from report_extract.model.base import Box
from report_extract.read.tables.edges import SAME_EDGE, Ruling

# A side is walled where lines cover this share of it: corners and crossings leave little holes.
WALLED = 0.6
# Columns and rows thinner than this hold no words: double lines, paddings drawn as fills.
THINNEST_BAND = 5.0
FEWEST_EDGES_ACROSS = 3  # two columns: one alone is a box or a strip


@dataclass(frozen=True, slots=True)
class Enclosure:
    """A closed region of the grid: first row and column, spans, box."""

    row: int
    column: int
    row_span: int
    column_span: int
    box: Box


def enclosures(horizontal: Sequence[Ruling], vertical: Sequence[Ruling]) -> list[Enclosure]:
    """The cells of one network of rulings, rows and columns numbered from 0 without gaps; [] for a single column."""
    xs = _positions(vertical, [e for h in horizontal for e in (h.start, h.end)])
    ys = _positions(horizontal, [e for v in vertical for e in (v.start, v.end)])
    if len(xs) < FEWEST_EDGES_ACROSS or len(ys) < 2:
        return []
    grid = _Grid(xs, ys, _walls(vertical, xs, ys), _walls(horizontal, ys, xs))
    return _renumbered([r for r in grid.regions() if not grid.is_outside(r)], grid)


def _positions(rules: Sequence[Ruling], ends: Sequence[float]) -> list[float]:
    """Where the rules stand, and the outer limits that the crossing rules reach beyond them (open sides)."""
    ats = sorted([r.at for r in rules])
    if ends and ats:
        if min(ends) < ats[0] - THINNEST_BAND:
            ats.insert(0, min(ends))
        if max(ends) > ats[-1] + THINNEST_BAND:
            ats.append(max(ends))
    kept: list[float] = []
    for at in ats:
        if not kept or at - kept[-1] > SAME_EDGE:
            kept.append(at)
    return kept


def _walls(rules: Sequence[Ruling], ats: Sequence[float], across: Sequence[float]) -> list[list[bool]]:
    """walls[i][j]: is there a wall at `ats[i]` along the interval `across[j]:across[j + 1]`."""
    covered = [[0.0] * (len(across) - 1) for _ in ats]
    for rule in rules:
        i = min(range(len(ats)), key=lambda k: abs(ats[k] - rule.at))
        for j in range(len(across) - 1):
            shared = min(rule.end, across[j + 1]) - max(rule.start, across[j])
            if shared > 0:
                covered[i][j] += shared
    return [[c >= WALLED * (across[j + 1] - across[j]) for j, c in enumerate(row)] for row in covered]


@dataclass(frozen=True, slots=True)
class _Region:
    row: int
    column: int
    last_row: int
    last_column: int


@dataclass(frozen=True, slots=True)
class _Grid:
    xs: list[float]
    ys: list[float]
    upright: list[list[bool]]
    level: list[list[bool]]

    def regions(self) -> list[_Region]:
        """Unit cells joined where no wall parts them; what is no rectangle falls apart into its rows again."""
        rows, columns = len(self.ys) - 1, len(self.xs) - 1
        seen = [[False] * columns for _ in range(rows)]
        found: list[_Region] = []
        for row in range(rows):
            for column in range(columns):
                if not seen[row][column]:
                    region = self._grow(row, column, seen)
                    found.append(region)
                    for r in range(region.row, region.last_row + 1):
                        for c in range(region.column, region.last_column + 1):
                            seen[r][c] = True
        return found

    def _grow(self, row: int, column: int, seen: list[list[bool]]) -> _Region:
        """Rightwards until a wall, then downwards as long as the whole breadth is open."""
        last = column
        while last + 2 < len(self.xs) and not self.upright[last + 1][row] and not seen[row][last + 1]:
            last += 1
        bottom = row
        while bottom + 2 < len(self.ys) and self._open_below(bottom, column, last, seen):
            bottom += 1
        return _Region(row, column, bottom, last)

    def _open_below(self, row: int, column: int, last: int, seen: list[list[bool]]) -> bool:
        below = row + 1
        span = range(column, last + 1)
        free = not any(self.level[below][c] or seen[below][c] for c in span)
        return free and not any(self.upright[c + 1][below] for c in range(column, last))

    def is_outside(self, region: _Region) -> bool:
        """Open at a corner or both above and below: space between boxes, not a cell with an undrawn side."""
        spans_rows = range(region.row, region.last_row + 1)
        spans_columns = range(region.column, region.last_column + 1)
        left = not any(self.upright[region.column][r] for r in spans_rows)
        right = not any(self.upright[region.last_column + 1][r] for r in spans_rows)
        top = not any(self.level[region.row][c] for c in spans_columns)
        bottom = not any(self.level[region.last_row + 1][c] for c in spans_columns)
        return (top and bottom) or ((top or bottom) and (left or right))

    def box(self, region: _Region) -> Box:
        return Box(
            self.xs[region.column], self.ys[region.row], self.xs[region.last_column + 1], self.ys[region.last_row + 1]
        )


def _renumbered(regions: Sequence[_Region], grid: _Grid) -> list[Enclosure]:
    """Leaves out bands too thin for words and numbers the rest."""
    rows = [r for r in range(len(grid.ys) - 1) if grid.ys[r + 1] - grid.ys[r] >= THINNEST_BAND]
    columns = [c for c in range(len(grid.xs) - 1) if grid.xs[c + 1] - grid.xs[c] >= THINNEST_BAND]
    found = []
    for region in regions:
        own_rows = [i for i, r in enumerate(rows) if region.row <= r <= region.last_row]
        own_columns = [i for i, c in enumerate(columns) if region.column <= c <= region.last_column]
        if own_rows and own_columns:
            found.append(Enclosure(own_rows[0], own_columns[0], len(own_rows), len(own_columns), grid.box(region)))
    return found
