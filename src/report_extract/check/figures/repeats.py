"""One metric of one area and period stated with two values.

Metrics that an area has once in a period (the packs list them) are held against each other wherever one agency states
them. Of any other metric two values are only pointed out where one looks like a misprint of the other, 1,284 and 1,248:
then tables and other agencies' chapters are looked at too.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence

from report_extract.check.claims.words import stem
from report_extract.check.figures.outcome import Outcome
from report_extract.check.paper import Paper
from report_extract.model.checks import FigureFlag
from report_extract.model.evidence import Severity
from report_extract.model.extraction import Metric, Role
from report_extract.rules.kinds.metrics import MetricRule
from report_extract.rules.kinds.relations import Relation
from report_extract.rules.load import RuleBook

_VALUES = frozenset({Role.current, Role.previous, Role.total, Role.share})
# Words that do not narrow what is counted.
_NEUTRAL = frozenset(
    "the a an of in by to for from at on and with or we our us it were was is are have been had number total "
    "figure figures count year received held undertaken completed conducted carried out made took place recorded "
    "reported delivered published issued provided convened run".split()
)
_FURTHEST = 2
_FEWEST_WORDS = 2
# Two digits changed places, or one digit of four: shorter numbers come that near to each other by chance.
_FEWEST_DIGITS_SWAPPED, _FEWEST_DIGITS_REPLACED = 3, 4


def check_repeats(paper: Paper, book: RuleBook) -> Outcome:
    """Pairs of exact values of one metric, area and period that differ."""
    single = {name for rule in book.of(Relation) for name in rule.single}
    stated = list(_stated(paper))
    names = {rule.id: _called(rule) for rule in book.of(MetricRule) if rule.id in single}
    once = _grouped(m for m in stated if m.metric in single and m.source != "table")
    pairs = [
        (a, b)
        for group in once
        for a, b in _pairs(group)
        if (a.area, a.agency) == (b.area, b.agency)
        and _alike(a, b)
        and _near(a, b)
        and _narrowed(a, b) <= names[a.metric or ""]
    ]
    slips = [
        (a, b)
        for group in _by_period(stated)
        for a, b in _pairs(group)
        if _misprinted(a, b) and (a, b) not in pairs and _one_measure(a, b) and _one_place(a, b) and _alike(a, b)
    ]
    return Outcome(
        tested=len(pairs) + len(slips), flags=tuple(f for a, b in (*pairs, *slips) for f in _flags(paper, a, b))
    )


def _stated(paper: Paper) -> Iterator[Metric]:
    """Exact values of a known period; bars of charts divide a count by course, setting and the like."""
    charted = {f.start for f in paper.document.figures if f.kind == "chart"}
    for metric in paper.facts.metrics:
        exact = metric.qualifier == "exact" and metric.value_max is None
        known = metric.period and metric.role in _VALUES
        if known and exact and metric.evidence[0].start not in charted:
            yield metric


def _grouped(metrics: Iterable[Metric]) -> list[list[Metric]]:
    groups: dict[tuple[object, ...], list[Metric]] = defaultdict(list)
    for metric in metrics:
        groups[metric.metric, metric.unit, metric.period].append(metric)
    return [g for g in groups.values() if len(g) > 1]


def _by_period(metrics: Iterable[Metric]) -> list[list[Metric]]:
    groups: dict[tuple[object, ...], list[Metric]] = defaultdict(list)
    for metric in metrics:
        groups[metric.unit, metric.period].append(metric)
    return [g for g in groups.values() if len(g) > 1]


def _one_measure(a: Metric, b: Metric) -> bool:
    """One metric of the catalogue; of those that it does not know, labels that share two telling words."""
    if a.metric and b.metric:
        return a.metric == b.metric
    return bool(a.metric or b.metric) or len(_words(a.label) & _words(b.label)) >= _FEWEST_WORDS


def _pairs(group: Sequence[Metric]) -> Iterator[tuple[Metric, Metric]]:
    """Pairs of different statements: not one statement seen twice, nor two cells of one table."""
    for i, a in enumerate(group):
        for b in group[i + 1 :]:
            first, second = a.evidence[0], b.evidence[0]
            one_table = a.source == b.source == "table" and first.page == second.page
            if (first.start >= second.end or second.start >= first.end) and not one_table:
                yield a, b


def _near(a: Metric, b: Metric) -> bool:
    """Values far apart are of two things that bear one name, not one thing misstated."""
    small, large = sorted((abs(a.value), abs(b.value)))
    return large <= _FURTHEST * small


def _one_place(a: Metric, b: Metric) -> bool:
    return a.area is None or b.area is None or a.area == b.area


def _alike(a: Metric, b: Metric) -> bool:
    """One label holds all telling words of the other."""
    first, second = _words(a.label), _words(b.label)
    return bool(first & second) and (first <= second or second <= first)


def _narrowed(a: Metric, b: Metric) -> frozenset[str]:
    """Words of which only one label speaks: they make another measure of it unless the metric itself is called so."""
    return _words(a.label) ^ _words(b.label)


def _called(rule: MetricRule) -> frozenset[str]:
    """All words by which the catalogue knows a metric."""
    return _words(" ".join((rule.label, *(p.pattern for p in rule.phrases))))


def _words(label: str) -> frozenset[str]:
    return frozenset(stem(w) for w in re.findall(r"[a-z][a-z’']+", label.lower()) if w not in _NEUTRAL)


def _misprinted(a: Metric, b: Metric) -> bool:
    """Whether two numbers of one length differ by neighbouring digits that changed places, or by one digit."""
    first, second = (re.sub(r"\D", "", m.value_text) for m in (a, b))
    if len(first) != len(second) or first == second:
        return False
    wrong = [i for i, (x, y) in enumerate(zip(first, second, strict=True)) if x != y]
    if len(wrong) == 1:
        return len(first) >= _FEWEST_DIGITS_REPLACED
    swapped = len(wrong) == 2 and wrong[1] == wrong[0] + 1 and first[wrong[0]] == second[wrong[1]]
    return swapped and first[wrong[1]] == second[wrong[0]] and len(first) >= _FEWEST_DIGITS_SWAPPED


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
