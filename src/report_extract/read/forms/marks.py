"""Check boxes in a row of words: which words are boxes, whether they are ticked, and which words are whose label."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

CHECKED = "☒☑⊠🗹🗷🗵⮽🅇"
UNCHECKED = "☐◻⬜▢"
# Also used as bullets: boxes only where a ticked box stands near.
PERHAPS_UNCHECKED = "□❏❐❑❒"

_BOX = re.compile(rf"[{CHECKED}{UNCHECKED}]\ufe0f?|\[[xX✓✔✗✘]\]|\[[_\s]?\]")
_BOX_OR_BULLET = re.compile(_BOX.pattern + f"|[{PERHAPS_UNCHECKED}]")
_BOX_CHARACTERS = frozenset(f"[{CHECKED}{UNCHECKED}{PERHAPS_UNCHECKED}")
_TICK_IN_BRACKETS = frozenset("xX✓✔✗✘")
_QUESTION_END = re.compile(r".*[:?]$")


@dataclass(frozen=True, slots=True)
class Piece:
    """A part of a word, `source` its index; `checked` is None for words, true or false for a box."""

    text: str
    source: int
    checked: bool | None = None


@dataclass(frozen=True, slots=True)
class Choice:
    """A box (one piece, or "[" and "]") and the words of its label, in the order of print."""

    mark: tuple[Piece, ...]
    label: tuple[Piece, ...]
    checked: bool


def has_ticked_box(texts: Iterable[str]) -> bool:
    """Whether any of the words is a ticked box."""
    return any(any(c in CHECKED for c in text) or "[x]" in text.lower() for text in texts)


def may_hold_boxes(texts: Iterable[str]) -> bool:
    """A glance at a page's words: most pages hold nothing that could be a box."""
    return not _BOX_CHARACTERS.isdisjoint("".join(texts))


def pieces(texts: Sequence[str], *, bullets_too: bool = False) -> tuple[Piece, ...]:
    """The words, with boxes cut off the words that they touch; `bullets_too` takes bullet-like squares for boxes."""
    pattern = _BOX_OR_BULLET if bullets_too else _BOX
    found: list[Piece] = []
    for i, text in enumerate(texts):
        at = 0
        for box in pattern.finditer(text):
            if box[0].startswith("[") and (box.start() > 0 or box.end() < len(text)) and box[0][1] not in "xX✓✔✗✘ _]":
                continue
            if text[at : box.start()]:
                found.append(Piece(text[at : box.start()], i))
            found.append(Piece(box[0], i, _is_checked(box[0])))
            at = box.end()
        if text[at:]:
            found.append(Piece(text[at:], i))
    return tuple(_bracket_pairs(found))


def _is_checked(box: str) -> bool:
    return box[1] in _TICK_IN_BRACKETS if box.startswith("[") else box[0] in CHECKED


def _bracket_pairs(found: Sequence[Piece]) -> Iterator[Piece]:
    """ "[" and "]" as two words of their own are an empty box whose space was taken for a gap between words."""
    skip = False
    for i, piece in enumerate(found):
        after = found[i + 1] if i + 1 < len(found) else None
        if skip:
            skip = False
        elif piece.text == "[" and after is not None and after.text == "]":
            yield Piece("[", piece.source, False)
            yield Piece("]", after.source, False)
            skip = True
        else:
            yield piece


def choices(row: Sequence[Piece]) -> tuple[tuple[Piece, ...], tuple[Choice, ...]]:
    """Words before the choices (a question, or nothing), and every box with its label.

    Labels stand to the right of their boxes, unless the row begins with words and ends with a box.
    """
    marks = _mark_runs(row)
    if not marks:
        return tuple(row), ()
    first, last = marks[0][0], marks[-1][1]
    if first > 0 and last == len(row):
        return _labels_left(row, marks)
    ends = [start for start, _ in marks[1:]] + [len(row)]
    found = tuple(_choice(row[a:b], row[b:end]) for (a, b), end in zip(marks, ends, strict=True))
    return tuple(row[:first]), found


def _labels_left(
    row: Sequence[Piece], marks: Sequence[tuple[int, int]]
) -> tuple[tuple[Piece, ...], tuple[Choice, ...]]:
    starts = [0] + [end for _, end in marks[:-1]]
    lead = next((i + 1 for i in range(marks[0][0] - 1, -1, -1) if _QUESTION_END.match(row[i].text)), 0)
    lead = lead if lead < marks[0][0] else 0  # a row that is all question keeps it as its label
    starts[0] = lead
    found = tuple(_choice(row[a:b], row[start:a]) for (a, b), start in zip(marks, starts, strict=True))
    return tuple(row[:lead]), found


def _choice(mark: Sequence[Piece], label: Sequence[Piece]) -> Choice:
    return Choice(tuple(mark), tuple(label), any(p.checked for p in mark))


def _mark_runs(row: Sequence[Piece]) -> list[tuple[int, int]]:
    runs: list[tuple[int, int]] = []
    i = 0
    while i < len(row):
        if row[i].checked is not None:
            width = 2 if row[i].text == "[" else 1
            runs.append((i, i + width))
            i += width
        else:
            i += 1
    return runs
