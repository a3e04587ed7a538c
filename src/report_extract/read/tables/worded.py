"""Tables of words without rules or colours: a bold row of names, and rows of short cells beneath that line up."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from report_extract.model.base import Box, union
from report_extract.read.pdf.symbols import BULLETS
from report_extract.read.tables.header_lines import at_columns
from report_extract.read.tables.lines import CHUNK_GAP, Chunk
from report_extract.read.tables.printed import FreeWords, Lines
from report_extract.read.tables.rough import RoughCell, RoughTable
from report_extract.read.tables.values import is_value

# Two columns with bold words on top may be anything: side headings, cards, a list of names.
FEWEST_COLUMNS = 3
FEWEST_ROWS = 3
FEWEST_IN_EQUAL = 5  # rows where the columns are equally broad: cards of persons stand so, with a few lines each
LONGEST_NAME = 5  # words
LONGEST_CELL = 12  # words on average
ALIGNED = 2.0  # points by which cells may begin beside their column's edge
LARGEST_STEP = 3.0  # ems from line to line
APART = 0.25  # ems of white between rows beyond that between the lines of one cell
# Share of the places that hold a cell, and of the cells after which the next word of their column had room: running
# text fills its lines.
FILLED = 0.9
ENDED = 0.7
LOWER = 0.3  # share of cells that may begin with a small letter; most lines of running text do
Row = dict[int, list[Chunk]]


@dataclass(frozen=True, slots=True)
class _Frame:
    """Left edges of the columns, and the right edge of the last."""

    starts: tuple[float, ...]
    right: float

    def column(self, piece: Chunk) -> int | None:
        """The column at whose edge the piece begins and in which it ends."""
        for k, x in enumerate(self.starts):
            if abs(piece.box.x0 - x) <= ALIGNED:
                return k if piece.box.x1 < self.end(k) else None
        return None

    def end(self, column: int) -> float:
        return self.starts[column + 1] if column + 1 < len(self.starts) else self.right


def worded_tables(printed: FreeWords, *, width: float) -> list[RoughTable]:
    """All such tables among the free words of a page of this width."""
    if not _may_have_names(printed):
        return []
    tables = []
    last = -1
    for number, line in enumerate(printed.lines):
        if number > last and _is_header(line):
            frame = _Frame(tuple(c.box.x0 for c in line), width)
            body = list(_body(printed, number, frame))
            rows = _whole(_rows(body), frame)
            if _is_table(rows, frame, even=_are_even(body)):
                tables.append(_table([{k: [c] for k, c in enumerate(line)}, *rows], frame))
                last = number + len(body)
    return tables


def _may_have_names(printed: FreeWords) -> bool:
    """A glance: bold words that stand apart on one level, three at least."""
    words = printed.words
    bold = sorted((round(w.box[3]), w.box[0], w.box[2], w.size) for i in printed.free if (w := words[i]).bold)
    apart = 1
    for (level, _, end, size), (below, start, _, _) in pairwise(bold):
        apart = 1 if level != below else apart + (start - end > CHUNK_GAP * size)
        if apart >= FEWEST_COLUMNS:
            return True
    return False


def _is_header(line: Sequence[Chunk]) -> bool:
    if len(line) < FEWEST_COLUMNS or not all(c.bold and len(c.words) <= LONGEST_NAME for c in line):
        return False
    alike = len({round(c.size, 1) for c in line}) == 1
    named = len({c.text.casefold() for c in line}) == len(line)  # one word thrice heads columns of running text
    return alike and named and all(c.text[:1].isalpha() for c in line)


def _body(printed: FreeWords, header: int, frame: _Frame) -> Iterator[Row]:
    """The lines below whose pieces all begin at a column's edge and end in it."""
    lines: Lines = printed.lines
    size = lines[header][0].size
    above = lines[header]
    for line in lines[header + 1 :]:
        pieces = [p for c in line for p in at_columns(printed.words, c, [(x, x) for x in frame.starts])]
        columns = [frame.column(p) for p in pieces]
        step = min(c.box.top for c in line) - min(c.box.top for c in above)
        if None in columns or step > LARGEST_STEP * size or any(_is_other(p, size) for p in pieces):
            return
        yield {k: [p] for k, p in zip(columns, pieces, strict=True) if k is not None}
        above = line


def _is_other(piece: Chunk, size: float) -> bool:
    """What is in no table of words: another heading, an item of a list."""
    return piece.bold or abs(piece.size - size) > 0.2 * size or piece.text.split()[0] in BULLETS


def _rows(lines: Sequence[Row]) -> list[Row]:
    """Lines as rows: each by itself where all stand equally far apart, else parted by the white above first cells."""
    if not lines:
        return []
    even = _are_even(lines)
    least = min(_white(lines), default=0.0)
    rows = [dict(lines[0])]
    for line, room in zip(lines[1:], _white(lines), strict=True):
        if even or (0 in line and room >= least + APART * line[0][0].size):
            rows.append(dict(line))
        else:
            for column, pieces in line.items():
                rows[-1][column] = [*rows[-1].get(column, []), *pieces]
    return rows


def _whole(rows: Sequence[Row], frame: _Frame) -> list[Row]:
    """The rows as far as the last that fills all columns; a short line below is what follows the table."""
    last = max((n for n, row in enumerate(rows) if len(row) == len(frame.starts)), default=-1)
    return list(rows[: last + 1])


def _white(rows: Sequence[Row]) -> list[float]:
    """The white between each row, or line, and the next."""
    return [min(_tops(below)) - max(_bottoms(above)) for above, below in pairwise(rows)]


def _are_even(lines: Sequence[Row]) -> bool:
    white = _white(lines)
    return not white or max(white) - min(white) < APART * next(iter(lines[0].values()))[0].size


def _tops(row: Row) -> list[float]:
    return [p.box.top for pieces in row.values() for p in pieces]


def _bottoms(row: Row) -> list[float]:
    return [p.box.bottom for pieces in row.values() for p in pieces]


def _is_table(rows: Sequence[Row], frame: _Frame, *, even: bool) -> bool:
    """Whether there are enough rows, nearly all cells are filled and short, and lines end where cells do: white
    between the rows shows it, or `even` lines that end early."""
    places = len(rows) * len(frame.starts)
    cells = [cell for row in rows for cell in row.values()]
    if len(rows) < FEWEST_ROWS or len(cells) < FILLED * places:
        return False
    if sum(len(p.words) for cell in cells for p in cell) > LONGEST_CELL * len(cells):
        return False
    if any(_are_values([row[k] for row in rows if k in row]) for k in range(1, len(frame.starts))):
        return False
    if not all(_is_level(row) for row in rows) or (_are_equal(frame) and len(rows) < FEWEST_IN_EQUAL):
        return False
    if not even:
        return True
    going_on = sum(cell[0].text[:1].islower() for row in rows[1:] for cell in row.values())
    if going_on > LOWER * (len(cells) - len(rows[0])):
        return False
    ended = [
        _has_room(above[k][-1], below[k][0], frame.end(k))
        for above, below in pairwise(rows)
        for k in range(len(frame.starts) - 1)
        if k in above and k in below
    ]
    return sum(ended) >= ENDED * len(ended)


def _are_values(column: Sequence[Sequence[Chunk]]) -> bool:
    """Mostly figures: such a table is found by its columns of values, sums and empty cells with it."""
    return 2 * sum(is_value(cell[0].text) for cell in column) > len(column)


def _is_level(row: Row) -> bool:
    tops = [pieces[0].box.top for pieces in row.values()]
    return max(tops) - min(tops) <= ALIGNED


def _are_equal(frame: _Frame) -> bool:
    """Whether the columns are equally broad, as cards side by side are."""
    breadths = [b - a for a, b in pairwise(frame.starts)]
    return max(breadths) - min(breadths) <= ALIGNED


def _has_room(above: Chunk, below: Chunk, end: float) -> bool:
    """Whether the first word below had room behind what is above, so that the line was ended on purpose."""
    first = below.box.width * len(below.text.split()[0]) / max(1, len(below.text))
    return end - above.box.x1 > first + above.size


def _table(rows: Sequence[Row], frame: _Frame) -> RoughTable:
    box = union(p.box for row in rows for pieces in row.values() for p in pieces)
    edges = [box.x0, *frame.starts[1:], box.x1]
    cells = [
        RoughCell(
            row=number,
            column=column,
            words=tuple(i for p in pieces for i in p.words),
            box=Box(
                edges[column], min(p.box.top for p in pieces), edges[column + 1], max(p.box.bottom for p in pieces)
            ),
        )
        for number, row in enumerate(rows)
        for column, pieces in sorted(row.items())
    ]
    return RoughTable("unruled", box, tuple(cells), head=1)
