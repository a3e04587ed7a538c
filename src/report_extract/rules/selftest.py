"""Every rule proves itself: its examples must come out, its counterexamples must give nothing.

A tester is offered by the room that uses a kind of rule: it runs one rule over a text and returns what came out, one
mapping for each thing.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from enum import Enum
from functools import partial
from typing import Any

from report_extract.rules.load import RuleBook
from report_extract.rules.rule import Rule

Tester = Callable[[Rule, RuleBook, str], Sequence[Mapping[str, Any]]]

# Numbers that come out of arithmetic (5.2 million) agree when their first nine digits do.
_SAME_NUMBER = 1e-9


@dataclass(frozen=True, slots=True)
class Failure:
    """One thing wrong with a rule; `text` is the example concerned, empty where the rule has none."""

    rule: Rule
    text: str
    reason: str


@dataclass(frozen=True, slots=True)
class Coverage:
    """What the tests of one pack amount to; `incomplete` counts rules without an example or a counterexample."""

    kind: str
    pack: str
    rules: int
    examples: int
    counterexamples: int
    incomplete: int
    failed: int


@dataclass(frozen=True, slots=True)
class SelfTest:
    """The result of a run."""

    failures: tuple[Failure, ...]
    coverage: tuple[Coverage, ...]

    @property
    def passed(self) -> bool:
        return not self.failures


def run(book: RuleBook, *, testers: Mapping[str, Tester], only: type[Rule] | None = None) -> SelfTest:
    """Runs every rule of the book, or those of one kind; a tester that raises is a failure of that rule."""
    rules = [rule for rule in book if only is None or type(rule) is only]
    failures = tuple(failure for rule in rules for failure in failures_of(rule, book=book, testers=testers))
    return SelfTest(failures=failures, coverage=_coverage(rules, failures))


def failures_of(rule: Rule, *, book: RuleBook, testers: Mapping[str, Tester]) -> list[Failure]:
    """All that is wrong with one rule; empty when it is right."""
    failures = []
    if not rule.examples:
        failures.append(Failure(rule, "", "it has no example: add 'examples:' with a text and what must come out"))
    if not rule.counterexamples:
        failures.append(Failure(rule, "", "it has no counterexample: add 'counterexamples:' with a near miss"))
    tester = testers.get(type(rule).kind)
    if tester is None:
        return [*failures, Failure(rule, "", f"nothing can test rules of the kind {type(rule).kind!r}")]
    for example in rule.examples:
        failures += _examine(rule, example.text, partial(_missed, example.expect), book, tester)
    for text in rule.counterexamples:
        failures += _examine(rule, text, _unwanted, book, tester)
    return failures


def _examine(
    rule: Rule, text: str, judge: Callable[[Sequence[Mapping[str, Any]]], str], book: RuleBook, tester: Tester
) -> list[Failure]:
    try:
        reason = judge(tester(rule, book, text))
    except Exception as fault:  # whatever a rule makes its room do, the other rules are still tested
        reason = f"{type(fault).__name__}: {fault}"
    return [Failure(rule, text, reason)] if reason else []


def _missed(expect: Sequence[Mapping[str, Any]], out: Sequence[Mapping[str, Any]]) -> str:
    """What of the expected did not come out; empty when all did."""
    for wanted in expect:
        if not any(agrees(wanted, thing) for thing in out):
            return f"expected {_shown(wanted)}, got {_nearest(wanted, out)}"
    return ""


def _unwanted(out: Sequence[Mapping[str, Any]]) -> str:
    return f"expected nothing, got {'; '.join(_shown(thing) for thing in out[:3])}" if out else ""


def agrees(wanted: Any, got: Any) -> bool:
    """Whether all that is wanted is there: mappings key by key, lists item by item, numbers nearly, else equal."""
    if isinstance(wanted, Mapping):
        return isinstance(got, Mapping) and all(k in got and agrees(v, got[k]) for k, v in wanted.items())
    if isinstance(wanted, list | tuple):
        same_length = isinstance(got, list | tuple) and len(wanted) == len(got)
        return same_length and all(agrees(w, g) for w, g in zip(wanted, got, strict=True))
    if isinstance(got, Enum):
        got = got.value
    if _number(wanted) and _number(got):
        return math.isclose(wanted, got, rel_tol=_SAME_NUMBER)
    return type(wanted) is type(got) and bool(wanted == got)


def _number(value: Any) -> bool:
    return isinstance(value, int | float) and not isinstance(value, bool)


def _nearest(wanted: Mapping[str, Any], out: Sequence[Mapping[str, Any]]) -> str:
    """Of what came out, the thing that agrees in most fields, shown in the fields asked for."""
    if not out:
        return "nothing"
    best = max(out, key=lambda thing: sum(agrees(v, thing.get(k)) for k, v in wanted.items()))
    return _shown({k: best.get(k, "(no such field)") for k in wanted})


def _shown(thing: Mapping[str, Any]) -> str:
    return ", ".join(f"{k}={v.value if isinstance(v, Enum) else v!r}" for k, v in thing.items())


def _coverage(rules: Sequence[Rule], failures: Sequence[Failure]) -> tuple[Coverage, ...]:
    failed = {failure.rule.name for failure in failures}
    packs: dict[tuple[str, str], list[Rule]] = {}
    for rule in rules:
        packs.setdefault((type(rule).kind, rule.pack), []).append(rule)
    return tuple(
        Coverage(
            kind=kind,
            pack=pack,
            rules=len(members),
            examples=sum(len(r.examples) for r in members),
            counterexamples=sum(len(r.counterexamples) for r in members),
            incomplete=sum(not (r.examples and r.counterexamples) for r in members),
            failed=sum(r.name in failed for r in members),
        )
        for (kind, pack), members in sorted(packs.items())
    )
