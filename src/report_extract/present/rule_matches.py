"""Which patterns of a rule match which words: run again on the words that a result quotes."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any, NamedTuple

from report_extract.rules.patterns import Regex
from report_extract.rules.rule import Rule

# Fields that say what a rule is for and what proves it; only the others recognise something.
_NOT_PATTERNS = frozenset({"id", "description", "examples", "counterexamples"})


class PatternMatch(NamedTuple):
    """A pattern of the rule's `field`, and the words that it matched."""

    field: str
    pattern: str
    words: str


def matches(rule: Rule, texts: Sequence[str]) -> tuple[PatternMatch, ...]:
    """For each field of patterns the first pattern that matches the first of the texts; texts as rules see them.

    A rule may have matched words that a result does not quote (a heading, the sentence before): then nothing is found.
    """
    found = []
    for name in type(rule).model_fields:
        if name not in _NOT_PATTERNS and name not in Rule.SET_BY_LOADER:
            hit = next(_hits(name, getattr(rule, name), texts), None)
            found += [hit] if hit else []
    return tuple(found)


def _hits(field: str, value: Any, texts: Sequence[str]) -> Iterator[PatternMatch]:
    for text in texts:
        for pattern in _patterns(value):
            match = pattern.search(text)
            if match is not None:
                yield PatternMatch(field, pattern.written, str(match.group(0)))


def _patterns(value: Any) -> Iterator[Regex]:
    if isinstance(value, Regex):
        yield value
    elif isinstance(value, tuple | list):
        for inner in value:
            yield from _patterns(inner)
