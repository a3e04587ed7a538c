"""What a printed number can mean: 12% is anything from 11.5 to 12.5, "over 300" is more than 300."""

from __future__ import annotations

import re
from decimal import Decimal

from report_extract.model.extraction import Metric

# How far the words of hedging reach, as shares of the value.
_ABOUT, _OVER, _ALMOST = 0.05, 0.10, 0.10
_NUMBER = re.compile(r"\d[\d,]*(?:\.(?P<decimals>\d+))?")
_EXACT_UNITS = frozenset({"count", "rank", "grade"})


def interval(metric: Metric) -> tuple[float, float]:
    """The least and the greatest value that the words allow, in the metric's unit."""
    value, top = metric.value, metric.value_max if metric.value_max is not None else metric.value
    match metric.qualifier:
        case "about":
            return value * (1 - _ABOUT), top * (1 + _ABOUT)
        case "over":
            return value, top * (1 + _OVER)
        case "under" | "almost":
            return value * (1 - _ALMOST), top
    half = _half_unit(metric)
    return value - half, top + half


def overlap(a: Metric, b: Metric) -> bool:
    """Could both be the same number? Equal ends alone do not count: 66% and 67% differ."""
    (low_a, high_a), (low_b, high_b) = interval(a), interval(b)
    low, high = max(low_a, low_b), min(high_a, high_b)
    exact = low_a == high_a or low_b == high_b
    return a.value == b.value or low < high or (exact and low == high)


def _half_unit(metric: Metric) -> float:
    """Half of the last printed digit. A printed whole count is exact; £14 million is not."""
    found = _NUMBER.search(metric.value_text)
    if found is None:
        return 0.0
    printed = Decimal(found[0].replace(",", ""))
    digit = 10.0 ** -len(found["decimals"] or "")
    scale = metric.value / float(printed) if printed else 1.0
    if scale < 1.5 and (metric.unit in _EXACT_UNITS or (metric.unit == "gbp" and digit == 1.0)):
        return 0.0
    return digit * scale / 2
