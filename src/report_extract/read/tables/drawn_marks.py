"""Small drawings in one place → tick or cross, also on the disc or in the box that some set them in."""

from __future__ import annotations

from collections.abc import Sequence

from report_extract.model.base import Box
from report_extract.read.rawpage import Shape
from report_extract.read.ticks import drawn_mark

# A disc or box around a mark is larger than the mark by this much at least (share of its breadth).
AROUND = 1.2


def mark_of_shapes(shapes: Sequence[Shape]) -> bool | None:
    """True for a tick, false for a cross, None for neither. Straight level lines are borders, no strokes of a mark."""
    curves = [s for s in shapes if s.points and s.kind == "curve"]
    front = [s for s in curves if not _is_behind(s, curves)]
    return drawn_mark([s.points for s in front]) if front else None


def _is_behind(shape: Shape, shapes: Sequence[Shape]) -> bool:
    return any(other is not shape and _surrounds(shape.box, other.box) for other in shapes)


def _surrounds(outer: Box, inner: Box) -> bool:
    return outer.contains(inner, tolerance=0.5) and outer.width >= AROUND * inner.width
