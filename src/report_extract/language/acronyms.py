"""Acronyms that a document explains itself: "North Vale Foundation Trust (NVFT)", "the Youth Hub ('the YH')".

The long form is found as Schwartz and Hearst do it (PSB 2003): the letters of the short form are sought backwards in
the words before the bracket, and its first letter must begin a word.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

_BRACKET = re.compile(r"\(\s*(?:the\s+)?[\"'“‘]?(?:the\s+)?([A-Z][A-Za-z&/-]{1,9}s?)[\"'”’]?\s*\)")
_SMALL = frozenset(["a", "an", "and", "&", "the", "of", "for", "in", "on", "to", "or", "with", "by", "at"])
MIN_CAPITALS = 2  # "(Northmere)" or "(Oct)" is no acronym, "(DfE)" is


class Acronym(NamedTuple):
    """A short form with the words that explain it; offsets of the long form in the text."""

    short: str
    long: str
    start: int
    end: int


def acronyms(text: str) -> Iterator[Acronym]:
    """Every explained acronym of the text in its order."""
    for bracket in _BRACKET.finditer(text):
        short = bracket[1]
        if sum(c.isupper() for c in short) < MIN_CAPITALS:
            continue
        before = text[max(0, bracket.start() - 160) : bracket.start()].rstrip()
        start = _long_form_start(short, before)
        if start is not None:
            end = bracket.start() - (len(text[: bracket.start()]) - len(text[: bracket.start()].rstrip()))
            long = before[start:]
            yield Acronym(short, long, end - len(long), end)


def _long_form_start(short: str, before: str) -> int | None:
    """Where the long form begins in the words before the bracket; None where its letters are not there in order."""
    letters = [c.lower() for c in short if c.isalnum()]
    if letters[-1] == "s" and short.endswith("s"):
        letters = letters[:-1]
    words = [(m.start(), m[0]) for m in re.finditer(r"[^\s/-]+", before)]
    limit = min(len(letters) + 5, len(letters) * 2)  # words of a long form, by Schwartz and Hearst
    initials = [(at, word[0].lower()) for at, word in words[-limit:]]
    at = _by_initials(letters, initials) if len(letters) > 1 else None
    return at if at is not None else _by_letters(letters, before, words[-limit:])


def _by_initials(letters: list[str], initials: list[tuple[int, str]]) -> int | None:
    """Each letter begins a word, small words may be passed over: the surest reading."""
    wanted = len(letters) - 1
    for at, initial in reversed(initials):
        if wanted >= 0 and initial == letters[wanted]:
            wanted -= 1
            if wanted < 0:
                return at
    return None


def _by_letters(letters: list[str], before: str, words: list[tuple[int, str]]) -> int | None:
    wanted = len(letters) - 1
    at = len(before) - 1
    starts = {start for start, word in words if word.lower() not in _SMALL}
    first = words[0][0] if words else 0
    while at >= first:
        if before[at].lower() == letters[wanted] and (wanted > 0 or at in starts):
            wanted -= 1
            if wanted < 0:
                return at
        at -= 1
    return None
