"""Category names that touch: printed so close that the text layer holds the end of one and the start of the next as
one word ("supportNursery")."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from report_extract.model.base import Box
from report_extract.read.rawpage import RawPage, Word

# Where one name ends and another begins inside a word.
_SEAM = re.compile(r"(?<=[a-z)])(?=[A-Z(])")
# A seam may lie this many points from the border between the two categories: letters differ in breadth.
NEAR = 8.0


def parted(page: RawPage, names: Sequence[int], borders: Sequence[float]) -> tuple[RawPage, dict[int, int]]:
    """The page with touching names as words of their own after its last word, and new index → index of the whole."""
    words = list(page.words)
    whole: dict[int, int] = {}
    for i in names:
        seam = _seam(page.words[i], borders)
        if seam is not None:
            for part in _halves(page.words[i], seam):
                whole[len(words)] = i
                words.append(part)
    return (replace(page, words=tuple(words)) if whole else page), whole


def _seam(word: Word, borders: Sequence[float]) -> int | None:
    """The place in the word's text nearest to a border that runs through it."""
    seams = [m.start() for m in _SEAM.finditer(word.text)]
    crossed = [x for x in borders if word.box.x0 < x < word.box.x1]
    if not seams or not crossed:
        return None
    distance, seam = min((abs(_x(word, seam) - x), seam) for seam in seams for x in crossed)
    return seam if distance <= NEAR else None


def _x(word: Word, place: int) -> float:
    return word.box.x0 + word.box.width * place / len(word.text)


def _halves(word: Word, seam: int) -> tuple[Word, Word]:
    x, box = _x(word, seam), word.box
    return (
        word._replace(text=word.text[:seam], box=Box(box.x0, box.top, x, box.bottom)),
        word._replace(text=word.text[seam:], box=Box(x, box.top, box.x1, box.bottom)),
    )
