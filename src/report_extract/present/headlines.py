"""The figures that a reader of a brief wants first, and how each is written."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from report_extract.compare.when import when
from report_extract.model.extraction import Metric, Role
from report_extract.rules.kinds.metrics import MetricRule
from report_extract.rules.load import RuleBook

MOST = 30
"""Figures of a brief: about what fits on a page beside the rest."""

_STATED = frozenset({Role.current, Role.total, Role.share})
_FOR_CODERS = re.compile(r" \((?:dimensions?|by|record|say|cumulative)\b[^)]*\)", re.IGNORECASE)
# Small numbers are often left out of a breakdown, so that its rows give a little less than the total.
_SUPPRESSED = 0.02
_SUMMED = frozenset({"count", "gbp"})
_SYMBOLS = {"percent": "%", "percentage_points": " percentage points"}
_QUALIFIERS = {"about": "about ", "over": "over ", "under": "under ", "almost": "almost ", "exact": ""}


def headlines(metrics: Sequence[Metric], *, year: str | None, book: RuleBook) -> tuple[Metric, ...]:
    """At most MOST figures of the report's year, one for each metric of the catalogue and area, as they stand in it.

    A total goes before its parts. First what most speaks for: shown big or added up by the report itself, compared with
    another year, said to have risen or fallen, stated several times, with a good and a bad direction.
    """
    rules = {rule.id: rule for rule in book.of(MetricRule)}
    groups: dict[tuple[str | None, str | None, str], list[Metric]] = {}
    for metric in metrics:
        if _is_of_the_year(metric, rules, year):
            groups.setdefault((metric.metric, metric.area, metric.unit), []).append(metric)
    whole = [_whole(stated) for group in groups.values() if (stated := _without_parts(group))]
    # A count and its share may both be stated of one metric: the first by rank stands for it.
    best: dict[tuple[str | None, str | None], str] = {}
    for metric in sorted(whole, key=lambda m: _rank(m, rules)):
        if len(best) < MOST:
            best.setdefault((metric.metric, metric.area), metric.id)
    return tuple(m for m in metrics if m.id in set(best.values()))


def _is_of_the_year(metric: Metric, rules: Mapping[str, MetricRule], year: str | None) -> bool:
    """Of the catalogue, for the whole of the report's year or at a day in it, and no row of a breakdown by its rule."""
    rule = rules.get(metric.metric or "")
    if rule is None or metric.role not in _STATED or (rule.dimension and metric.role is not Role.total):
        return False
    at = when(metric, rule=rule, reporting_year=year)
    return at.years_ago == 0 and at.kind in ("flow", "snapshot")


def _without_parts(group: Sequence[Metric]) -> list[Metric]:
    """Without the rows of tables and charts that state one metric several times, unless a row is the sum of the rest.

    "Referrals by type of school" has rows for primary and secondary schools: none of them is the number of referrals.
    """
    rows: dict[int, list[Metric]] = {}
    for metric in group:
        if metric.source != "text" and metric.role is not Role.total:
            rows.setdefault(metric.evidence[0].page, []).append(metric)
    parts = {m.id for stated in rows.values() for m in _parts(stated)}
    return [m for m in group if m.id not in parts]


def _parts(rows: Sequence[Metric]) -> list[Metric]:
    """The rows that are parts; none where all state one value, all but the largest where that is their sum."""
    values = [m.value for m in rows]
    largest = max(values)
    if largest == min(values):
        return []
    is_sum = rows[0].unit in _SUMMED and abs(sum(values) - 2 * largest) <= _SUPPRESSED * largest
    return [m for m in rows if not is_sum or m.value < largest]


def _whole(group: Sequence[Metric]) -> Metric:
    """Of several figures of one metric, area and year the total: of counts the largest, as a part is never larger.

    Shares and averages have no total: there the one that is stated most often and most surely.
    """
    if group[0].unit in _SUMMED:
        return max(group, key=lambda m: (m.value, m.role is Role.total, len(m.evidence), m.confidence))
    return max(group, key=lambda m: (m.role is Role.total, len(m.evidence), m.confidence))


def _rank(metric: Metric, rules: Mapping[str, MetricRule]) -> tuple[int, float]:
    """What counts for a figure, counted; of equals the surest first."""
    signs = (
        metric.source == "figure" or metric.role is Role.total,
        metric.compared_with is not None,
        metric.direction is not None,
        len(metric.evidence) > 1,
        rules[metric.metric or ""].better != "neutral",
    )
    return -sum(signs), -metric.confidence


def name_of(metric: Metric, *, book: RuleBook) -> str:
    """The catalogue's name, without what it says to coders; the document's own words where it has none."""
    rule = next((r for r in book.of(MetricRule) if r.id == metric.metric), None)
    return _FOR_CODERS.sub("", rule.label) if rule else metric.label


def value_of(metric: Metric) -> str:
    """ "about 1,200", "40%", "£1,500", "2–3 weeks"; grades and ranks as printed."""
    if metric.unit in ("grade", "rank"):
        return metric.value_text
    numbers = "–".join(_number(value) for value in (metric.value, metric.value_max) if value is not None)
    if metric.unit == "gbp":
        numbers = f"£{numbers}"
    unit = "" if metric.unit in ("count", "gbp") else _SYMBOLS.get(metric.unit, f" {metric.unit.replace('_', ' ')}")
    return f"{_QUALIFIERS[metric.qualifier]}{numbers}{unit}"


def _number(value: float) -> str:
    return f"{int(value):,}" if float(value).is_integer() else f"{value:,}"


def change_of(metric: Metric) -> str:
    """ "up from 411 (2023/24)", "down", or nothing."""
    other = metric.compared_with
    way = {"increase": "up", "decrease": "down", None: ""}[metric.direction]
    if other is None or other.value is None:
        return way
    period = f" ({other.period})" if other.period else ""
    return f"{way or 'compared with'}{' from' if way else ''} {_number(other.value)}{period}"
