"""Statement rules at work: which forms of words a sentence holds, and what they capture."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import lru_cache
from typing import NamedTuple

from report_extract.rules.kinds.statements import Says, Statement
from report_extract.rules.load import RuleBook


class Hit(NamedTuple):
    """A statement found in a text: the rule, where its words stand, and what its named groups captured."""

    rule: Statement
    start: int
    end: int
    groups: Mapping[str, str]


def hits(text: str, says: Says, *, book: RuleBook, meanings: frozenset[str] = frozenset()) -> Iterator[Hit]:
    """Every hit of the rules of one sort in a sentence, at most one for each rule; offsets into the text.

    `meanings` are those of the sections around the sentence: rules that ask for others stay silent.
    """
    lowered = text.lower()
    for rule in _rules(book, says):
        if rule.sections and not meanings.intersection(rule.sections):
            continue
        if rule.words and not any(word in lowered for word in rule.words):
            continue
        hit = _hit(rule, text)
        if hit:
            yield hit


def first_hit(text: str, says: Says, *, book: RuleBook, meanings: frozenset[str] = frozenset()) -> Hit | None:
    """The first rule's hit in the order in which the rules were written."""
    return next(hits(text, says, book=book, meanings=meanings), None)


def _hit(rule: Statement, text: str) -> Hit | None:
    for pattern in rule.patterns:
        match = pattern.search(text)
        if match and not any(unless.search(text) for unless in rule.unless):
            groups = {name: value for name, value in match.groupdict().items() if value is not None}
            return Hit(rule, match.start(), match.end(), groups)
    return None


@lru_cache(maxsize=256)
def _rules(book: RuleBook, says: Says) -> tuple[Statement, ...]:
    return tuple(rule for rule in book.of(Statement) if rule.says is says)
