"""Pull quotes and the like that stand over a gutter while the columns' text runs around them."""

from __future__ import annotations

from collections.abc import Sequence
from statistics import median
from typing import NamedTuple

from report_extract.model.base import Box, union
from report_extract.read.layout.bands import Strip, bands
from report_extract.read.layout.gutters import NARROW, Interval, between, common
from report_extract.read.layout.units import Unit

AHEAD = 4
"""Strips between the columns above and those below: the text beside the inset, in pieces."""
BESIDE = 0.5
"""Share of the inset's height beside which the columns' text runs."""
WIDEST = 0.7
"""Share of the columns' breadth."""
NEXT_LINE = 1.0
"""Sizes of white between lines that follow each other."""
SAME_SIZE = 0.1
"""Share by which the type of one text differs at most."""


class Around(NamedTuple):
    """Columns, and what was set on them and is read after them."""

    strip: Strip
    inset: tuple[Unit, ...] = ()


def around_insets(found: Sequence[Strip]) -> list[Around]:
    """The strips, those joined that are the same columns above, beside and below an inset."""
    result: list[Around] = []
    at = 0
    while at < len(found):
        here = Around(found[at])
        at += 1
        while (joined := _joined(here, found[at : at + AHEAD])) is not None:
            here, taken = joined
            at += taken
        result.append(here)
    return result


def _joined(here: Around, following: Sequence[Strip]) -> tuple[Around, int] | None:
    """The columns with those of a later strip and the text between, and how many strips that takes."""
    gutters = here.strip.gutters
    if not gutters:
        return None
    for k in range(1, len(following)):
        shared = common(gutters, following[k].gutters)
        if len(shared) != len(gutters):
            continue
        middle = [u for strip in following[:k] for u in strip.units]
        inset = [u for u in middle if any(u.box.x0 < b and u.box.x1 > a for a, b in shared)]
        chosen = {id(u) for u in inset}
        text = [u for u in middle if id(u) not in chosen]
        if inset and _runs_around(text, union([u.box for u in inset]), (here.strip, following[k]), shared):
            units = sorted([*here.strip.units, *text, *following[k].units], key=lambda u: (u.box.top, u.box.x0))
            return Around(Strip(tuple(bands(units)), shared), (*here.inset, *inset)), k + 1
    return None


def _runs_around(text: Sequence[Unit], inset: Box, strips: tuple[Strip, Strip], gutters: Sequence[Interval]) -> bool:
    """Whether text of the columns' own type stands beside the inset and follows what is above it, or goes on below."""
    above, below = (strip.units for strip in strips)
    sizes = [u.segment.size for u in above if u.segment]
    if not sizes or not text:
        return False
    size = median(sizes)
    if any(b - a < NARROW * size for a, b in gutters):
        return False
    if any(u.segment is None or abs(u.segment.size - size) > SAME_SIZE * size for u in text):
        return False
    columns = union([u.box for u in (*above, *below)])
    if inset.width > WIDEST * columns.width:
        return False
    sides = 1 + _on_both_sides(text, inset)
    if sum(u.box.overlap_y(inset) for u in text) < sides * BESIDE * inset.height:
        return False
    parts = zip(between(above, gutters), between(text, gutters), between(below, gutters), strict=True)
    return all(_follow(over, own, size) or _follow(own, under, size) for over, own, under in parts if own)


def _on_both_sides(text: Sequence[Unit], inset: Box) -> bool:
    return any(u.box.x1 <= inset.x0 for u in text) and any(u.box.x0 >= inset.x1 for u in text)


def _follow(above: Sequence[Unit], below: Sequence[Unit], size: float) -> bool:
    if not above or not below:
        return False
    return min(u.box.top for u in below) - max(u.box.bottom for u in above) <= NEXT_LINE * size
