"""Counts per head of those whom they count, where the same report states how many live in the area."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from report_extract.compare.figures import Figure
from report_extract.rules.kinds.rates import Rate
from report_extract.rules.load import RuleBook


@dataclass(frozen=True)
class DerivedRate:
    """A rate that no report prints: `value` per `rule.per`, computed of two figures of one report."""

    figure: Figure
    population: Figure
    rule: Rate
    value: float

    @property
    def how(self) -> str:
        """ "229 of 31,420 children under 18 (2021 Census), per 10,000" """
        period = f" ({self.population.metric.period})" if self.population.metric.period else ""
        counted, people = self.figure.metric.value_text, self.population.metric.value_text
        return f"{counted} of {people} {self.rule.people}{period}, per {self.rule.per:,}"


def per_head(count: float, population: float, rule: Rate) -> float:
    """One decimal, as national statistics print rates."""
    return round(count / population * rule.per, 1)


def rate_rule(metric: str | None, *, book: RuleBook) -> Rate | None:
    """The rule that says that a count depends on a population; None where it does not."""
    return next((r for r in book.of(Rate) if metric in r.metrics), None)


def derived_rate(figure: Figure, *, among: Sequence[Figure], book: RuleBook) -> DerivedRate | None:
    """The rate of a count of this year, or None where the report does not state the population of just that area."""
    rule = rate_rule(figure.metric.metric, book=book)
    if rule is None or figure.metric.unit != "count" or figure.when.kind in ("part", "quarter"):
        return None
    people = [p for p in among if p.metric.metric == rule.population and p.area == figure.area and p.metric.value > 0]
    if len({p.metric.value for p in people}) != 1:
        return None
    return DerivedRate(figure, people[0], rule, per_head(figure.metric.value, people[0].metric.value, rule))
