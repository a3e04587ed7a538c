"""Drop caps: a large first letter around which the first lines of a paragraph run joins the word it belongs to."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from report_extract.model.base import Box
from report_extract.read.layout.hyphens import Vocabulary
from report_extract.read.rawpage import RawPage, Word

SMALLEST = 14.0
"""Points: a letter over two lines of the smallest type (7 points) is this large."""
LARGER = 1.7
"""Times the size of the text that runs around it."""
NEAR = 1.5
"""Sizes between the letter and the lines beside it."""
LEVEL = 0.7
"""Sizes by which the first line's top may differ from the letter's."""
BACK = 0.5
"""Sizes by which the line below the letter may start left or right of it."""
BELOW = 1.8
"""Sizes between the letter's foot and the top of the line below it; letters' boxes may also reach into that line."""
WORDS = ("A", "I")
"""Capitals that are words of their own."""


def with_drop_caps(page: RawPage, vocabulary: Vocabulary) -> RawPage:
    """The page with each drop cap as part of the first line of its paragraph."""
    letters = [w for w in page.words if w.size >= SMALLEST and len(w.text) == 1 and w.text.isupper() and w.upright]
    words = page.words
    for letter in letters:
        first = _first_word(letter, words)
        if first is not None:
            words = tuple(w for w in words if w is not letter and w is not first) + _joined(letter, first, vocabulary)
    return page if words is page.words else replace(page, words=words)


def _first_word(letter: Word, words: Sequence[Word]) -> Word | None:
    """The word that goes on where the letter begins; None where no paragraph runs around the letter."""
    size = letter.size / LARGER
    beside = [w for w in words if w.size <= size and _is_beside(letter, w)]
    if not beside:
        return None
    first = min(beside, key=lambda w: (w.baseline, w.box.x0))
    lines = {round(w.baseline / first.size) for w in beside}
    if len(lines) < 2 or abs(first.box.top - letter.box.top) > LEVEL * letter.size:
        return None
    goes_on = first.text[:1].islower() or first.text.isupper()
    return first if goes_on and any(_returns(letter, first, w) for w in words) else None


def _is_beside(letter: Word, word: Word) -> bool:
    gap = word.box.x0 - letter.box.x1
    return (
        -BACK * word.size <= gap <= NEAR * word.size and letter.box.top - word.size <= word.box.top < letter.box.bottom
    )


def _returns(letter: Word, first: Word, word: Word) -> bool:
    """Whether the word opens the line below the letter, at the letter's left edge and in the paragraph's size."""
    near = abs(word.box.x0 - letter.box.x0) <= BACK * first.size and abs(word.size - first.size) < 0.6
    foot = word.box.top - letter.box.bottom
    return near and -0.5 * letter.size <= foot <= BELOW * first.size and word.baseline > first.baseline + first.size


def _joined(letter: Word, first: Word, vocabulary: Vocabulary) -> tuple[Word, ...]:
    """The word with its first letter; the letter before it where it is a word of its own."""
    known_apart = vocabulary.count(first.text) > 1  # once is this place itself
    alone = letter.text in WORDS and known_apart and not vocabulary.count(letter.text + first.text)
    box = Box(letter.box.x0, first.box.top, letter.box.x1 if alone else first.box.x1, first.box.bottom)
    if alone:
        return first._replace(text=letter.text, box=box), first
    return (first._replace(text=letter.text + first.text, box=box, space_before=True),)
