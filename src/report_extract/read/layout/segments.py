"""Words → segments: words of one baseline with no more than a word space between them."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from report_extract.model.base import Box, union
from report_extract.read.rawpage import Word

APART = 0.7
"""Ems. Gaps inside a line stay below unless it is justified, and then the pieces meet again in one line."""
SAME_BASELINE = 0.2
"""Ems between baselines of one line; sub- and superscripts (0.3 em and more) are attached later."""


@dataclass(frozen=True, slots=True)
class Segment:
    """Neighbouring words of a line; `size` is that of its largest word in points."""

    words: tuple[Word, ...]
    box: Box
    size: float

    @property
    def text(self) -> str:
        return " ".join(w.text for w in self.words)


def segment_of(words: Sequence[Word]) -> Segment:
    boxes = [w.box for w in words]
    box = Box(boxes[0].x0, min(b.top for b in boxes), max(b.x1 for b in boxes), max(b.bottom for b in boxes))
    if any(b.x0 < box.x0 for b in boxes):
        box = union(boxes)
    return Segment(tuple(words), box, max(w.size for w in words))


def segments(words: Iterable[Word]) -> list[Segment]:
    """Level words as segments, by baseline and x, whatever order they come in."""
    found: list[Segment] = []
    for line in baselines(words):
        run = [line[0]]
        for word in line[1:]:
            if word.box.x0 - run[-1].box.x1 > APART * max(word.size, run[-1].size):
                found.append(segment_of(run))
                run = []
            run.append(word)
        found.append(segment_of(run))
    return found


def baselines(words: Iterable[Word]) -> list[list[Word]]:
    """Words grouped by baseline (top to bottom), each group left to right."""
    groups: list[list[Word]] = []
    for word in sorted(words, key=_place):
        group = groups[-1] if groups else None
        if group and word.baseline - group[-1].baseline <= SAME_BASELINE * min(word.size, group[-1].size):
            group.append(word)
        else:
            groups.append([word])
    for group in groups:
        group.sort(key=lambda w: (w.box.x0, w.baseline, w.text))
    return groups


def _place(word: Word) -> tuple[float, float, str]:
    return word.baseline, word.box.x0, word.text
