"""Words → segments: words of one baseline with no more than a word space between them."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import partial
from operator import attrgetter
from typing import NamedTuple

from report_extract.model.base import Box
from report_extract.read.pdf.symbols import BULLETS
from report_extract.read.rawpage import Word

APART = 0.7
"""Ems. Gaps inside a line stay below unless it is justified, and then the pieces meet again in one line."""
SAME_BASELINE = 0.2
"""Ems between baselines of one line; sub- and superscripts (0.3 em and more) are attached later."""
HANGING = 4.0
"""Ems between a bullet and its item: 36 points, Word's deepest preset, at 9 point type."""
_FROM_TOP = attrgetter("baseline", "box.x0", "text")
_FROM_LEFT = attrgetter("box.x0", "baseline", "text")


class Segment(NamedTuple):
    """Neighbouring words of a line; `size` is that of its largest word in points, `text` the words with spaces."""

    words: tuple[Word, ...]
    box: Box
    size: float
    text: str


_as_box: partial[Box] = partial(tuple.__new__, Box)
_as_segment: partial[Segment] = partial(tuple.__new__, Segment)


def segment_of(words: Sequence[Word]) -> Segment:
    if len(words) == 1:
        word = words[0]
        return Segment((word,), word.box, word.size, word.text)
    lefts, tops, rights, bottoms = zip(*[w.box for w in words], strict=True)
    box = _as_box((min(lefts), min(tops), max(rights), max(bottoms)))
    return _as_segment((tuple(words), box, max([w.size for w in words]), " ".join([w.text for w in words])))


def segments(words: Iterable[Word]) -> list[Segment]:
    """Level words as segments, by baseline and x, whatever order they come in."""
    found: list[Segment] = []
    for line in baselines(words):
        last, begin = line[0], 0
        for at, word in enumerate(line):
            gap = word.box.x0 - last.box.x1
            if gap > APART * last.size and gap > APART * word.size and not _hangs(line, begin, at, gap):
                found.append(segment_of(line[begin:at]))
                begin = at
            last = word
        found.append(segment_of(line[begin:]))
    return found


def _hangs(line: Sequence[Word], begin: int, at: int, gap: float) -> bool:
    """A bullet and the item behind it, however far the item is set in: alone the bullet would be a column."""
    return at == begin + 1 and line[begin].text in BULLETS and gap <= HANGING * line[at].size


def baselines(words: Iterable[Word]) -> list[list[Word]]:
    """Words grouped by baseline (top to bottom), each group left to right."""
    groups: list[list[Word]] = []
    group: list[Word] = []
    base = size = float("-inf")
    for word in sorted(words, key=_FROM_TOP):
        step = word.baseline - base
        if not step or step <= SAME_BASELINE * min(word.size, size):
            group.append(word)
        else:
            group = [word]
            groups.append(group)
        base, size = word.baseline, word.size
    for group in groups:
        if group[0].baseline != group[-1].baseline:
            group.sort(key=_FROM_LEFT)
    return groups
