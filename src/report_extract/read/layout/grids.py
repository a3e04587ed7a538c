"""Grids read row by row although white channels run through them: figures, boxes, short cells, headed cards."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from itertools import pairwise

from report_extract.model.document import BlockKind
from report_extract.read.layout.bands import Band, Strip
from report_extract.read.layout.gutters import Interval, between, lines_in
from report_extract.read.layout.units import Unit

Row = list[Unit]

LEAST_ROWS = 2
ALIGNED = 0.6
"""Sizes that the tops of what stands in one row may differ."""
LEAST_CARDS = 2
"""Cards side by side in the second row: a single heading there is one within a column."""
CARD_LINES = 3
"""Lines of a cell in a grid without boxes; longer ones are columns of running text."""
CARD_GAP = 0.5
"""Sizes of white between rows of a grid; running text has less between its lines."""
COUNTED = 3
"""Numbers that each column of a counted list holds at least."""
LONGEST_NUMBER = 4
"""Digits."""
RAGGED = 1.0
"""Sizes by which the white above one row's headings differs from column to column: running text, set in columns, has
the same white above every heading."""
WHITE = 2.5
"""Sizes of white above a row of cards that is more than any gap of running text."""
LARGER = 1.1
"""Times the size of the text below: a heading."""


def rows_of_grid(strip: Strip) -> list[Row] | None:
    """The bands as rows where their cells are level with each other, short or boxed, with room between the rows."""
    bands = strip.bands
    if len(bands) < LEAST_ROWS:
        return None
    for above, below in pairwise(bands):
        size = min(size_of(u) for u in (*above.units, *below.units))
        close = below.top - above.bottom < CARD_GAP * size
        if close and not is_figures((*above.units, *below.units)):
            return None
    if not all(_is_row(band.units, strip.gutters) for band in bands) or _counts_down(strip):
        return None
    return [list(band.units) for band in bands]


def _is_row(row: Sequence[Unit], gutters: Sequence[Interval]) -> bool:
    cells = [c for c in between(row, gutters) if c]
    if len(cells) < 2:
        return len(cells) == 1 and _is_cell(cells[0])
    tops = [min(u.box.top for u in cell) for cell in cells]
    middles = [(min(u.box.top for u in c) + max(u.box.bottom for u in c)) / 2 for c in cells]
    near = ALIGNED * min(size_of(u) for u in row)
    level = max(tops) - min(tops) <= near or max(middles) - min(middles) <= near
    return (level or is_figures(row)) and all(_is_cell(cell) for cell in cells)


def is_figures(units: Sequence[Unit]) -> bool:
    """Whether all are figures, whose captions stand above or below them, so that no edge of theirs is level."""
    return all(_is_figure(u) or (u.area and any(map(_is_figure, u.area.units))) for u in units)


def _is_figure(unit: Unit) -> bool:
    return unit.block is not None and unit.block.kind is BlockKind.figure_pair


def beside_figures(strip: Strip) -> tuple[Interval, ...]:
    """The strip's gutters without those inside a field of figures that stands beside columns of text."""
    figures = [is_figures(column) for column in between(strip.units, strip.gutters)]
    if all(figures):
        return strip.gutters
    return tuple(g for g, left, right in zip(strip.gutters, figures, figures[1:], strict=False) if not (left and right))


def _is_cell(cell: Sequence[Unit]) -> bool:
    """Boxes that stand level, or a few lines."""
    boxed = all(u.segment is None and u.box.overlap_y(cell[0].box) >= 0.5 * u.box.height for u in cell)
    return boxed or lines_in(cell) <= CARD_LINES


def _counts_down(strip: Strip) -> bool:
    """Whether each column is a list whose numbers grow downwards and on into the next column."""
    columns = [[_number(u) for u in column] for column in between(strip.units, strip.gutters)]
    if any(sum(n is not None for n in column) < COUNTED for column in columns):
        return False
    numbers = [n for column in columns for n in column if n is not None]
    return all(a < b for a, b in pairwise(numbers))


def _number(unit: Unit) -> int | None:
    """The number that opens the unit's text."""
    first = unit.segment.words[0].text.rstrip(".)") if unit.segment else ""
    return int(first) if first.isdecimal() and len(first) <= LONGEST_NUMBER else None


def rows_of_cards(strip: Strip) -> list[Row] | None:
    """The rows of cards without boxes: each cell opens with a heading, level with those beside it."""
    bands, gutters = strip.bands, strip.gutters
    if not _headings(bands, gutters):
        return None
    starts = [i for i in range(1, len(bands)) if _set_apart(bands, i, gutters) and _headings(bands[i:], gutters)]
    if not starts or _headings(bands[starts[0] :], gutters) < LEAST_CARDS:
        return None
    starts = [0, *starts]
    ends = [*starts[1:], len(bands)]
    return [[u for band in bands[i:end] for u in band.units] for i, end in zip(starts, ends, strict=True)]


def _headings(bands: Sequence[Band], gutters: Sequence[Interval]) -> int:
    """The number of level headings with which the first band opens all columns that are not at their end; or 0."""
    firsts: list[Unit] = []
    for column in between([u for band in bands for u in band.units], gutters):
        if not column:
            continue
        if column[0].box.top > bands[0].bottom or not _is_heading(column):
            return 0
        firsts.append(column[0])
    near = ALIGNED * min(size_of(u) for u in firsts)
    tops = [u.box.top for u in firsts]
    return len(firsts) if max(tops) - min(tops) <= near else 0


def _is_heading(column: Sequence[Unit]) -> bool:
    """Whether the first line is larger or bolder than most of the text in its column."""
    first = column[0].segment
    letters: Counter[tuple[float, bool]] = Counter()
    for segment in (u.segment for u in column if u.segment):
        letters[segment.size, segment.words[0].bold] += len(segment.text)
    if first is None:
        return False
    size, bold = max(letters, key=lambda look: (letters[look], look))
    return first.size > LARGER * size or (not bold and all(w.bold for w in first.words))


def _set_apart(bands: Sequence[Band], at: int, gutters: Sequence[Interval]) -> bool:
    """Whether the row's place was made by a grid and not by the flow of the text above."""
    above = between([u for band in bands[:at] for u in band.units], gutters)
    here = between(bands[at].units, gutters)
    white = [
        min(u.box.top for u in part) - max(u.box.bottom for u in over)
        for part, over in zip(here, above, strict=True)
        if part and over
    ]
    size = min(size_of(u) for u in bands[at].units)
    return bool(white) and (min(white) > WHITE * size or max(white) - min(white) > RAGGED * size)


def size_of(unit: Unit) -> float:
    return unit.segment.size if unit.segment else min(unit.box.height, 12.0)
