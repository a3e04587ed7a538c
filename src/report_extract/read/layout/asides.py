"""A box, a table or a picture under some of the columns that a text runs through: it is read after the last of them."""

from __future__ import annotations

from collections.abc import Sequence

from report_extract.read.layout.bands import bands, height_of
from report_extract.read.layout.gutters import between
from report_extract.read.layout.strips import strips
from report_extract.read.layout.units import Unit
from report_extract.read.rawpage import Word

LEVEL = 0.6
"""Sizes that the tops of one text's columns may differ."""
SAME_WIDTH = 0.15
"""Share of a column's width that the columns of one text may differ."""
LABELS = 2
"""Lines that name the box or table below the columns at most."""


def under_columns(part: Sequence[Unit], beside: Sequence[Unit]) -> tuple[list[Unit], list[Unit]]:
    """The part without what stands across the feet of its columns, and that; nothing in the second list unless the
    text goes on in the column `beside`. Units sorted by top."""
    whole = list(part)
    if not any(u.segment is None for u in whole):
        return whole, []
    found = strips(bands(whole))
    end = max((i for i, strip in enumerate(found) if strip.gutters), default=None)
    if end is None or end + 1 == len(found):
        return whole, []
    tail = [u for strip in found[end + 1 :] for u in strip.units]
    columns = between(found[end].units, found[end].gutters)
    if not _is_aside(tail) or not all(columns) or not goes_on(columns[-1], beside):
        return whole, []
    late = {id(u) for u in tail}
    return [u for u in whole if id(u) not in late], tail


def _is_aside(tail: Sequence[Unit]) -> bool:
    """Boxes, tables and figures that say something, with no more than a title of their own."""
    says = any(u.area or u.block for u in tail)
    return says and sum(u.segment is not None for u in tail) <= LABELS


def goes_on(column: Sequence[Unit], beside: Sequence[Unit]) -> bool:
    """Whether the column beside is one more of the same kind: as broad, level, and with no heading on top that this
    one lacks."""
    if not column or not beside or column[0].segment is None or beside[0].segment is None:
        return False
    first, second = column[0].segment, beside[0].segment
    if abs(first.box.top - second.box.top) > LEVEL * height_of(column[0]):
        return False
    return _alike(column, beside) and (_is_bold(first.words) or not _is_bold(second.words))


def _alike(a: Sequence[Unit], b: Sequence[Unit]) -> bool:
    mine, other = _width(a), _width(b)
    sizes = [sorted(u.segment.size for u in part if u.segment) for part in (a, b)]
    usual = [part[len(part) // 2] for part in sizes]
    return abs(mine - other) <= SAME_WIDTH * mine and abs(usual[0] - usual[1]) <= 0.1 * usual[0]


def _width(units: Sequence[Unit]) -> float:
    lines = [u.box for u in units if u.segment]
    return max(b.x1 for b in lines) - min(b.x0 for b in lines)


def _is_bold(words: Sequence[Word]) -> bool:
    return all(w.bold for w in words)
