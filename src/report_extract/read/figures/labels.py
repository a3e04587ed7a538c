"""Small blocks of words in a drawing: a name, a number, or both."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from report_extract.model.base import Box, union
from report_extract.read.rawpage import RawPage, Word
from report_extract.read.tables.lines import Chunk, chunks, printed_lines
from report_extract.read.tables.values import is_number

PITCH = 1.4  # ems from line to line of one label
GAP = 0.8  # ems between its words
LONGEST = 10  # words: more are text beside the drawing


@dataclass(frozen=True, slots=True)
class Label:
    """`value` is the index of its only number, `name` the other words; `box` is the number's where there is one."""

    value: int | None
    name: tuple[int, ...]
    box: Box


def labels_of(page: RawPage, indexes: Sequence[int]) -> list[Label]:
    """The words as labels; blocks of many words are left out."""
    blocks: list[list[Chunk]] = []
    for line in printed_lines(page.words, indexes):
        for piece in chunks(page.words, line, gap=GAP):
            home = next((b for b in blocks if _follows(b[-1], piece)), None)
            if home is None:
                blocks.append([piece])
            else:
                home.append(piece)
    labels = []
    for block in blocks:
        words = tuple(i for piece in block for i in piece.words)
        if len(words) <= LONGEST:
            name, value = split_value(page.words, words)
            box = page.words[value].box if value is not None and not name else union(p.box for p in block)
            labels.append(Label(value, name, box))
    return labels


def _follows(last: Chunk, piece: Chunk) -> bool:
    step = piece.box.top - last.box.top
    middle = abs(last.box.center[0] - piece.box.center[0]) <= 0.5 * piece.size
    left = abs(last.box.x0 - piece.box.x0) <= 0.3 * piece.size
    return 0.5 * piece.size < step <= PITCH * piece.size and (middle or left) and abs(last.size - piece.size) < 0.6


def split_value(words: Sequence[Word], label: Sequence[int]) -> tuple[tuple[int, ...], int | None]:
    """Name and number of a label; a label of several numbers has none."""
    numbers = [i for i in label if is_number(words[i].text)]
    if len(numbers) != 1:
        return tuple(label), None
    return tuple(i for i in label if i != numbers[0] and any(c.isalnum() for c in words[i].text)), numbers[0]
