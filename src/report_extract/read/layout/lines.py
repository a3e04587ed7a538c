"""Segments of one column → printed lines with one style each."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from report_extract.model.base import Box, union
from report_extract.read.layout.segments import Segment
from report_extract.read.pdf.symbols import BULLETS
from report_extract.read.rawpage import Word

SAME_LINE = 0.5
"""Share of the lower piece's height that pieces of one line share; raised marks still do."""
_NUMBER = re.compile(r"\(?(?:\d{1,2}(?:\.\d{1,3}){0,3}|[a-z]|[ivx]{1,5})[.)]|\d{1,2}(?:\.\d{1,3}){1,3}")


class Style(NamedTuple):
    """What most of a line's characters look like; `size` rounded to half points."""

    size: float
    bold: bool
    italic: bool
    color: str
    font: str


@dataclass(frozen=True, slots=True)
class TextLine:
    """Words left to right, `length` characters together.

    `marker` is the bullet or number that opens the line, if there is one and text follows.
    """

    words: tuple[Word, ...]
    text: str
    box: Box
    style: Style
    all_bold: bool
    length: int
    marker: str | None = None

    @property
    def text_x0(self) -> float:
        """Where the text begins after a marker."""
        return self.words[1].box.x0 if self.marker and len(self.words) > 1 else self.box.x0


def lines_of(pieces: Iterable[Segment]) -> list[TextLine]:
    """Top to bottom; pieces side by side are one line."""
    groups: list[list[Segment]] = []
    for piece in sorted(pieces, key=lambda s: (s.box.bottom, s.box.x0)):
        if groups and all(_level(other.box, piece.box) for other in groups[-1]):
            groups[-1].append(piece)
        else:
            groups.append([piece])
    return [line_of([w for s in sorted(group, key=lambda s: s.box.x0) for w in s.words]) for group in groups]


def _level(a: Box, b: Box) -> bool:
    """Whether two pieces stand side by side: shared height, hardly any shared width."""
    shared = min(a.bottom, b.bottom) - max(a.top, b.top)
    if shared < SAME_LINE * min(a.bottom - a.top, b.bottom - b.top):
        return False
    return min(a.x1, b.x1) - max(a.x0, b.x0) < 0.5 * min(a.x1 - a.x0, b.x1 - b.x0)


def line_of(words: Sequence[Word]) -> TextLine:
    return TextLine(
        words=tuple(words),
        text=" ".join([w.text for w in words]),
        box=union([w.box for w in words]),
        style=style_of(words),
        all_bold=all(w.bold or not any(c.isalnum() for c in w.text) for w in words),
        length=sum([len(w.text) for w in words]),
        marker=_marker(words),
    )


def style_of(words: Sequence[Word]) -> Style:
    """The style of most characters."""
    votes: dict[tuple[float, bool, bool, str, str], int] = {}
    for word in words:
        look = (word.size, word.bold, word.italic, word.color, word.font)
        votes[look] = votes.get(look, 0) + len(word.text)
    return _most(votes)


def style_of_lines(lines: Sequence[TextLine]) -> Style:
    """The style of the lines with most characters."""
    if len(lines) == 1:
        return lines[0].style
    votes: dict[tuple[float, bool, bool, str, str], int] = {}
    for line in lines:
        votes[line.style] = votes.get(line.style, 0) + line.length
    return _most(votes)


def _most(votes: dict[tuple[float, bool, bool, str, str], int]) -> Style:
    size, bold, italic, color, font = next(iter(votes)) if len(votes) == 1 else max(votes, key=lambda v: (votes[v], v))
    return Style(round(size * 2) / 2, bold, italic, color, font)


def _marker(words: Sequence[Word]) -> str | None:
    first = words[0].text
    if len(words) < 2:
        return None
    gap = (words[1].box.x0 - words[0].box.x1) / max(words[0].size, 1.0)
    if first in BULLETS:
        needs_room = first in "-–—*o·→" or first.isalpha()
        return first if gap > (0.3 if needs_room else 0.0) or not needs_room else None
    return first if _NUMBER.fullmatch(first) else None
