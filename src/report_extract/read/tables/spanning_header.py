"""A header of two rows without walls, areas over years: each upper cell belongs to all columns that stand under it."""

from __future__ import annotations

import itertools
from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Sequence
from dataclasses import replace

from report_extract.model.base import Box, union
from report_extract.read.rawpage import Word
from report_extract.read.tables.lines import Chunk, chunks, printed_lines
from report_extract.read.tables.rough import RoughCell, RoughTable
from report_extract.read.tables.values import is_period, is_value

GUTTER = 0.6  # ems between neighbouring upper cells
MOST_LINES = 5  # of both rows of the header
STEP = 1.8  # ems from the upper line to the lower one, where no table holds it yet
CENTRED = 0.1  # breadths of the columns beneath; an upper cell broader than they are stands over their middle
STICKS_OUT = 2.0  # points
Group = tuple[int, int]  # first and last column
Span = tuple[float, float]


def with_spanning_header(words: Sequence[Word], table: RoughTable, taken: Collection[int]) -> RoughTable:
    """The table with its header in two rows where the lower one repeats its labels (2023, 2024, 2023, 2024) under
    fewer upper cells; the table as it is where that is not so. The upper ones may stand on the line above the table,
    among words that are not `taken`.

    Drawn cells say themselves how far they reach, so tables with walls stay as they are.
    """
    if table.kind not in ("half_ruled", "unruled") or table.n_columns < 3:
        return table
    above = _line_above(words, table, taken)
    tries = ((1, ()), (2, ()), *([(1, above)] if above else []))
    return next((new for depth, more in tries if (new := _reread(words, table, depth, more)) is not None), table)


def _line_above(words: Sequence[Word], table: RoughTable, taken: Collection[int]) -> list[int]:
    """The free words of the printed line right above the table, if they stand within its breadth."""
    top = min((words[i].box.top for c in table.row(0) for i in c.words), default=table.box.top)
    near = [
        i
        for i, w in enumerate(words)
        if top - STEP * w.size <= w.box.top
        and w.box.center[1] < top
        and w.box.x1 > table.box.x0
        and w.box.x0 < table.box.x1
        and w.upright
        and i not in taken
    ]
    line = (printed_lines(words, near) or [[]])[-1]
    left, right = table.box.x0 - STICKS_OUT, table.box.x1 + STICKS_OUT
    inside = all(left <= words[i].box.x0 and words[i].box.x1 <= right + words[i].size for i in line)
    return line if inside else []


def _reread(words: Sequence[Word], table: RoughTable, depth: int, above: Sequence[int]) -> RoughTable | None:
    """The first `depth` rows and the words `above` read as a header of two rows; None where they are none."""
    table = _without_hollow(table, depth)
    head = [c for c in table.cells if c.row < depth]
    labels = [c for c in head if c.column == 0 and c.column_span == 1]
    columns = _extents(words, [c for c in table.cells if c.row >= depth], table.n_columns)
    if columns is None or len(labels) > 1 or not head or len(columns) < 3:
        return None
    lines = printed_lines(words, [*above, *(i for c in head if c not in labels for i in c.words)])
    if not 2 <= len(lines) <= MOST_LINES:
        return None
    for upper in range(1, len(lines)):
        low = _by_column(words, [i for line in lines[upper:] for i in line], columns)
        texts = [" ".join(words[i].text for i in low[k]) for k in range(1, len(columns))]
        if not all(texts) or any(is_value(t) and not is_period(t) for t in texts):
            continue
        over = _over(words, lines[:upper], _groups(texts), _with_words(words, columns, low))
        if over is not None and (not above or all(i in {j for own in over.values() for j in own} for i in above)):
            return _written(words, table, depth, labels, (over, low))
    return None


def _without_hollow(table: RoughTable, depth: int) -> RoughTable:
    """Without the columns that hold header words only: upper cells stand between the columns that they belong to."""
    kept = sorted({c.column for c in table.cells if c.row >= depth and c.filled})
    if len(kept) == table.n_columns or not kept:
        return table
    cells = [
        replace(
            c,
            column=max(0, sum(k <= c.column for k in kept) - 1),
            column_span=max(1, sum(c.column <= k < c.column + c.column_span for k in kept)),
        )
        for c in table.cells
    ]
    return replace(table, cells=tuple(cells))


def _extents(words: Sequence[Word], body: Iterable[RoughCell], count: int) -> list[Span] | None:
    """Left and right of what stands in each column below the header; None where a column is empty."""
    own: dict[int, list[int]] = defaultdict(list)
    for cell in body:
        if cell.column_span == 1:
            own[cell.column] += cell.words
    if any(not own[k] for k in range(count)):
        return None
    return [(min(words[i].box.x0 for i in own[k]), max(words[i].box.x1 for i in own[k])) for k in range(count)]


def _by_column(words: Sequence[Word], indexes: Sequence[int], columns: Sequence[Span]) -> dict[int, list[int]]:
    """Words under the middle of the white between the columns go to the nearer one."""
    edges = [(a[1] + b[0]) / 2 for a, b in itertools.pairwise(columns)]
    own: dict[int, list[int]] = defaultdict(list)
    for i in indexes:
        own[sum(edge < words[i].box.center[0] for edge in edges)].append(i)
    return own


def _with_words(words: Sequence[Word], columns: Sequence[Span], low: dict[int, list[int]]) -> list[Span]:
    """The columns as broad as their lower header cells."""
    return [
        (min(a, *(words[i].box.x0 for i in low[k]), a), max(b, *(words[i].box.x1 for i in low[k]), b))
        for k, (a, b) in enumerate(columns)
    ]


def _groups(texts: Sequence[str]) -> list[Group]:
    """Columns whose labels come again, a group until one repeats; a label said once ("Change") stands alone."""
    folded = [t.casefold() for t in texts]
    often = Counter(folded)
    groups: list[Group] = []
    seen: set[str] = set()
    for column, text in enumerate(folded, start=1):
        if often[text] > 1 and seen and text not in seen:
            groups[-1] = (groups[-1][0], column)
            seen.add(text)
        else:
            groups.append((column, column))
            seen = {text} if often[text] > 1 else set()
    return groups


def _over(
    words: Sequence[Word], lines: Sequence[Sequence[int]], groups: Sequence[Group], columns: Sequence[Span]
) -> dict[Group, list[int]] | None:
    """Group → the words of its upper cell, without those that stand over no one group: no label beats a wrong one.

    None where no label repeats, and where words stand side by side over a group: a header of wrapped lines.
    """
    if sum(last > first for first, last in groups) < 2:
        return None
    over: dict[Group, list[Chunk]] = defaultdict(list)
    homeless = False
    for piece in (piece for line in lines for piece in chunks(words, line, gap=GUTTER)):
        home = [g for g in groups if _stands_over(piece, g, columns)]
        if len(home) == 1:
            over[home[0]].append(piece)
        else:
            homeless = True
    broad = [g for g in groups if g[1] > g[0]]
    if not all(_is_one(over[g]) for g in broad) or not (homeless or all(over[g] for g in broad)):
        return None
    return {g: [i for p in own for i in p.words] for g, own in over.items() if own}


def _stands_over(piece: Chunk, group: Group, columns: Sequence[Span]) -> bool:
    """Within the columns and their share of the white around, or over their middle where it is broader than they."""
    first, last = group
    left = (columns[first - 1][1] + columns[first][0]) / 2
    right = (columns[last][1] + columns[last + 1][0]) / 2 if last + 1 < len(columns) else float("inf")
    if left - STICKS_OUT <= piece.box.x0 and piece.box.x1 <= right + STICKS_OUT:
        return True
    middle, breadth = (columns[first][0] + columns[last][1]) / 2, columns[last][1] - columns[first][0]
    return abs(piece.box.center[0] - middle) <= CENTRED * breadth


def _is_one(pieces: Sequence[Chunk]) -> bool:
    """The lines of one cell, not cells side by side."""
    return all(
        b.box.top > a.box.top and b.box.x0 < a.box.x1 and a.box.x0 < b.box.x1 for a, b in itertools.pairwise(pieces)
    )


def _written(
    words: Sequence[Word],
    table: RoughTable,
    depth: int,
    labels: Sequence[RoughCell],
    header: tuple[dict[Group, list[int]], dict[int, list[int]]],
) -> RoughTable:
    """The table with two header rows in place of its first `depth`; the label column's header reaches through both."""
    over, low = header
    fill = next(c.fill for c in table.cells if c.row < depth)
    down = 2 - depth
    cells = [replace(c, row=0, row_span=2) for c in labels]
    for (first, last), own in over.items():
        beneath = [i for k in range(first, last + 1) for i in low[k]]
        box = _box(words, own)
        wide = _box(words, [*own, *beneath])
        box = Box(wide.x0, box.top, wide.x1, box.bottom)
        cells.append(RoughCell(0, first, tuple(own), box, column_span=last - first + 1, fill=fill))
    cells += [RoughCell(1, k, tuple(own), _box(words, own), fill=fill) for k, own in low.items() if own]
    body = [replace(c, row=c.row + down) for c in table.cells if c.row >= depth]
    top = min(table.box.top, *(c.box.top for c in cells))
    cells.sort(key=lambda c: (c.row, c.column))
    return replace(table, box=Box(table.box.x0, top, table.box.x1, table.box.bottom), cells=(*cells, *body), head=2)


def _box(words: Sequence[Word], indexes: Iterable[int]) -> Box:
    return union(words[i].box for i in indexes)
