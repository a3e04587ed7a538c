"""The words of a cover that stand for something: actions, purposes, leftover guidance, a stated nothing."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

from report_extract.rules.kinds.covers import CoverTerm
from report_extract.rules.load import RuleBook


class TermMatch(NamedTuple):
    """Words found: where in the text given, the normal form (None where there is none) and the rule."""

    start: int
    end: int
    text: str
    value: str | None
    rule: CoverTerm


class Terms:
    """All terms of a rule book by what they mean."""

    def __init__(self, book: RuleBook) -> None:
        self._phrases: dict[str, tuple[re.Pattern[str], dict[str, CoverTerm]]] = {}
        self._patterns: dict[str, list[CoverTerm]] = {}
        words: dict[str, dict[str, CoverTerm]] = {}
        for rule in book.of(CoverTerm):
            words.setdefault(rule.means, {}).update({w.lower(): rule for w in rule.words})
            self._patterns.setdefault(rule.means, []).append(rule)
        for means, table in words.items():
            if table:
                longest_first = "|".join(re.escape(w) for w in sorted(table, key=len, reverse=True))
                self._phrases[means] = (re.compile(rf"(?<!\w)(?:{longest_first})(?!\w)", re.I), table)

    def find(self, means: str, text: str) -> Iterator[TermMatch]:
        """Every occurrence, phrases first, then patterns, each in the order of the text."""
        if means in self._phrases:
            pattern, table = self._phrases[means]
            for found in pattern.finditer(text):
                rule = table[found[0].lower()]
                yield TermMatch(found.start(), found.end(), found[0], rule.value, rule)
        for rule in self._patterns.get(means, ()):
            for regex in rule.patterns:
                for match in regex.finditer(text):
                    yield TermMatch(match.start(), match.end(), match.group(0), rule.value, rule)

    def first(self, means: str, text: str) -> TermMatch | None:
        """The occurrence that stands first in the text."""
        return min(self.find(means, text), key=lambda m: (m.start, -m.end), default=None)

    def is_a(self, means: str, text: str) -> bool:
        return next(self.find(means, text), None) is not None


@lru_cache(maxsize=8)
def terms(book: RuleBook) -> Terms:
    return Terms(book)
