"""Lines of words over the columns of a table that no rule holds: its header, wrapped or not."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from report_extract.read.rawpage import Word
from report_extract.read.tables.lines import Chunk, chunk, chunks, printed_lines

FARTHEST = 1.5  # ems from the header's last line to the first rule or row
WRAPPED = 1.45  # ems from line to line of one header
MOST_LINES = 5  # narrow columns break their headers into single words
GUTTER = 0.6  # ems between the header words of neighbouring columns, which stand closer than the values
LONGEST_NAME = 8  # words on one line over one column
LINED_UP = 1.0  # points
Span = tuple[float, float]


def lines_above(words: Sequence[Word], free: Iterable[int], columns: Sequence[Span], top: float) -> list[list[Chunk]]:
    """The header lines that end above `top`, from top to bottom; each chunk stands over one column. [] for none."""
    left, right = columns[0][0] - 2, columns[-1][1]
    near = [
        i
        for i in free
        if (w := words[i]).upright
        and w.box.bottom <= top + 1
        and w.box.top > top - (FARTHEST + MOST_LINES * WRAPPED) * w.size
        and left <= w.box.x0
        and w.box.center[0] <= right + 2 * w.size
    ]
    head: list[list[Chunk]] = []
    limit = top
    for line in reversed(printed_lines(words, near)):
        pieces = [part for piece in chunks(words, line, gap=GUTTER) for part in at_columns(words, piece, columns)]
        em = max(p.size for p in pieces)
        low = max(p.box.bottom for p in pieces) if not head else min(p.box.top for p in pieces)
        if limit - low > (FARTHEST if not head else WRAPPED) * em or not all(_names(p, columns) for p in pieces):
            break
        head.insert(0, pieces)
        limit = min(p.box.top for p in pieces)
    named = {column_of(p, columns) for pieces in head for p in pieces}
    enough = len(named) * 2 >= len(columns) and len(named) >= 2 and len(head) <= MOST_LINES
    return head if enough else []


def at_columns(words: Sequence[Word], piece: Chunk, columns: Sequence[Span]) -> list[Chunk]:
    """The chunk parted before each word that begins where a column does: a narrow column's name may fill it."""
    starts = [x0 for x0, _ in columns]
    parts: list[list[int]] = []
    for i in piece.words:
        lined_up = any(abs(words[i].box.x0 - x) <= LINED_UP for x in starts)
        if not parts or lined_up:
            parts.append([])
        parts[-1].append(i)
    return [chunk(words, part) for part in parts] if len(parts) > 1 else [piece]


def is_wrapped(upper: Sequence[Chunk], lower: Sequence[Chunk], columns: Sequence[Span]) -> bool:
    """Two lines of one header: close together, and what stands in each stands over one column."""
    step = min(c.box.top for c in lower) - min(c.box.top for c in upper)
    close = step <= WRAPPED * max(c.size for c in (*upper, *lower))
    return close and all(_names(c, columns) for c in (*upper, *lower))


def column_of(piece: Chunk, columns: Sequence[Span]) -> int:
    """The column that the chunk overlaps most, else the nearest."""
    return max(range(len(columns)), key=lambda k: min(piece.box.x1, columns[k][1]) - max(piece.box.x0, columns[k][0]))


def _names(piece: Chunk, columns: Sequence[Span]) -> bool:
    """Over one column: no other is under any part of it."""
    under = [k for k, (a, b) in enumerate(columns) if min(piece.box.x1, b) - max(piece.box.x0, a) > 1]
    return len(under) <= 1 and len(piece.words) <= LONGEST_NAME
