"""Which metric of the catalogue a figure is: the phrase nearest to the number decides."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from report_extract.language.lexicon import Searching, lexicon, united
from report_extract.rules.kinds.metrics import MetricRule
from report_extract.rules.load import RuleBook

_SPACE = re.compile(r"\s+")
_THOUSANDS = re.compile(r"(?<=\d),(?=\d{3}\b)")
_LEVEL = str.maketrans({"’": "'", "‘": "'", "“": '"', "”": '"', "–": "-", "—": "-", "\u00a0": " "})
NEAR_LABEL = 1000
NEAR_CLAUSE = 500
"""A phrase in the label beats one in the clause, that one in the sentence; among equals the longest phrase wins."""


def plain(text: str) -> str:
    """Lower case, one kind of quotation mark, dash and space, "and" for "&", no thousands separators.

    This is what patterns are written against.
    """
    return _SPACE.sub(" ", _THOUSANDS.sub("", text.lower().translate(_LEVEL).replace("&", "and"))).strip()


@dataclass(frozen=True, slots=True)
class Surroundings:
    """The words around a figure, from near to far: its label, its clause, its sentence, what stands above.

    `topic` is the sentence before that only says what is spoken of ("What worries us is exploitation."), where the
    label is one general word: what a rule excludes may not be the topic.
    """

    label: str
    clause: str
    sentence: str = ""
    above: str = ""
    topic: str = ""

    @classmethod
    def of(cls, *, label: str, clause: str, sentence: str = "", above: str = "", topic: str = "") -> Surroundings:
        return cls(plain(label), plain(clause), plain(sentence), plain(above), plain(topic))


@dataclass(frozen=True, slots=True)
class _Compiled:
    rule: MetricRule
    phrases: Searching
    anywhere: Searching
    requires: Searching | None
    excludes: Searching | None
    not_under: Searching | None


class Catalogue:
    """All metric rules of a book, compiled; one search for any phrase at all spares most figures the rest."""

    def __init__(self, book: RuleBook) -> None:
        rules = book.of(MetricRule)
        self._by_unit: dict[str, list[_Compiled]] = {}
        for rule in rules:
            compiled = _Compiled(
                rule,
                united(rule.phrases),
                united(rule.phrases, flags="(?m)"),
                united(rule.requires) if rule.requires else None,
                united(rule.excludes) if rule.excludes else None,
                united(rule.not_under) if rule.not_under else None,
            )
            for unit in rule.units:
                self._by_unit.setdefault(unit, []).append(compiled)
        self._any = {
            unit: united(tuple(p for c in rules for p in c.rule.phrases), flags="(?m)")
            for unit, rules in self._by_unit.items()
        }
        self._shortfall = lexicon(book)["shortfall"]

    def match(self, around: Surroundings, *, unit: str) -> MetricRule | None:
        """The rule that fits best, None where none does; a share of the late ones is none of those in time."""
        anything = self._any.get(unit)
        near = "\n".join((around.label, around.clause, around.sentence))
        if anything is None or not anything.search(near):
            return None
        short = unit == "percent" and self._shortfall.search(f"{around.label} | {around.clause}") is not None
        scored = [
            (score, c.rule)
            for c in self._by_unit[unit]
            if not (short and c.rule.better == "higher") and c.anywhere.search(near) and (score := _score(c, around))
        ]
        return max(scored, key=lambda s: s[0])[1] if scored else None


def _score(compiled: _Compiled, around: Surroundings) -> int:
    """0 for no fit; else nearness plus the length of the phrase that was found."""
    best = 0
    for text, nearness in ((around.label, NEAR_LABEL), (around.clause, NEAR_CLAUSE), (around.sentence, 0)):
        found = compiled.phrases.search(text) if text else None
        if found:
            best = nearness + max(1, found.end() - found.start())
            if not nearness and compiled.excludes and compiled.excludes.search(text):
                return 0
            break
    if not best:
        return 0
    if compiled.excludes and (compiled.excludes.search(around.label) or compiled.excludes.search(around.clause)):
        return 0
    if compiled.excludes and around.topic and compiled.excludes.search(around.topic):
        return 0
    wide = " | ".join((around.label, around.clause, around.sentence, around.above))
    if compiled.requires and not compiled.requires.search(wide):
        return 0
    if compiled.not_under and compiled.not_under.search(wide):
        return 0
    return best + (5 if compiled.requires else 0)


@lru_cache(maxsize=8)
def catalogue(book: RuleBook) -> Catalogue:
    """The catalogue of a book, compiled once."""
    return Catalogue(book)
