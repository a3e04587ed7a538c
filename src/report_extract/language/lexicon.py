"""The vocabulary of the packs, compiled: one expression for each use."""

from __future__ import annotations

from functools import lru_cache

from report_extract.rules.kinds.language import Use, Vocabulary
from report_extract.rules.load import RuleBook
from report_extract.rules.patterns import Regex

# Matches nowhere, in either engine: a character before the beginning of the text.
_NOTHING = Regex(r"[^\s\S]")


class Lexicon:
    """What the grammar asks the packs: `lexicon["structural"].search(text)`; text is to be lower-cased."""

    def __init__(self, book: RuleBook) -> None:
        by_use: dict[str, list[Vocabulary]] = {}
        for rule in book.of(Vocabulary):
            by_use.setdefault(rule.use, []).append(rule)
        self._by_use = {use: _united(rules) for use, rules in by_use.items()}

    def __getitem__(self, use: Use) -> Regex:
        return self._by_use.get(use, _NOTHING)


def _united(rules: list[Vocabulary]) -> Regex:
    """One alternation; it runs in RE2 as soon as one of its parts comes from a user's pack."""
    parts = [regex for rule in rules for regex in rule.patterns]
    return united(tuple(parts))


def united(parts: tuple[Regex, ...], *, flags: str = "") -> Regex:
    """All patterns as one; RE2 runs it if it must run any of them. `flags` as in a pattern, "(?m)" say."""
    engine = max((p.engine for p in parts), key=lambda e: e.value)
    return Regex(flags + "|".join(f"(?:{p.pattern})" for p in parts), engine=engine)


@lru_cache(maxsize=8)
def lexicon(book: RuleBook) -> Lexicon:
    """The lexicon of a book, compiled once."""
    return Lexicon(book)
