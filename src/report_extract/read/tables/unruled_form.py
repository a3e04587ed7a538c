"""Labels and values set in two columns without rules: the head of a committee paper."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from itertools import pairwise

from report_extract.model.base import Box, union
from report_extract.read.rawpage import Word
from report_extract.read.tables.lines import CHUNK_GAP, Chunk
from report_extract.read.tables.printed import FreeWords
from report_extract.read.tables.rough import RoughCell, RoughTable

FEWEST_ROWS = 2  # with colons; bold labels without them need one more
ALIGNED = 2.5  # points by which left edges may differ
LARGEST_STEP = 3.2  # ems from row to row
LONGEST_LABEL = 8  # words
MOST_LINES = 3  # of a value, on average: longer text beside bold words stands under side headings
WRAP = 1.6  # ems from line to line of one cell
MOST_ENDS = 30  # a page with more bold words before plain ones is no head of a paper
LABEL_ENDS = (":", "?")


def unruled_forms(printed: FreeWords) -> list[RoughTable]:
    """Runs of rows "Label:   value" whose labels and values each share a left edge."""
    words = printed.words
    if not _may_hold_forms(words, printed.free):
        return []
    forms: list[RoughTable] = []
    rows: list[list[Chunk]] = []
    for line in [*printed.lines, []]:
        if (rows and _wraps(rows, line)) or (_is_row(words, line) and (not rows or _follows(rows, line))):
            rows.append(line)
        else:
            forms += _form(rows)
            rows = [line] if _is_row(words, line) else []
    return forms


def _may_hold_forms(words: Sequence[Word], free: Sequence[int]) -> bool:
    """A glance: do two words that end a label have white space of an em or more beside them?"""
    ends = [i for i in free if words[i].text[-1:] in LABEL_ENDS]
    if len(ends) < FEWEST_ROWS:
        bold = [w.bold for w in words]
        bold.append(bold[-1] if bold else False)
        ends = [i for i in free if bold[i] and not bold[i + 1]]
    if len(ends) > MOST_ENDS:
        return False
    if len(ends) < FEWEST_ROWS:
        return False
    down = sorted(zip([words[j].box[3] for j in free], free, strict=True))
    return sum(_stands_apart(words, down, i) for i in ends) >= FEWEST_ROWS


def _stands_apart(words: Sequence[Word], down: Sequence[tuple[float, int]], i: int) -> bool:
    """Something stands on the word's line to its right, an em or more away. `down`: bottoms of the words, sorted."""
    word = words[i]
    x1, bottom, size = word.box.x1, word.box.bottom, word.size
    first, last = bisect_left(down, (bottom - 0.3 * size,)), bisect_right(down, (bottom + 0.3 * size, len(words)))
    gaps = [gap for _, j in down[first:last] if (gap := words[j].box[0] - x1) >= -1.0 and j != i]
    return bool(gaps) and min(gaps) > CHUNK_GAP * size


def _is_row(words: Sequence[Word], line: Sequence[Chunk]) -> bool:
    if len(line) != 2 or len(line[0].words) > LONGEST_LABEL or not any(c.isalpha() for c in line[0].text):
        return False
    labelled = line[0].text.endswith(LABEL_ENDS) or line[0].bold
    return labelled and not line[1].bold and abs(line[0].size - line[1].size) <= 0.25 * line[0].size


def _follows(rows: Sequence[Sequence[Chunk]], line: Sequence[Chunk]) -> bool:
    first, last = rows[0], rows[-1]
    return (
        abs(line[0].box.x0 - first[0].box.x0) <= ALIGNED
        and abs(line[1].box.x0 - first[1].box.x0) <= ALIGNED
        and line[0].box.top - last[0].box.top <= LARGEST_STEP * line[0].size
    )


def _wraps(rows: Sequence[Sequence[Chunk]], line: Sequence[Chunk]) -> bool:
    """A second line of the value, and nothing under the label."""
    if len(line) != 1 or abs(line[0].box.x0 - rows[0][1].box.x0) > ALIGNED:
        return False
    return line[0].box.top - rows[-1][-1].box.top <= WRAP * line[0].size


def _form(rows: Sequence[Sequence[Chunk]]) -> list[RoughTable]:
    labels = [r[0] for r in rows if len(r) == 2]
    stated = all(c.text.endswith(LABEL_ENDS) for c in labels)
    if len(labels) < (FEWEST_ROWS if stated else FEWEST_ROWS + 1):
        return []
    if not stated and len(rows) > MOST_LINES * _entries(labels):
        return []
    cells: list[RoughCell] = []
    number = -1
    middle = rows[0][1].box.x0
    for row in rows:
        if len(row) == 2:
            number += 1
            cells += [_cell(number, column, row[column]) for column in (0, 1)]
        else:
            value = cells[-1]
            cells[-1] = RoughCell(number, 1, (*value.words, *row[0].words), union([value.box, row[0].box]))
    box = union(c.box for c in cells)
    placed = tuple(
        RoughCell(
            c.row,
            c.column,
            c.words,
            Box(box.x0 if c.column == 0 else middle, c.box.top, middle if c.column == 0 else box.x1, c.box.bottom),
        )
        for c in cells
    )
    return [RoughTable("form", box, placed)]


def _entries(labels: Sequence[Chunk]) -> int:
    """How many labels, those that wrap counted once."""
    return 1 + sum(b.box.top - a.box.top > WRAP * b.size for a, b in pairwise(labels))


def _cell(row: int, column: int, piece: Chunk) -> RoughCell:
    return RoughCell(row, column, piece.words, piece.box)
