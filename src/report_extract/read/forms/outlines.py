"""The outlines of boxes to tick: frames, rounded frames, rings, and squares drawn as four single lines."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from report_extract.model.base import Box, union
from report_extract.read.rawpage import RawPage, Shape
from report_extract.read.tables.rounded import straight_sides

SMALLEST, LARGEST = 5.5, 20.0  # points; boxes to tick go with 8 to 16 point type
SQUARE = 1.25  # longest to shortest side
LIGHT = 0xE0  # of 255 in every colour: white or a pale tint, still an empty box
CORNER = 1.0  # points by which lines that make a square may miss each other at its corners
RING = 0.6  # least share of the outline that the hole of a ring takes


@dataclass(frozen=True, slots=True)
class Outline:
    """`solid`: filled with a dark colour, so that it is a box only if a tick is left light inside."""

    box: Box
    solid: bool = False
    parts: tuple[Shape, ...] = ()


def outlines(page: RawPage) -> list[Outline]:
    """All that is drawn like a box to tick; bullets, swatches and cells of grids are among them."""
    small = [s for s in page.shapes if _is_square(s.box) and (s.kind == "rect" or straight_sides(s) == 4)]
    found = [Outline(s.box, parts=(s,)) for s in small if _is_frame(s)]
    for shape in small:
        if shape.fill is not None and not is_light(shape.fill):
            hole = next((other for other in small if _is_hole(other, shape)), None)
            found.append(Outline(shape.box, solid=hole is None, parts=(shape, hole) if hole else (shape,)))
    return [*found, *_of_four_lines(page.shapes)]


def is_light(color: str) -> bool:
    value = int(color[1:7], 16) if len(color) >= 7 else 0
    return min(value >> 16, value >> 8 & 0xFF, value & 0xFF) >= LIGHT


def _is_square(box: Box) -> bool:
    width, height = box.x1 - box.x0, box.bottom - box.top
    if not (SMALLEST <= width <= LARGEST and SMALLEST <= height <= LARGEST):
        return False
    return max(width, height) <= SQUARE * min(width, height)


def _is_frame(shape: Shape) -> bool:
    return bool(shape.stroke and not is_light(shape.stroke) and (shape.fill is None or is_light(shape.fill)))


def _is_hole(inner: Shape, outer: Shape) -> bool:
    """Painted in the colour of what it lies on: nobody would see it were it not left out."""
    return (
        inner is not outer
        and inner.fill == outer.fill
        and outer.box.contains(inner.box)
        and RING * outer.box.width <= inner.box.width < outer.box.width - CORNER / 2
    )


def _of_four_lines(shapes: Sequence[Shape]) -> Iterator[Outline]:
    """Two level and two upright lines that meet at their ends."""
    level = [s for s in shapes if s.kind == "hline" and SMALLEST <= s.box.x1 - s.box.x0 <= LARGEST]
    if len(level) < 2:
        return
    upright = [s for s in shapes if s.kind == "vline" and SMALLEST <= s.box.bottom - s.box.top <= LARGEST]
    if len(upright) < 2:
        return
    level.sort(key=lambda s: s.box.top)
    for k, top in enumerate(level):
        bottom = next((s for s in level[k + 1 :] if _closes(top.box, s.box)), None)
        if bottom is None:
            continue
        box = union([top.box, bottom.box])
        sides = [next((s for s in upright if _is_side(s.box, x, box)), None) for x in (box.x0, box.x1)]
        left, right = sides
        if _is_square(box) and left is not None and right is not None and left is not right:
            yield Outline(box, parts=(top, bottom, left, right))


def _closes(top: Box, bottom: Box) -> bool:
    aligned = abs(top.x0 - bottom.x0) <= CORNER and abs(top.x1 - bottom.x1) <= CORNER
    return aligned and SMALLEST <= bottom.bottom - top.top <= LARGEST


def _is_side(line: Box, x: float, box: Box) -> bool:
    middle = (line.x0 + line.x1) / 2
    return abs(middle - x) <= CORNER and abs(line.top - box.top) <= CORNER and abs(line.bottom - box.bottom) <= CORNER
