"""Columns of values: figures or ticks that stand under each other without rules."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import lru_cache

from report_extract.model.base import Box
from report_extract.read.rawpage import Word
from report_extract.read.tables.lines import CHUNK_GAP, Chunk
from report_extract.read.tables.printed import FreeWords, Lines
from report_extract.read.tables.values import ABSENT, LONGEST_ABSENT, is_value

# A column needs three values: two may stand under each other by chance.
FEWEST_VALUES = 3
# Right, left or middle of the values agree within this many points.
ALIGNED = 2.5
# From one value to the next of its column: two lines and a half of wide setting, so one empty cell may lie between.
LARGEST_STEP = 5.0  # ems
# A short column beyond the others belongs to them within this distance.
FARTHEST = 8.0  # ems


@dataclass(slots=True)
class ValueColumn:
    """`cells`: number of the line → chunk."""

    cells: dict[int, Chunk] = field(default_factory=dict)
    last: int = -1

    @property
    def x0(self) -> float:
        return min(c.box.x0 for c in self.cells.values())

    @property
    def x1(self) -> float:
        return max(c.box.x1 for c in self.cells.values())


_VALUE_STARTS = frozenset("0123456789£$€(<>~≈-−–+")


def may_hold_columns(printed: FreeWords) -> bool:
    """A glance that costs little: are there three values that do not stand right after another word?"""
    words = printed.words
    seen = 0
    for i in printed.free:
        word = words[i]
        text = word.text
        if not _begins_as_value(text):
            continue
        before = words[i - 1] if i else None
        follows = (
            before is not None
            and -0.5 * word.size <= word.box[0] - before.box[2] <= CHUNK_GAP * word.size
            and abs(before.box[3] - word.box[3]) <= 0.3 * word.size
            and not is_value(before.text, before.font)
        )
        seen += not follows and is_value(text, word.font)
        if seen >= FEWEST_VALUES:
            return True
    return False


@lru_cache(maxsize=16_384)
def _begins_as_value(text: str) -> bool:
    """Whether no more than a look at its first character speaks for a value; the words of a document recur."""
    if text[:1] in _VALUE_STARTS:
        return True
    return len(text) <= LONGEST_ABSENT and (len(text) == 1 or text.lower() in ABSENT)


def value_columns(words: Sequence[Word], lines: Lines) -> list[ValueColumn]:
    """Chunks that are values and have other words to their left, linked downwards while they stay aligned; columns of
    one or two values too."""
    columns: list[ValueColumn] = []
    for number, line in enumerate(lines):
        for place, piece in enumerate(line):
            if place and is_value(piece.text, words[piece.words[0]].font):
                _link(columns, number, piece)
    return columns


def completed(group: list[ValueColumn], columns: Sequence[ValueColumn]) -> list[ValueColumn]:
    """The columns of a table with the short ones on its lines: those that are mostly empty, and values out of line."""
    group = list(group)
    lines = {n for c in group for n in c.cells}
    for short in columns:
        if len(short.cells) >= FEWEST_VALUES or not lines.issuperset(short.cells):
            continue
        home = next((c for c in group if short.x0 < c.x1 and c.x0 < short.x1), None)
        if home is None:
            if short.x0 - max(c.x1 for c in group) < FARTHEST * max(c.size for c in short.cells.values()):
                group.append(short)
        elif not home.cells.keys() & short.cells.keys():
            home.cells.update(short.cells)
    return sorted(group, key=lambda c: c.x0)


def _link(columns: list[ValueColumn], number: int, piece: Chunk) -> None:
    for column in reversed(columns):
        above = column.cells[column.last]
        step = piece.box.top - above.box.top
        if column.last < number and step <= LARGEST_STEP * piece.size and _aligned(above.box, piece.box):
            if abs(above.size - piece.size) > 0.2 * piece.size:
                continue
            column.cells[number] = piece
            column.last = number
            return
    columns.append(ValueColumn({number: piece}, number))


def _aligned(above: Box, below: Box) -> bool:
    middle = abs((above.x0 + above.x1) - (below.x0 + below.x1)) / 2
    return min(abs(above.x1 - below.x1), abs(above.x0 - below.x0), middle) <= ALIGNED
