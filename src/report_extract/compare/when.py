"""What sort of period a figure is of, and how many years it lies before its report."""

from __future__ import annotations

import re
from typing import Literal, NamedTuple

from report_extract.language.periods import year_of
from report_extract.model.extraction import Metric
from report_extract.rules.kinds.metrics import MetricRule

Kind = Literal["flow", "snapshot", "part", "quarter", "school", "census"]

_MONTH = "january february march april may june july august september october november december".split()
_DATE = re.compile(rf"(?:\d{{1,2}} )?(?P<month>{'|'.join(_MONTH)}) (?P<year>(?:19|20)\d\d)", re.IGNORECASE)
_SPAN = re.compile(rf"(?:{'|'.join(_MONTH)})\b.* to .*(?:{'|'.join(_MONTH)})", re.IGNORECASE)
_QUARTER = re.compile(r"\bQ[1-4]\b")
_AT_A_DATE = re.compile(r"\bas (?:at|of)\b|\bat the end\b|\bon \d|\bat 31\b", re.IGNORECASE)
_SCHOOL = re.compile(r"\b(?:academic|school) year\b", re.IGNORECASE)
# "in need at some time in the year" counts over a year what the catalogue knows as a count at a date.
_OVER_A_YEAR = re.compile(
    r"\bat (?:some|any) (?:time|point|stage)\b|\b(?:during|over|throughout|in the course of) the (?:\w+ )?year\b",
    re.IGNORECASE,
)
_FISCAL_START = 4  # April: English public bodies report from April to March


class When(NamedTuple):
    """`years_ago` counts from the report's own year (0: this year; None: no year). `part` names a quarter."""

    kind: Kind
    years_ago: int | None
    part: str = ""


def when(metric: Metric, *, rule: MetricRule | None, reporting_year: str | None) -> When:
    """A figure without a period is of its report's year, at a date or over the year as its catalogue rule says."""
    period = metric.period or ""
    by_rule: Kind = "snapshot" if _is_snapshot(metric, rule) else "flow"
    ago = _ago(period, reporting_year)
    if "census" in period.lower():
        return When("census", None)
    if quarter := _QUARTER.search(period):
        return When("quarter", ago, quarter[0])
    if _SPAN.search(period):
        return When("part", ago, period.lower())
    if _DATE.fullmatch(period.strip()):
        return When(_kind_of_date(metric, by_rule, rule), ago)
    if _SCHOOL.search(period) and by_rule == "flow":
        return When("school", ago)
    return When(by_rule, ago)


def _is_snapshot(metric: Metric, rule: MetricRule | None) -> bool:
    said = f"{metric.label} {metric.evidence[0].quote if metric.evidence else ''}"
    return rule is not None and rule.measure == "snapshot" and _OVER_A_YEAR.search(said) is None


def _kind_of_date(metric: Metric, by_rule: Kind, rule: MetricRule | None) -> Kind:
    """A flow of the catalogue that is given with a date is a year's count to that date, unless it says "as at"."""
    said = f"{metric.label} {metric.evidence[0].quote if metric.evidence else ''}"
    if rule is not None and by_rule == "flow" and not _AT_A_DATE.search(said):
        return "flow"
    return "snapshot"


def _ago(period: str, reporting_year: str | None) -> int | None:
    begin, own = fiscal_year(period), year_of(reporting_year)
    return 0 if begin is None or own is None else own - begin


def fiscal_year(period: str | None) -> int | None:
    """The year in which the financial year of a period begins: 2024 of "2024/25" and of "31 March 2025"."""
    if found := _DATE.search(period or ""):
        month = _MONTH.index(found["month"].lower()) + 1
        return int(found["year"]) - (month < _FISCAL_START)
    return year_of(period)
