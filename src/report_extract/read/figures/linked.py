"""Numbers of two times side by side over one caption: "5,210" (2023/24) → "5,874" (2024/25)."""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from report_extract.model.base import Box, union
from report_extract.read.figures.markers import BigNumber
from report_extract.read.rawpage import RawPage, Word
from report_extract.read.tables.lines import Chunk, chunks, printed_lines
from report_extract.read.tables.values import is_period

# Numbers that are compared stand on one height, not further apart than this (ems of the larger).
FARTHEST = 8.0
LEVEL = 0.4  # of the lower one's height
# The small print that dates a number is within this distance of it (ems of the small print).
NEAR = 1.2
_ARROWS = re.compile(r"[→➔➜➝➞➙➡⇒⇨⟶▶►❯»›>]+\ufe0f?|[-–—=]+>")
_MONTH = r"(?:jan|feb|mar|apr|may|june?|july?|aug|sept?|oct|nov|dec)[a-z]*"
_WHEN = re.compile(
    rf"(?:\d{{1,2}} )?{_MONTH} \d{{4}}|(?:last|this|previous|current) year|(?:q[1-4]|quarter \d),? \d{{4}}.*",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Linked:
    """Numbers from left to right with the words that date each, and all other words (arrows) that belong to them."""

    numbers: tuple[BigNumber, ...]
    dates: tuple[tuple[int, ...], ...]
    arrows: tuple[int, ...]
    box: Box

    @property
    def words(self) -> Iterator[int]:
        yield from itertools.chain(*(n.words for n in self.numbers), *self.dates, self.arrows)

    def as_one(self) -> BigNumber:
        """What the search for a caption sees."""
        first = self.numbers[0]
        return BigNumber(tuple(self.words), first.text, self.box, max(n.size for n in self.numbers), first.on_shape)


def linked(page: RawPage, numbers: Sequence[BigNumber], taken: frozenset[int]) -> list[Linked]:
    """Numbers with an arrow from one to the next; a drawn shape is an arrow only between numbers with dates."""
    rows = _neighbours(numbers)
    if not rows:
        return []
    free = [i for i, w in enumerate(page.words) if i not in taken and w.upright]
    dates = {n: _date(page.words, free, n) for row in rows for n in row}
    arrows = {
        a: (b, words)
        for a, b in rows
        if (words := _arrows(page, free, a, b)) or (words is not None and dates[a] and dates[b])
    }
    later = {b for b, _ in arrows.values()}
    return [_chain(page, first, arrows, dates) for first in arrows if first not in later]


def _chain(
    page: RawPage,
    first: BigNumber,
    arrows: Mapping[BigNumber, tuple[BigNumber, tuple[int, ...]]],
    dates: Mapping[BigNumber, tuple[int, ...]],
) -> Linked:
    numbers, between = [first], list[int]()
    while numbers[-1] in arrows:
        following, words = arrows[numbers[-1]]
        numbers.append(following)
        between += words
    own = tuple(dates[n] for n in numbers)
    box = union([n.box for n in numbers] + [page.words[i].box for date in own for i in date])
    return Linked(tuple(numbers), own, tuple(between), box)


def _neighbours(numbers: Sequence[BigNumber]) -> list[tuple[BigNumber, BigNumber]]:
    """Numbers next to each other on one height, the left one first."""
    pairs = []
    for a in numbers:
        right = [
            b
            for b in numbers
            if b.box.x0 >= a.box.x1 - 1 and a.box.overlap_y(b.box) > LEVEL * min(a.box.height, b.box.height)
        ]
        nearest = min(right, key=lambda b: b.box.x0, default=None)
        if nearest is not None and nearest.box.x0 - a.box.x1 <= FARTHEST * max(a.size, nearest.size):
            pairs.append((a, nearest))
    return pairs


def _arrows(page: RawPage, free: Sequence[int], a: BigNumber, b: BigNumber) -> tuple[int, ...] | None:
    """The words of the arrow between two numbers, () where it is drawn; None where there is none."""
    between = Box(a.box.x1, max(a.box.top, b.box.top), b.box.x0, min(a.box.bottom, b.box.bottom))
    words = [i for i in free if between.contains_point(*page.words[i].box.center)]
    if words:
        return tuple(words) if all(_ARROWS.fullmatch(page.words[i].text) for i in words) else None
    drawn = any(
        (s.fill or s.stroke)
        and between.contains_point(*s.box.center)
        and between.x0 - 1 <= s.box.x0
        and s.box.x1 <= between.x1 + 1
        and s.box.width >= max(4.0, s.box.height / 2)
        for s in page.shapes
    )
    return () if drawn else None


def _date(words: Sequence[Word], free: Sequence[int], number: BigNumber) -> tuple[int, ...]:
    """The small words right beneath or above a number that name a time and nothing else; () for none."""
    box = number.box
    near = [
        i
        for i in free
        if i not in number.words
        and words[i].size < 0.8 * number.size
        and words[i].box.x0 < box.x1 + 2 * words[i].size
        and words[i].box.x1 > box.x0 - 2 * words[i].size
        and max(words[i].box.top - box.bottom, box.top - words[i].box.bottom) <= NEAR * words[i].size
        and not box.top < words[i].box.center[1] < box.bottom
    ]
    pieces = [p for line in printed_lines(words, near) for p in chunks(words, line, gap=0.9)]
    dates = [p for p in pieces if _is_date(p) and abs(p.box.center[0] - box.center[0]) <= box.width]
    return min(dates, key=lambda p: abs(p.box.center[0] - box.center[0])).words if dates else ()


def _is_date(piece: Chunk) -> bool:
    text = piece.text.strip("()")
    return is_period(text) or bool(_WHEN.fullmatch(text))
