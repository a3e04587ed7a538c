"""Steps of a measure: two of its values that the source states a year apart, in one row, two columns or two places."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Literal, NamedTuple

from rapidfuzz import fuzz

from report_extract.check.claims.factors import Factor
from report_extract.check.claims.times import year_before
from report_extract.model.extraction import Metric, Role

_ONE_LABEL = 90  # labels this alike (rapidfuzz token set ratio) are of one series, but for their years
_NO_VALUE = frozenset({Role.change_abs, Role.change_pct, Role.target, Role.rank})
_YEARS = re.compile(r"\b(?:19|20)\d\d(?:\s?[/–-]\s?(?:20)?\d\d)?\b")

Way = Literal["increase", "decrease"]


class Step(NamedTuple):
    """Two values of one measure, a year apart."""

    before: Metric
    now: Metric

    @property
    def way(self) -> Way | None:
        return way_between(self.before.value, self.now.value)

    def is_as(self, way: Way | None, factor: Factor | None) -> bool | None:
        """Whether the step goes a claim's way and as far; None where the two values leave it open."""
        return goes(self.before.value, self.now.value, way=way, factor=factor)


def way_between(before: float, now: float) -> Way | None:
    """Which way a value went; None where it did not move."""
    if now == before:
        return None
    return "increase" if now > before else "decrease"


def goes(before: float, now: float, *, way: Way | None, factor: Factor | None) -> bool | None:
    """Whether the change between two values is the one that is told; None where they leave it open."""
    went = way_between(before, now)
    if way is not None and went != way:
        return None if went is None else False
    if factor is None or not before:
        return None if way is None else True
    return True if factor.holds(now / before) else False if factor.is_far_from(now / before) else None


def steps_of(known: Sequence[Metric]) -> Iterator[Step]:
    """Of each pair of figures of one measure a year apart one step; where a year has two values there is none."""
    stated = [m for m in known if m.period and m.value_max is None and m.role not in _NO_VALUE]
    for now in stated:
        then = year_before(now.period)
        earlier = [m for m in stated if m.period == then and _is_one_measure(m, now)]
        if len({m.value for m in earlier}) == 1:
            yield Step(earlier[0], now)


def way_of_metric(metric: Metric, steps: Sequence[Step]) -> Way | None:
    """Which way a figure moved by the value that it is compared with, or by its step."""
    if metric.compared_with is not None and metric.compared_with.value is not None:
        return way_between(metric.compared_with.value, metric.value)
    return next((s.way for s in steps if s.now == metric), None)


def undated(label: str) -> str:
    """A label in lower case without its years."""
    return _YEARS.sub(" ", label.lower())


def _is_one_measure(a: Metric, b: Metric) -> bool:
    return (a.metric, a.area, a.agency, a.unit) == (b.metric, b.area, b.agency, b.unit) and fuzz.token_set_ratio(
        undated(a.label), undated(b.label)
    ) >= _ONE_LABEL
