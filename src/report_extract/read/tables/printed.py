"""The words that no table has taken yet, and their lines, made once for all who ask."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from functools import cached_property

from report_extract.read.rawpage import Word
from report_extract.read.tables.lines import Chunk, chunks, printed_lines

Lines = list[list[Chunk]]


@dataclass(frozen=True)
class FreeWords:
    """`free` are indexes into `words`, the words of a page."""

    words: Sequence[Word]
    free: Sequence[int]

    @cached_property
    def lines(self) -> Lines:
        """The free words as printed lines of chunks, from top to bottom."""
        return [chunks(self.words, line) for line in printed_lines(self.words, self.free)]

    def without(self, taken: Collection[int]) -> FreeWords:
        return FreeWords(self.words, [i for i in self.free if i not in taken]) if taken else self
