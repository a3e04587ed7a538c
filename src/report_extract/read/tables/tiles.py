"""Cells that are tiles of colour with a little white between them: grown until they touch, they rule a table."""

from __future__ import annotations

import itertools
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import replace

from report_extract.model.base import Box
from report_extract.read.rawpage import Shape
from report_extract.read.tables.edges import SAME_EDGE, SMALLEST_CELL

# White between tiles (points): office suites and browsers leave 1 to 4, cards stand 10 and more apart.
WIDEST_JOINT = 6.0
# Rows and columns of the smallest table of tiles; fewer are boxes set side by side.
FEWEST_ROWS = 3
FEWEST_COLUMNS = 3
# Points: a tile higher than this holds a paragraph and is a card.
HIGHEST_TILE = 60.0
Lane = tuple[float, float]


def touching(shapes: Sequence[Shape]) -> list[Shape]:
    """The shapes, with tiles of one lattice grown by half the white between them; others as they are."""
    tiles = [s for s in shapes if _is_tile(s)]
    if len(tiles) < FEWEST_ROWS * FEWEST_COLUMNS:
        return list(shapes)
    across = _lanes((s.box.x0, s.box.x1) for s in tiles)
    down = _lanes((s.box.top, s.box.bottom) for s in tiles)
    grown: dict[int, Shape] = {}
    for rows in _runs(down, FEWEST_ROWS):
        for columns in _runs(across, FEWEST_COLUMNS):
            inside = [s for s in tiles if _lane_of(s.box, rows, columns)]
            if len(inside) == len(rows) * len(columns) and _has_joints(rows, columns):
                grown.update({id(s): _grown(s, rows, columns) for s in inside})
    return [grown.get(id(s), s) for s in shapes]


def _is_tile(shape: Shape) -> bool:
    box = shape.box
    filled = shape.kind == "rect" and shape.fill is not None
    return filled and SMALLEST_CELL <= box.height <= HIGHEST_TILE and box.width >= SMALLEST_CELL


def _lanes(sides: Iterable[Lane]) -> list[Lane]:
    """Extents that several tiles share, in order."""
    counted = Counter((round(a, 1), round(b, 1)) for a, b in sides)
    return sorted(lane for lane, tiles in counted.items() if tiles >= FEWEST_ROWS)


def _runs(lanes: Sequence[Lane], fewest: int) -> list[list[Lane]]:
    """Lanes that follow each other with no more than a joint between them."""
    runs: list[list[Lane]] = []
    for lane in lanes:
        if runs and -SAME_EDGE <= lane[0] - runs[-1][-1][1] <= WIDEST_JOINT:
            runs[-1].append(lane)
        else:
            runs.append([lane])
    return [run for run in runs if len(run) >= fewest]


def _has_joints(rows: Sequence[Lane], columns: Sequence[Lane]) -> bool:
    """Whether white of more than an edge's breadth keeps the tiles from touching."""
    return any(b[0] - a[1] > SAME_EDGE for lanes in (rows, columns) for a, b in itertools.pairwise(lanes))


def _lane_of(box: Box, rows: Sequence[Lane], columns: Sequence[Lane]) -> bool:
    return (round(box.top, 1), round(box.bottom, 1)) in rows and (round(box.x0, 1), round(box.x1, 1)) in columns


def _grown(shape: Shape, rows: Sequence[Lane], columns: Sequence[Lane]) -> Shape:
    x0, top, x1, bottom = shape.box
    left, right = _middles(columns, (round(x0, 1), round(x1, 1)))
    upper, lower = _middles(rows, (round(top, 1), round(bottom, 1)))
    return replace(shape, box=Box(left, upper, right, lower))


def _middles(lanes: Sequence[Lane], lane: Lane) -> Lane:
    """The middle of the joints on either side of the lane; its own edge where it is the first or last."""
    at = lanes.index(lane)
    before = (lanes[at - 1][1] + lane[0]) / 2 if at else lane[0]
    after = (lane[1] + lanes[at + 1][0]) / 2 if at + 1 < len(lanes) else lane[1]
    return before, after
