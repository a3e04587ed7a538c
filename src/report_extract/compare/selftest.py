"""What comes out of a text for one rule of the kinds that comparing uses."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Any

from report_extract.compare.rates import per_head
from report_extract.compare.vetoes import Vetoes
from report_extract.language.cues import cue_in
from report_extract.rules.kinds.cues import Cue
from report_extract.rules.kinds.rates import Rate
from report_extract.rules.kinds.vetoes import Veto
from report_extract.rules.load import RuleBook
from report_extract.rules.rule import Rule


def _veto(rule: Rule, book: RuleBook, text: str) -> Sequence[Mapping[str, Any]]:
    assert isinstance(rule, Veto)
    left, _, right = text.partition(" | ")
    found = Vetoes([rule]).between(left, right)
    return [{"left": found[1], "right": found[2]}] if found else []


def _rate(rule: Rule, book: RuleBook, text: str) -> Sequence[Mapping[str, Any]]:
    assert isinstance(rule, Rate)
    values = {name: float(number) for name, _, number in (p.partition("=") for p in text.split())}
    population = values.pop(rule.population, None)
    if population is None:
        return []
    counted = {name: value for name, value in values.items() if name in rule.metrics}
    return [{"metric": name, "rate": per_head(value, population, rule)} for name, value in counted.items()]


def _cue(rule: Rule, book: RuleBook, text: str) -> Sequence[Mapping[str, Any]]:
    assert isinstance(rule, Cue)
    found = cue_in(text, says=rule.says, book=RuleBook([rule]))
    return [{"says": rule.says, "words": found}] if found else []


TESTERS: dict[str, Callable[[Rule, RuleBook, str], Sequence[Mapping[str, Any]]]] = {
    Veto.kind: _veto,
    Rate.kind: _rate,
    Cue.kind: _cue,
}
