"""Text below columns that goes with what spans them next: a heading, the short first items of a wide list.

The foot of a column that is longer than the others is told apart by its lines, which break at the column's edge.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from report_extract.read.layout.bands import Band, Strip, height_of, is_sided, is_strong
from report_extract.read.layout.gutters import Interval, between
from report_extract.read.layout.units import Unit

TAIL_GAP = 0.5
"""Sizes of white that part a spanning tail below columns from the column above it."""
HOLE = 2.2
"""Sizes of white in its own column above a line that stands directly below another column."""
FILLS = 0.7
"""Share of a column's width from which a box or a block belongs to the column."""
SPACE = 0.5
"""Sizes between words, at most, when it is judged whether a word would have fitted."""
NEARER = 2.0
"""Times the white above a tail: with so much more white below, it goes with the column."""


def without_tail(strip: Strip, crossing: Band) -> Strip:
    """The strip without its last one-sided bands where these go with the spanning text that follows.

    Of the bands below the last that fills two columns, those after a white line stand below the columns, unless they
    are a column's own text.
    """
    if not any(u.segment or u.area for u in crossing.units):
        return strip
    bands, gutters = strip.bands, strip.gutters
    last = max((i for i, b in enumerate(bands) if is_sided(b, gutters)), default=0)
    columns = _columns(bands[: last + 1], gutters)
    for i in range(last + 1, len(bands)):
        white = bands[i].top - bands[i - 1].bottom
        size = min(height_of(u) for u in bands[i].units)
        if white <= TAIL_GAP * size and not _below_another(bands, i, gutters):
            continue
        if crossing.top - bands[-1].bottom > NEARER * max(white, size):
            return strip
        if not _runs_in_column(bands[i:], columns, gutters):
            return Strip(bands[:i], gutters)
    return _without_heading(strip, crossing)


def _without_heading(strip: Strip, crossing: Band) -> Strip:
    """The strip without a heading at its foot: it has no text in its column, so it opens what follows."""
    end = len(strip.bands)
    while end > 1 and not is_sided(strip.bands[end - 1], strip.gutters) and is_strong(strip.bands[end - 1], crossing):
        if _goes_on(strip.bands[: end - 1], strip.bands[end - 1], strip.gutters):
            break
        end -= 1
    return Strip(strip.bands[:end], strip.gutters)


def _goes_on(above: Sequence[Band], last: Band, gutters: Sequence[Interval]) -> bool:
    """Whether the band is one more line of its column's text: close below a line of the same look."""
    own = between([u for b in above for u in b.units], gutters)[_side(last, gutters)]
    over, line = (own[-1].segment if own else None), last.units[0].segment
    if over is None or line is None or last.top - over.box.bottom > TAIL_GAP * line.size:
        return False
    return over.size == line.size and over.words[0].bold == line.words[0].bold


def _columns(bands: Sequence[Band], gutters: Sequence[Interval]) -> list[Interval | None]:
    """The extent in x of each column of the bands."""
    parts = between([u for b in bands for u in b.units], gutters)
    return [(min(u.box.x0 for u in part), max(u.box.x1 for u in part)) if part else None for part in parts]


def _below_another(bands: Sequence[Band], at: int, gutters: Sequence[Interval]) -> bool:
    """Whether the band stands under another column's last line, with a hole above it in its own column."""
    side = _side(bands[at], gutters)
    if side == _side(bands[at - 1], gutters):
        return False
    above = [u.box.bottom for b in bands[:at] for u in between(b.units, gutters)[side]]
    return bool(above) and bands[at].top - max(above) > HOLE * min(height_of(u) for u in bands[at].units)


def _side(band: Band, gutters: Sequence[Interval]) -> int:
    return next(i for i, part in enumerate(between(band.units, gutters)) if part)


def _runs_in_column(bands: Sequence[Band], columns: Sequence[Interval | None], gutters: Sequence[Interval]) -> bool:
    """Whether lines break at a column's edge, or a box as wide as a column is among the bands."""
    for band in bands:
        column = columns[_side(band, gutters)]
        if column and any(_fills(u, column) for u in band.units):
            return True
    return any(_wraps(above, below, columns, gutters) for above, below in pairwise(bands))


def _fills(unit: Unit, column: Interval) -> bool:
    """Whether a box, a table or a picture takes the column's width."""
    return unit.segment is None and unit.box.width >= FILLS * (column[1] - column[0])


def _wraps(above: Band, below: Band, columns: Sequence[Interval | None], gutters: Sequence[Interval]) -> bool:
    """Whether the line above was full: the first word below had no room in the column."""
    side = _side(above, gutters)
    column = columns[side]
    first = below.units[0].segment
    if column is None or first is None or side != _side(below, gutters):
        return False
    size = max(first.size, 1.0)
    if below.top - above.bottom > TAIL_GAP * size:
        return False
    end = max(u.box.x1 for u in above.units)
    return end <= column[1] + size and end + SPACE * size + first.words[0].box.width > column[1]
