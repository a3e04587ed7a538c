"""Segments of one column → printed lines with one style each."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from operator import attrgetter
from typing import NamedTuple

from report_extract.model.base import Box, union
from report_extract.read.layout.segments import Segment
from report_extract.read.pdf.symbols import BULLETS
from report_extract.read.rawpage import Word

SAME_LINE = 0.5
"""Share of the lower piece's height that pieces of one line share; raised marks still do."""
TOUCHING = 1.0
"""Points by which a raised mark's box may reach into the words around it."""
_FROM_BOTTOM = attrgetter("box.bottom", "box.x0")
_FROM_LEFT = attrgetter("box.x0")
_LOOK = attrgetter("size", "bold", "italic", "color", "font")
_NUMBER = re.compile(r"\(?(?:\d{1,2}(?:\.\d{1,3}){0,3}|[a-z]|[ivx]{1,5})[.)]|\d{1,2}(?:\.\d{1,3}){1,3}")


Look = tuple[float, bool, bool, str, str]


class Style(NamedTuple):
    """What most of a line's characters look like; `size` rounded to half points."""

    size: float
    bold: bool
    italic: bool
    color: str
    font: str


class TextLine(NamedTuple):
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


def lines_of(pieces: Iterable[Segment]) -> list[TextLine]:
    """Top to bottom; pieces side by side are one line."""
    groups: list[list[Segment]] = []
    lowest = float("-inf")
    for piece in sorted(pieces, key=_FROM_BOTTOM):
        box = piece.box
        if box.top < lowest and all(_level(other, piece) for other in groups[-1]):
            groups[-1].append(piece)
        else:
            groups.append([piece])
        lowest = box.bottom
    return [_line(group) for group in groups]


def _line(pieces: list[Segment]) -> TextLine:
    if len(pieces) == 1:
        return _made(pieces[0].words, pieces[0].text, pieces[0].box)
    words = tuple(sorted([w for s in pieces for w in s.words], key=_FROM_LEFT))
    return _made(words, " ".join([w.text for w in words]), union([s.box for s in pieces]))


def _level(piece: Segment, other: Segment) -> bool:
    """Whether two pieces stand side by side: shared height, hardly any shared width, or one between the other's
    words."""
    a, b = piece.box, other.box
    shared = min(a.bottom, b.bottom) - max(a.top, b.top)
    if shared < SAME_LINE * min(a.bottom - a.top, b.bottom - b.top):
        return False
    if min(a.x1, b.x1) - max(a.x0, b.x0) < 0.5 * min(a.x1 - a.x0, b.x1 - b.x0):
        return True
    mark, line = sorted((piece, other), key=lambda s: len(s.words))
    return len(mark.words) == 1 and all(mark.box.overlap_x(w.box) <= TOUCHING for w in line.words)


def line_of(words: Sequence[Word]) -> TextLine:
    return _made(tuple(words), " ".join([w.text for w in words]), union([w.box for w in words]))


def _made(words: tuple[Word, ...], text: str, box: Box) -> TextLine:
    return TextLine(
        words=words,
        text=text,
        box=box,
        style=style_of(words),
        all_bold=_all_bold(words),
        length=len(text) - len(words) + 1,
        marker=_marker(words),
    )


def _all_bold(words: Sequence[Word]) -> bool:
    """Whether all words with letters or digits are bold."""
    return all(word.bold or not any(map(str.isalnum, word.text)) for word in words)


def style_of(words: Sequence[Word]) -> Style:
    """The style of most characters."""
    looks = [*map(_LOOK, words)]
    first = looks[0]
    if looks.count(first) == len(looks):
        return _rounded(first)
    votes: dict[Look, int] = {}
    for look, word in zip(looks, words, strict=True):
        votes[look] = votes.get(look, 0) + len(word.text)
    return _most(votes)


def style_of_lines(lines: Sequence[TextLine]) -> Style:
    """The style of the lines with most characters."""
    if len(lines) == 1:
        return lines[0].style
    first = lines[0].style
    if all(line.style == first for line in lines):
        return first
    votes: dict[Look, int] = {}
    for line in lines:
        votes[line.style] = votes.get(line.style, 0) + line.length
    return _most(votes)


def family_of(font: str) -> str:
    """A font's name without its style: "Arial-BoldMT" and "ArialMT" are one."""
    return re.split(r"[-,]", font, maxsplit=1)[0].removesuffix("MT").removesuffix("PS")


def _most(votes: dict[Look, int]) -> Style:
    return _rounded(max(votes, key=lambda look: (votes[look], look)))


def _rounded(look: Look) -> Style:
    return Style(round(look[0] * 2) / 2, *look[1:])


def _marker(words: Sequence[Word]) -> str | None:
    first = words[0].text
    if len(words) < 2:
        return None
    gap = (words[1].box.x0 - words[0].box.x1) / max(words[0].size, 1.0)
    if first in BULLETS:
        needs_room = first in "-–—*o·→" or first.isalpha()
        return first if gap > (0.3 if needs_room else 0.0) or not needs_room else None
    return first if _NUMBER.fullmatch(first) else None
