"""Frames with round corners: curves that are rectangles to the eye."""

from __future__ import annotations

import itertools

from report_extract.read.rawpage import Shape

STRAIGHT = 0.4  # share of a side that is straight where its corners are round: a circle has no such side
ON_SIDE = 0.1  # points by which a straight piece may lie off the side of its box


def straight_sides(shape: Shape) -> int:
    """How many sides of the shape's box a straight piece of its path runs along."""
    left, top, right, bottom = shape.box
    wide, high = STRAIGHT * (right - left), STRAIGHT * (bottom - top)
    sides: set[str] = set()
    for (xa, ya), (xb, yb) in itertools.pairwise(shape.points):
        across, along = abs(xa - xb), abs(ya - yb)
        if along < ON_SIDE and across >= wide > 0:
            sides |= {"top"} if abs(ya - top) < ON_SIDE else {"bottom"} if abs(ya - bottom) < ON_SIDE else set()
        elif across < ON_SIDE and along >= high > 0:
            sides |= {"left"} if abs(xa - left) < ON_SIDE else {"right"} if abs(xa - right) < ON_SIDE else set()
    return len(sides)
