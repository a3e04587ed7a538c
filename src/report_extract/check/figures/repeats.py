"""One metric of one area and period stated with two values."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence

from rapidfuzz import fuzz

from report_extract.check.figures.outcome import Outcome, together
from report_extract.check.paper import Paper
from report_extract.model.checks import FigureFlag
from report_extract.model.evidence import Severity
from report_extract.model.extraction import Metric, Role
from report_extract.rules.kinds.relations import Relation
from report_extract.rules.load import RuleBook

# Labels of one measure; two groups of children under one catalogue id are worded less alike.
_SAME_LABEL = 75
_VALUES = frozenset({Role.current, Role.previous, Role.total, Role.share})


def check_repeats(paper: Paper, book: RuleBook) -> Outcome:
    """Pairs of exact values of a metric that an area has once in a period; the packs say which metrics those are."""
    single = {name for rule in book.of(Relation) for name in rule.single}
    charted = {f.start for f in paper.document.figures if f.kind == "chart"}
    groups: dict[tuple[object, ...], list[Metric]] = defaultdict(list)
    for metric in paper.facts.metrics:
        if metric.source == "table" or metric.evidence[0].start in charted:
            continue  # rows and bars divide a count by course, setting, …
        exact = metric.qualifier == "exact" and metric.value_max is None
        if metric.metric in single and metric.period and metric.role in _VALUES and exact:
            groups[metric.metric, metric.unit, metric.area, metric.agency, metric.period].append(metric)
    return together(_tested(paper, group) for group in groups.values() if len(group) > 1)


def _tested(paper: Paper, group: Sequence[Metric]) -> Outcome:
    pairs = [(a, b) for i, a in enumerate(group) for b in group[i + 1 :] if _comparable(a, b)]
    return Outcome(tested=len(pairs), flags=tuple(f for a, b in pairs for f in _flags(paper, a, b)))


def _comparable(a: Metric, b: Metric) -> bool:
    """Not one statement seen twice, and worded as one measure."""
    first, second = a.evidence[0], b.evidence[0]
    apart = first.start >= second.end or second.start >= first.end
    return apart and fuzz.token_set_ratio(a.label.lower(), b.label.lower()) >= _SAME_LABEL


def _flags(paper: Paper, a: Metric, b: Metric) -> Iterator[FigureFlag]:
    if a.value == b.value or _rounded(a, b):
        return
    pages = f"page {a.evidence[0].page} and page {b.evidence[0].page}"
    yield FigureFlag(
        code="two_values",
        severity=Severity.warning,
        message=f"{a.label} ({a.period}): {a.value_text} and {b.value_text}, on {pages}",
        stated=a.value_text,
        computed=b.value_text,
        document=paper.side,
        hypotheses=("one of the two may be of another year or group",),
        evidence=(*a.evidence[:1], *b.evidence[:1]),
    )


def _rounded(a: Metric, b: Metric) -> bool:
    """Shares that differ by rounding or truncation (66.6 and 67) are one value."""
    return a.unit == "percent" and abs(a.value - b.value) < 1
