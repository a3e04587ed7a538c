"""The figures that a reader of a brief wants first, and how each is written."""

from __future__ import annotations

from collections.abc import Sequence

from report_extract.model.extraction import Metric, Role

MOST = 30
"""Figures of a brief: about what fits on a page beside the rest."""

_STATED = frozenset({Role.current, Role.total, Role.share, Role.cumulative})
_SYMBOLS = {"percent": "%", "percentage_points": " percentage points"}
_QUALIFIERS = {"about": "about ", "over": "over ", "under": "under ", "almost": "almost ", "exact": ""}


def headlines(metrics: Sequence[Metric], *, year: str | None) -> tuple[Metric, ...]:
    """At most MOST current figures of the catalogue, one for each metric and area, in the order of the document.

    First what the report itself shows big (infographics), then what it compares with another year or says several
    times, then the surest. Figures that are dated to another year than the report's are left out.
    """
    fitting = [m for m in metrics if m.metric and m.role in _STATED and _of(m, year)]
    chosen: dict[tuple[str | None, str | None], str] = {}
    for metric in sorted(fitting, key=_rank):
        if len(chosen) < MOST:
            chosen.setdefault((metric.metric, metric.area), metric.id)
    return tuple(m for m in metrics if m.id in set(chosen.values()))


def _rank(metric: Metric) -> tuple[bool, bool, int, float]:
    compared = metric.compared_with is not None or metric.direction is not None
    return metric.source != "figure", not compared, -len(metric.evidence), -metric.confidence


def _of(metric: Metric, year: str | None) -> bool:
    if year is None or metric.period is None or metric.period == year:
        return True
    return metric.period.endswith(year[:4]) or metric.period.endswith(f"{year[:2]}{year[-2:]}")


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
