"""Claims on a rise or fall, judged on two figures of one measure that the source states a year apart.

"1,466 referrals accepted 2023/24" and "1,392 referrals accepted 2024/25" are two places; no sentence says they fell.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from rapidfuzz import fuzz

from report_extract.check.claims.anchors import Direction, NumberAnchor
from report_extract.check.claims.facts import Fact, is_of_its_area, quantity_of, undated
from report_extract.check.claims.numbers import agree, comparable
from report_extract.check.claims.times import year_before
from report_extract.check.claims.units import Asked
from report_extract.check.claims.words import Vocabulary
from report_extract.check.paper import Paper
from report_extract.model.checks import Verdict
from report_extract.model.extraction import Metric, Role

_ONE_LABEL = 90  # labels this alike (rapidfuzz token set ratio) are of one series, but for their years
_NO_VALUE = frozenset({Role.change_abs, Role.change_pct, Role.target, Role.rank})
_ABOUT = 0.75  # of the label's words in the claim, and of the claim's in the label and its headings
_BESIDE = 0.6  # … where a number of the claim is one of the two values


class Step(NamedTuple):
    """Two values of one measure, a year apart."""

    before: Metric
    now: Metric

    @property
    def way(self) -> Direction | None:
        if self.now.value == self.before.value:
            return None
        return "increase" if self.now.value > self.before.value else "decrease"


class Series:
    """The steps of a source, found once."""

    def __init__(self, source: Paper, *, vocabulary: Vocabulary, areas: Sequence[str]) -> None:
        self._vocabulary, self._areas = vocabulary, areas
        self._source = source
        self._steps = tuple(_steps(source))

    def about(self, asked: Asked) -> Fact | None:
        """The verdict of the one step that the claim is of; None where none is, or several differ."""
        now = [n for n in asked.anchors.numbers if n.part == "current"]
        before = [n for n in asked.anchors.numbers if n.part == "previous"]
        ways = {n.direction for n in (*now, *before) if n.direction} | {d.direction for d in asked.anchors.directions}
        if len(ways) != 1 or len(now) > 1 or len(before) > 1 or len(now) + len(before) < len(asked.anchors.numbers):
            return None
        way = min(ways)
        steps = [s for s in self._steps if self._is_of(asked, s) and _values(now, before, s)]
        found = {s.way == way for s in steps if s.way}
        if len(found) != 1 or asked.anchors.negations:
            return None
        step = steps[0]
        said = f"the report states {step.before.value_text} and a year later {step.now.value_text} ({step.now.label})"
        evidence = (*step.now.evidence[:1], *step.before.evidence[:1])
        return Fact(Verdict.supported if found == {True} else Verdict.contradicted, said, evidence, 0.85)

    def _is_of(self, asked: Asked, step: Step) -> bool:
        """The label is in the claim, and the claim says little that neither the label nor its place says."""
        vocabulary = self._vocabulary
        label = vocabulary.words(undated(step.now.label))
        claim = vocabulary.spread(asked.words)
        at = step.now.evidence[0].start
        titles = " ".join(s.title for s in self._source.document.section_path(at))
        there = vocabulary.spread(
            [*label, *vocabulary.words(f"{titles} {step.now.agency or ''} {step.now.area or ''}")]
        )
        return (
            bool(label)
            and vocabulary.coverage(label, there=claim) >= _ABOUT
            and vocabulary.coverage(asked.words, there=there) >= (_BESIDE if asked.anchors.numbers else _ABOUT)
            and is_of_its_area(step.now, asked.text, self._areas)
        )


def _values(now: Sequence[NumberAnchor], before: Sequence[NumberAnchor], step: Step) -> bool:
    pairs = [(n, step.now) for n in now] + [(n, step.before) for n in before]
    return all(comparable(n.quantity, quantity_of(m)) and agree(n.quantity, quantity_of(m)) for n, m in pairs)


def _steps(source: Paper) -> Iterator[Step]:
    """Of each pair of figures of one measure a year apart one step; where a year has two values there is none."""
    stated = [m for m in source.facts.metrics if m.period and m.value_max is None and m.role not in _NO_VALUE]
    for now in stated:
        then = year_before(now.period)
        earlier = [m for m in stated if m.period == then and _is_one_measure(m, now)]
        if len({m.value for m in earlier}) == 1:
            yield Step(earlier[0], now)


def _is_one_measure(a: Metric, b: Metric) -> bool:
    return (a.metric, a.area, a.agency, a.unit) == (b.metric, b.area, b.agency, b.unit) and fuzz.token_set_ratio(
        undated(a.label), undated(b.label)
    ) >= _ONE_LABEL
