"""Phrases of a claim that must be found where its number is found: who did it, which of several things, all of what.

A passage may put most of a claim in other words. It may not leave out who led the work ("by health visitors"), whose
number it is, of what all or none is said, or which of two audits is meant.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from report_extract.check.claims.moods import done
from report_extract.check.claims.units import Asked, Unit
from report_extract.check.claims.words import Vocabulary

_TOKEN = re.compile(r"[A-Za-z][A-Za-z'’]*")
# Behind these stands who acts or who is counted; "to" and "of" lead to too much that may be said otherwise.
_WHO = re.compile(r"(?i)\b(?:by|from|among|amongst)\s(?:the\s|an?\s|our\s|its\s)?(?P<word>[A-Za-z][A-Za-z'’]+)")
_WHAT = re.compile(
    r"(?i)\b(?:all|every|each|none|no)\s(?:of\s)?(?:the\s|its\s|our\s|these\s)?(?P<word>[A-Za-z][A-Za-z'’]+)"
)


_A_CASE = re.compile(r"case [A-Z]$")  # as the vocabulary folds "Child B"


class _Word(NamedTuple):
    """A content word with its place in the text."""

    stem: str
    start: int
    end: int


class Phrases:
    """Compares phrases of claims with passages, in the words of one source."""

    def __init__(self, vocabulary: Vocabulary, *, pairs: frozenset[tuple[str, str]]) -> None:
        """`pairs` are the words that stand side by side somewhere in the source ("neglect", "audit")."""
        self._vocabulary, self._pairs = vocabulary, pairs

    def lacking(self, asked: Asked, units: Sequence[Unit], around: frozenset[str]) -> list[str]:
        """The phrases of a claim that a passage lacks; `around` are the passage's and its headings' words, spread."""
        anchors = asked.anchors
        named = {w for name in (*anchors.names, *anchors.bodies) for w in self._vocabulary.words(name)}
        content = [w for w in words_in(asked.text, self._vocabulary) if w.stem in asked.words]
        gone = {w for w in content if w.stem not in named and self._is_gone(w.stem, around)}
        found: list[str] = []
        if anchors.numbers:
            found += [
                asked.text[a.start : b.end]
                for a, b in pairwise(content)
                if a in gone and b in gone and b.start - a.end == 1
            ]
            found += [asked.text[w.start : w.end] for w in gone if w.start in _places(_WHO, asked.text)]
            found += [asked.text[w.start : w.end] for w in gone if self._is_of_another(w, content, units)]
        if anchors.directions and not anchors.numbers:
            found += [asked.text[w.start : w.end] for w in gone if self._belongs_to_next(w, content)]
        found += sorted(w for w in asked.words if _A_CASE.match(w) and self._is_gone(w, around))
        if not anchors.strong and (verb := done(asked.text)) and self._is_gone_verb(verb, around):
            found.append(verb)
        if anchors.amount in ("all", "none"):
            found += [asked.text[w.start : w.end] for w in gone if w.start in _places(_WHAT, asked.text)]
        return list(dict.fromkeys(found))

    def _is_gone_verb(self, verb: str, around: frozenset[str]) -> bool:
        return any(self._is_gone(stem, around) for stem in self._vocabulary.words(verb))

    def _is_gone(self, stem: str, around: frozenset[str]) -> bool:
        return self._vocabulary.spread([stem]).isdisjoint(around)

    def _is_of_another(self, word: _Word, content: Sequence[_Word], units: Sequence[Unit]) -> bool:
        """Whether a word tells which of several things is meant ("neglect audit"), and the passage has another."""
        head = next((w for w in content if w.start - word.end == 1), None)
        if head is None:
            return False
        said = {w.stem for w in content}
        return any(
            a.stem not in said and b.stem == head.stem and b.start - a.end == 1
            for unit in units
            for a, b in _side_by_side(words_in(unit.text, self._vocabulary))
        )

    def _belongs_to_next(self, word: _Word, content: Sequence[_Word]) -> bool:
        """Whether a word and the next of the claim stand side by side in the source too."""
        at = content.index(word)
        return at + 1 < len(content) and (word.stem, content[at + 1].stem) in self._pairs


def side_by_side(text: str, vocabulary: Vocabulary) -> Iterator[tuple[str, str]]:
    """The stems of content words with nothing but a space or a number ("section 47 enquiries") between them."""
    for a, b in _side_by_side(words_in(text, vocabulary)):
        if not text[a.end : b.start].strip(" 0123456789"):
            yield a.stem, b.stem


def words_in(text: str, vocabulary: Vocabulary) -> list[_Word]:
    """The content words of a text with their places."""
    found = ((vocabulary.words(m.group()), m) for m in _TOKEN.finditer(text))
    return [_Word(stems[0], m.start(), m.end()) for stems, m in found if len(stems) == 1]


def _side_by_side(words: Sequence[_Word]) -> Iterator[tuple[_Word, _Word]]:
    return pairwise(words)


def _places(pattern: re.Pattern[str], text: str) -> set[int]:
    return {m.start("word") for m in pattern.finditer(text)}
