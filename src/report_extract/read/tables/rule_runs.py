"""Rules of one breadth down a page → the runs that belong to one table each.

Tables of one house style share their breadth with each other, with boxes and with the line under a running header.
What stands between two of their rules tells them apart: a row lies close to both, while headings, paragraphs and the
header of the next table leave a wide white line, and part of it is no row.
"""

from __future__ import annotations

import itertools
from collections.abc import Mapping, Sequence
from statistics import median

from report_extract.read.rawpage import Word
from report_extract.read.tables.bands import Band, columns_of, lines_of, places_of
from report_extract.read.tables.edges import SAME_EDGE, Ruling
from report_extract.read.tables.lines import Chunk

# White lines between paragraphs are wider than between lines of one cell (ems).
PARTED = 0.75
# A paragraph stands further below a rule than this (ems), and twice as far as rows do.
PADDING = 0.9
# Headings are set larger than rows.
LARGER = 1.12
# Bands lower than this (points) hold no paragraph with white around it; without words, bands that are this many times
# as high as usual are no rows at all.
LOW = 20.0
EMPTY = 3.0


def runs(words: Sequence[Word], rules: Sequence[Ruling], between: Mapping[int, Sequence[int]]) -> list[list[Ruling]]:
    """The rules parted where what stands between two of them is no row. `between[k]`: the words below `rules[k]`."""
    steps = [b.at - a.at for a, b in itertools.pairwise(rules)]
    usual = median(steps)
    high = [k for k, step in enumerate(steps) if step > LOW]
    if not any(_leaves_white(words, between.get(k, ()), rules[k].at, rules[k + 1].at) for k in high):
        return [list(rules)]
    bands = [Band(rules[k].at, rules[k + 1].at, lines_of(words, between.get(k, ()))) for k in range(len(steps))]
    padding = 2 * median([_white_above(b) for b in bands if b.lines] or [0.0])
    doubtful = [k for k in range(len(bands)) if _is_doubtful(bands, k, padding, usual)]
    edges = [-1, *doubtful, len(bands)]
    ends = [0]
    for number, k in enumerate(doubtful, start=1):
        above, below = bands[edges[number - 1] + 1 : k], bands[k + 1 : edges[number + 1]]
        rows = bands[k].lines and (_is_row(bands[k], above) or _is_row(bands[k], below))
        if not rows or _ends_in_header(bands[k]):
            ends += [k + 1, k + 1]
    ends.append(len(rules))
    return [list(rules[a:b]) for a, b in zip(ends[::2], ends[1::2], strict=True)]


def _leaves_white(words: Sequence[Word], indexes: Sequence[int], top: float, bottom: float) -> bool:
    """A glance: a level white line runs through the words or along a rule; without words there is nothing else."""
    least = PARTED * min((words[i].size for i in indexes), default=0.0)
    end = top
    for upper, lower in sorted((words[i].box.top, words[i].box.bottom) for i in indexes):
        if upper - end > least:
            return True
        end = max(end, lower)
    return bottom - end > least


def _is_doubtful(bands: Sequence[Band], k: int, padding: float, usual: float) -> bool:
    """The band may be the space between two tables."""
    band = bands[k]
    high = band.bottom - band.top
    if band.lines:
        return high > LOW and _is_parted(band, padding)
    beside = [b for b in bands[max(0, k - 1) : k + 2] if b.lines]
    return high > EMPTY * usual or (high > SAME_EDGE and any(_is_text(b) for b in beside))


def _is_text(band: Band) -> bool:
    """Lines of one piece each: a call-out between two rules."""
    return len(band.lines) > 1 and all(len(line) == 1 for line in band.lines)


def _is_parted(band: Band, padding: float) -> bool:
    """A white line wider than in a cell runs through the band, or one wider than in a row along one of its rules."""
    beneath = band.bottom - max(p.box.bottom for p in band.pieces)
    if max(_white_above(band), beneath) > max(padding, PADDING * max(p.size for p in band.pieces)):
        return True
    ends = itertools.accumulate((max(p.box.bottom for p in line) for line in band.lines), max)
    return any(
        min(p.box.top for p in line) - end > PARTED * max(p.size for p in line)
        for end, line in zip(ends, band.lines[1:], strict=False)
    )


def _white_above(band: Band) -> float:
    return min(p.box.top for p in band.lines[0]) - band.top


def _is_row(band: Band, rows: Sequence[Band]) -> bool:
    """All its lines stand in the columns of these rows, in type of their size."""
    columns = columns_of(rows)
    if len(columns) < 2:
        return False
    size = median(p.size for row in rows for p in row.pieces)
    return all(p.size <= LARGER * size and _in_one(p, columns) for p in band.pieces)


def _ends_in_header(band: Band) -> bool:
    """Lines of one piece each, not all bold, and under them a bold line of several: the names of other columns."""
    *upper, last = band.lines
    bold = len(last) > 1 and all(p.bold for p in last)
    return bold and bool(upper) and all(len(line) == 1 for line in upper) and not all(p.bold for (p,) in upper)


def _in_one(piece: Chunk, columns: Sequence[tuple[float, float]]) -> bool:
    first, last = places_of(piece, columns)
    return first == last
