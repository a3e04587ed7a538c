"""The vocabulary of the packs, compiled: one expression for each use."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache
from typing import Protocol

from report_extract.rules.kinds.language import Use, Vocabulary
from report_extract.rules.load import RuleBook
from report_extract.rules.patterns import Engine, Match, Regex

# Matches nowhere, in either engine: a character before the beginning of the text.
_NOTHING = Regex(r"[^\s\S]")


class Lexicon:
    """What the grammar asks the packs: `lexicon["structural"].search(text)`; text is to be lower-cased."""

    def __init__(self, book: RuleBook) -> None:
        by_use: dict[str, list[Vocabulary]] = {}
        for rule in book.of(Vocabulary):
            by_use.setdefault(rule.use, []).append(rule)
        self._by_use = {use: _united(rules) for use, rules in by_use.items()}

    def __getitem__(self, use: Use) -> Searching:
        return self._by_use.get(use, _NOTHING)


def _united(rules: list[Vocabulary]) -> Searching:
    """One alternation for each engine."""
    parts = [regex for rule in rules for regex in rule.patterns]
    return united(tuple(parts))


class Searching(Protocol):
    """What looks for any of several patterns."""

    def search(self, text: str) -> Match | None: ...
    def finditer(self, text: str) -> Iterator[Match]: ...


class Either:
    """Patterns of the project, which may look around, beside patterns of a user's pack, which run in RE2."""

    def __init__(self, parts: tuple[Regex, ...]) -> None:
        self._parts = parts

    def search(self, text: str) -> Match | None:
        """The earliest match; of two at one place the longer."""
        found = [m for m in (regex.search(text) for regex in self._parts) if m is not None]
        return min(found, key=lambda m: (m.start(), -m.end()), default=None)

    def finditer(self, text: str) -> Iterator[Match]:
        """The matches of all in order; they may overlap."""
        yield from sorted((m for regex in self._parts for m in regex.finditer(text)), key=lambda m: m.start())


def united(parts: tuple[Regex, ...], *, flags: str = "") -> Searching:
    """All patterns as one, each run by its own engine. `flags` as in a pattern, "(?m)" say."""
    joined = [
        regex
        for engine in Engine
        for regex in _joined([p.pattern for p in parts if p.engine is engine], engine=engine, flags=flags)
    ]
    return joined[0] if len(joined) == 1 else Either(tuple(joined))


def _joined(patterns: list[str], *, engine: Engine, flags: str) -> list[Regex]:
    """One alternation. A user's patterns were proved one by one; where they cannot stand in one expression (together
    beyond RE2's limit of size, say) they stay apart."""
    if not patterns:
        return []
    together = Regex(flags + "|".join(f"(?:{pattern})" for pattern in patterns), engine=engine)
    if engine is Engine.re2:
        try:
            together.prove()
        except ValueError:
            return [Regex(flags + pattern, engine=engine) for pattern in patterns]
    return [together]


@lru_cache(maxsize=8)
def lexicon(book: RuleBook) -> Lexicon:
    """The lexicon of a book, compiled once."""
    return Lexicon(book)
