"""Unruled tables: labels with aligned values beside them, header words above.

Conservative on purpose: columns of running text, numbered lists and lists of contents are no tables.
"""

from __future__ import annotations

import itertools
import re
from collections.abc import Sequence
from dataclasses import dataclass
from statistics import median

from report_extract.model.base import Box, union
from report_extract.read.rawpage import RawPage
from report_extract.read.tables.contents import is_contents
from report_extract.read.tables.header_lines import MOST_LINES, is_wrapped
from report_extract.read.tables.lines import Chunk
from report_extract.read.tables.printed import FreeWords, Lines
from report_extract.read.tables.rough import RoughCell, RoughTable
from report_extract.read.tables.value_columns import (
    FEWEST_VALUES,
    ValueColumn,
    completed,
    may_hold_columns,
    value_columns,
)
from report_extract.read.tables.values import is_period

# Value columns of one table share at least this part of their lines.
SAME_LINES = 0.5
# Part of the rows that must have a label, and of the labels that must share a left edge (others are indented).
LABELLED = 0.7
# A label and its value may stand apart by this part of the page's width at most.
WIDEST_GAP = 0.5
# Labels are phrases; a mean above this is running text beside figures.
LONGEST_LABEL = 12.0  # words
# Names of rows before a column of years; more words are the text that stands beside the table.
SHORT_LABEL = 3.0
# A header line follows within this distance of the row beneath.
HEADER_STEP = 2.4  # ems
MOST_SECTIONS = 2  # lines of a label alone between the header and the first row
_LEADERS = re.compile(r"[.…·_]{4,}|(?:\. ){4,}")


@dataclass(slots=True)
class _Draft:
    """`rows`: lines that are rows; `labels`: columns of words before the values, outermost first."""

    rows: list[int]
    values: list[ValueColumn]
    labels: list[dict[int, Chunk]]


def unruled_tables(page: RawPage, printed: FreeWords) -> list[RoughTable]:
    """All tables without rules among the free words."""
    if not may_hold_columns(printed):
        return []
    lines = printed.lines
    columns = value_columns(page.words, lines)
    tables = []
    for group in _groups(lines, columns):
        draft = _with_labels(page, lines, _without_header(lines, completed(group, columns)))
        if draft is not None and _is_table(draft):
            table = _table(lines, draft)
            if not is_contents(page.words, table):
                tables.append(table)
    return tables


def _groups(lines: Lines, columns: Sequence[ValueColumn]) -> list[list[ValueColumn]]:
    """Value columns side by side on the same lines, parted where a column of labels stands between them."""
    groups: list[list[ValueColumn]] = []
    values = {id(piece) for column in columns for piece in column.cells.values()}
    labels = [[c for c in line if id(c) not in values] for line in lines]
    for column in sorted((c for c in columns if len(c.cells) >= FEWEST_VALUES), key=lambda c: c.x0):
        home = next((g for g in reversed(groups) if _belongs(labels, g, column)), None)
        if home is None:
            groups.append([column])
        else:
            home.append(column)
    return groups


def _without_header(lines: Lines, group: Sequence[ValueColumn]) -> list[ValueColumn]:
    """The columns without a first line that mostly says words over them: a number of it belongs to a header ("Rate
    per 10,000")."""
    first = min(n for c in group for n in c.cells)
    values = [c for c in group if first in c.cells]
    worded = [
        c for c in group if first not in c.cells and any(p.box.x0 < c.x1 and c.x0 < p.box.x1 for p in lines[first][1:])
    ]
    if len(worded) <= len(values) or any(len(c.cells) <= FEWEST_VALUES for c in values):
        return list(group)
    for column in values:
        del column.cells[first]
    return list(group)


def _belongs(labels: Lines, group: Sequence[ValueColumn], column: ValueColumn) -> bool:
    last = group[-1]
    all_lines = {n for c in group for n in c.cells}
    shared = all_lines & set(column.cells)
    if len(shared) < SAME_LINES * min(len(all_lines), len(column.cells)) or column.x0 < last.x1 - 1:
        return False
    between = sum(any(last.x1 < c.box.center[0] < column.x0 for c in labels[n]) for n in column.cells)
    return between * 2 < len(column.cells)


def _with_labels(page: RawPage, lines: Lines, group: Sequence[ValueColumn]) -> _Draft | None:
    """Finds the label column (and further columns of short text before it); None where the rows have no labels."""
    rows = sorted({n for c in group for n in c.cells})
    left = min(c.x0 for c in group)
    labels: list[dict[int, Chunk]] = []
    limit = {n: min(c.cells[n].box.x0 for c in group if n in c.cells) for n in rows}
    while True:
        nearest = {n: piece for n in rows if (piece := _left_of(lines[n], limit[n])) is not None}
        aligned = _left_aligned(nearest) if len(nearest) >= LABELLED * len(rows) else {}
        gap = left - max((c.box.x1 for c in aligned.values()), default=0.0)
        if not aligned or gap > WIDEST_GAP * page.width or (labels and gap > 0.15 * page.width):
            break
        if labels and sum(len(c.words) for c in aligned.values()) > 6 * len(aligned):
            break
        labels.insert(0, aligned)
        left = min(c.box.x0 for c in aligned.values())
        limit = {n: aligned[n].box.x0 if n in aligned else left for n in rows}
    if len(group) > 1 and _are_periods(group[0]) and not (labels and _is_short(labels[-1])):
        return _Draft(rows, list(group[1:]), [group[0].cells])
    return _Draft(rows, list(group), labels) if labels else None


def _are_periods(column: ValueColumn) -> bool:
    return all(is_period(c.text) for c in column.cells.values())


def _is_short(labels: dict[int, Chunk]) -> bool:
    """Names of rows rather than the lines of a column of text beside the table."""
    return sum(len(c.words) for c in labels.values()) <= SHORT_LABEL * len(labels)


def _left_of(line: Sequence[Chunk], x: float) -> Chunk | None:
    before = [c for c in line if c.box.x1 <= x + 1]
    return before[-1] if before else None


def _left_aligned(pieces: dict[int, Chunk]) -> dict[int, Chunk]:
    """The chunks on the common left edge or indented from it; {} where there is no common edge."""
    edge = min((c.box.x0 for c in pieces.values()), default=0.0)
    near = {n: c for n, c in pieces.items() if c.box.x0 - edge <= 3 * c.size}
    edges = sorted(c.box.x0 for c in near.values())
    common = max((sum(abs(x - e) <= 3 for x in edges) for e in edges), default=0)
    worded = sum(is_period(c.text) or any(ch.isalpha() for ch in c.text) for c in near.values())
    enough = len(near) >= LABELLED * len(pieces) and common * 2 >= len(near) and worded * 2 >= len(near)
    return near if enough else {}


def _is_table(draft: _Draft) -> bool:
    label_words = [len(c.words) for c in draft.labels[-1].values()]
    if sum(label_words) > LONGEST_LABEL * len(label_words):
        return False
    texts = [c.text for c in draft.labels[-1].values()]
    if any(_LEADERS.search(t) for t in texts):
        return False
    sizes = [c.size for column in draft.values for c in column.cells.values()]
    return median(sizes) <= 1.3 * median(c.size for c in draft.labels[-1].values())


def _table(lines: Lines, draft: _Draft) -> RoughTable:
    """Rows and columns with header lines above and wrapped labels joined to their rows."""
    spans = _column_spans(draft)
    head, sections = _header_lines(lines, draft, spans)
    row_of: dict[int, int] = {}
    grid: dict[tuple[int, int], list[Chunk]] = {}
    for number in [*head, *sorted(sections), *_body_lines(lines, draft, spans)]:
        row = _row_for(number, head, draft, lines, row_of, spans)
        for piece in lines[number]:
            if piece.box.x0 < spans[0][0] - 2 or piece.box.x1 > spans[-1][1] + 2 + 4 * piece.size:
                continue
            column = _column_at(spans, piece.box)
            grid.setdefault((row, column), []).append(piece)
    return _assembled(grid, spans)


def _column_spans(draft: _Draft) -> list[tuple[float, float]]:
    spans = [(min(c.box.x0 for c in col.values()), max(c.box.x1 for c in col.values())) for col in draft.labels]
    return spans + [(c.x0, c.x1) for c in draft.values]


def _column_at(spans: Sequence[tuple[float, float]], box: Box) -> int:
    """The column that the box overlaps most, else the nearest."""
    shared = [min(box.x1, x1) - max(box.x0, x0) for x0, x1 in spans]
    return max(range(len(spans)), key=lambda k: shared[k])


def _header_lines(lines: Lines, draft: _Draft, spans: Sequence[tuple[float, float]]) -> tuple[list[int], list[int]]:
    """Lines right above the first row that have words over a value column and none across two columns of text, and
    those with a label alone between them and the row."""
    head: list[int] = []
    sections: list[int] = []
    below = draft.rows[0]
    pitch = min((lines[b][0].box.top - lines[a][0].box.top for a, b in itertools.pairwise(draft.rows)), default=0.0)
    for number in range(below - 1, -1, -1):
        pieces = [c for c in lines[number] if c.box.x1 > spans[0][0] - 2 and c.box.x0 < spans[-1][1] + 30]
        if not pieces and lines[number][-1].box.x1 < spans[0][0]:
            continue  # a line of the column of text beside the table
        lowest = (head or sections[-1:] or [below])[0]
        beneath = next(c for c in reversed(lines[lowest]) if c.box.x1 > spans[0][0] - 2)
        if not pieces or beneath.box.top - pieces[0].box.top > max(HEADER_STEP * pieces[0].size, 1.2 * pitch):
            break
        if len(head) == MOST_LINES:
            break
        if not head and len(sections) < MOST_SECTIONS and pieces[-1].box.x1 <= spans[len(draft.labels)][0] + 2:
            sections.append(number)  # a label alone over the first row: it names a group of rows, the header is above
            continue
        if not _names_columns(pieces, draft, spans) or any(len(c.words) > LONGEST_LABEL for c in pieces):
            break
        head.insert(0, number)
    return head, sections if head else []


def _names_columns(pieces: Sequence[Chunk], draft: _Draft, spans: Sequence[tuple[float, float]]) -> bool:
    """Some words stand over a value column or in its share of the white around it, and none reach into it from the
    labels."""
    first = len(draft.labels)
    edges = [(a[1] + b[0]) / 2 for a, b in itertools.pairwise(spans)] + [spans[-1][1] + 30]
    named = 0
    for piece in pieces:
        if piece.box.x0 < spans[0][1] - 20 and piece.box.x1 > spans[first][0] + 5:
            return False
        over = any(min(piece.box.x1, b) > max(piece.box.x0, a) for a, b in spans[first:])
        within = any(a - 2 <= piece.box.x0 and piece.box.x1 <= b + 2 for a, b in itertools.pairwise(edges[first - 1 :]))
        named += over or within
    return named > 0


def _body_lines(lines: Lines, draft: _Draft, spans: Sequence[tuple[float, float]]) -> list[int]:
    """Rows, and between them the lines that hold words in the table's first column only."""
    rows = set(draft.rows)
    left, right = spans[0][0], spans[len(draft.labels)][0]
    return [
        n
        for n in range(draft.rows[0], draft.rows[-1] + 1)
        if n in rows or any(left - 2 <= c.box.x0 and c.box.x1 <= right + 2 for c in lines[n])
    ]


def _row_for(
    number: int,
    head: Sequence[int],
    draft: _Draft,
    lines: Lines,
    row_of: dict[int, int],
    spans: Sequence[tuple[float, float]],
) -> int:
    """The row of a line: its own, or the row nearer to which a wrapped label stands."""
    if number in row_of:
        return row_of[number]
    following = max(row_of.values(), default=-1) + 1
    row_of[number] = following
    if number in head:
        upper = max((n for n in head if n < number), default=None)
        if upper is not None and is_wrapped(_within(lines[upper], spans), _within(lines[number], spans), spans):
            row_of[number] = row_of[upper]
        return row_of[number]
    if number in draft.rows:
        return following
    previous = max((n for n in row_of if n < number and n not in head), default=None)
    nearest = min((n for n in draft.rows if n > number), default=None)
    if previous is None or nearest is None:
        return following
    up = lines[number][0].box.top - lines[previous][0].box.top
    down = lines[nearest][0].box.top - lines[number][0].box.top
    if up < 0.9 * down or lines[number][0].text[:1].islower():
        row_of[number] = row_of[previous]
    elif down < 0.9 * up:
        row_of[nearest] = following
    return row_of[number]


def _within(line: Sequence[Chunk], spans: Sequence[tuple[float, float]]) -> list[Chunk]:
    return [c for c in line if c.box.x1 > spans[0][0] - 2]


def _assembled(grid: dict[tuple[int, int], list[Chunk]], spans: Sequence[tuple[float, float]]) -> RoughTable:
    pieces = [c for cell in grid.values() for c in cell]
    box = union(c.box for c in pieces)
    edges = [box.x0, *((a[1] + b[0]) / 2 for a, b in itertools.pairwise(spans)), box.x1]
    cells = tuple(
        RoughCell(
            row=row,
            column=column,
            words=tuple(i for c in cell for i in c.words),
            box=Box(
                min(edges[column], *(c.box.x0 for c in cell), edges[column]),
                min(c.box.top for c in cell),
                max(edges[column + 1], *(c.box.x1 for c in cell), edges[column + 1]),
                max(c.box.bottom for c in cell),
            ),
        )
        for (row, column), cell in sorted(grid.items(), key=lambda item: item[0])
    )
    return RoughTable("unruled", box, cells)
