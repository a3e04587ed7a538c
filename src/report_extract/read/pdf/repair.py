"""What is left to repair once words exist: pieces of words drawn apart, and words printed twice."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import chain

import numpy as np

from report_extract.model.base import Box
from report_extract.read.rawpage import Word

TOUCHING = 0.08
"""Ems between two pieces of one word; a word space is twice that even where it is squeezed."""
OVERLAP = 0.25
SAME_BASELINE = 0.12
"""Ems between the baselines of pieces on one line."""
REPEATED = 0.6
"""Share of the width that a word printed again covers of the first print."""


def without_repetitions(words: Sequence[Word]) -> list[Word]:
    """Joins pieces that touch on one baseline and drops words printed again at the same place (fake bold, shadows)."""
    level = [i for i, w in enumerate(words) if w.upright]
    if not _suspicious(words if len(level) == len(words) else [words[i] for i in level]):
        return list(words)
    dropped: set[int] = set()
    merged: dict[int, Word] = {}
    for line in _baselines((words[i], i) for i in level):
        keeper = -1
        for word, i in line:
            last = merged.get(keeper, words[keeper]) if keeper >= 0 else None
            if last is not None and _again(last, word):
                dropped.add(i)
            elif last is not None and _touching(last, word):
                dropped.add(i)
                merged[keeper] = _joined(last, word)
            else:
                keeper = i
    return [merged.get(i, w) for i, w in enumerate(words) if i not in dropped]


def _suspicious(words: Sequence[Word]) -> bool:
    """Whether any two words of a baseline touch or overlap; on most pages none do, and arrays tell at once."""
    if len(words) < 2:
        return False
    columns = dict(zip(Word._fields, zip(*words, strict=True), strict=True))
    baseline = np.array(columns["baseline"])
    order = np.argsort(baseline, kind="stable")
    size = np.array(columns["size"])[order]
    sides = np.fromiter(chain.from_iterable(columns["box"]), float, 4 * len(words)).reshape(-1, 4)[order]
    x0, x1 = sides[:, 0], sides[:, 2]
    steps = np.diff(baseline[order]) > SAME_BASELINE * np.maximum(size[1:], 1.0)
    lines = np.concatenate(([0], np.cumsum(steps)))
    order = np.lexsort((x0, lines))
    x0, x1, size, lines = x0[order], x1[order], size[order], lines[order]
    near = x0[1:] - x1[:-1] < TOUCHING * np.maximum(size[1:], size[:-1])
    return bool(np.any(near & (lines[1:] == lines[:-1])))


def _baselines(words: Iterable[tuple[Word, int]]) -> Iterator[list[tuple[Word, int]]]:
    """Words of one baseline, left to right."""
    line: list[tuple[Word, int]] = []
    for entry in sorted(words, key=lambda e: (e[0].baseline, e[0].box.x0, e[1])):
        if line and entry[0].baseline - line[-1][0].baseline > SAME_BASELINE * max(entry[0].size, 1.0):
            yield sorted(line, key=lambda e: (e[0].box.x0, e[1]))
            line = []
        line.append(entry)
    if line:
        yield sorted(line, key=lambda e: (e[0].box.x0, e[1]))


def _again(first: Word, second: Word) -> bool:
    if first.text != second.text:
        return False
    width = max(first.box.width, second.box.width, 0.1)
    return first.box.overlap_x(second.box) >= REPEATED * width


def _touching(first: Word, second: Word) -> bool:
    gap = second.box.x0 - first.box.x1
    size = max(first.size, second.size)
    return (
        not second.space_before
        and -OVERLAP * size < gap < TOUCHING * size
        and abs(first.size - second.size) < 0.1 * size
        and first.font == second.font
        and first.color == second.color
    )


def _joined(first: Word, second: Word) -> Word:
    box = Box(
        first.box.x0,
        min(first.box.top, second.box.top),
        max(first.box.x1, second.box.x1),
        max(first.box.bottom, second.box.bottom),
    )
    return first._replace(text=first.text + second.text, box=box, hyphen=second.hyphen)
