"""From aligned figures to a row: change, whether it is one, and whether it is for the better."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Literal

from report_extract.compare.comparability import obstacles, unstated_year
from report_extract.compare.figures import Figure
from report_extract.compare.groups import Group
from report_extract.compare.precision import overlap
from report_extract.model.comparison import MetricChange, MetricStatus, Reading, StatedValue
from report_extract.model.extraction import DocumentInfo, Role
from report_extract.rules.load import RuleBook

# A per cent change of fewer than 20 says more about chance than about practice.
SMALLEST_BASE = 20
SHARES = frozenset({"percent"})


def year_row(group: Group, *, documents: Sequence[DocumentInfo], book: RuleBook) -> MetricChange:
    """One metric through the years: `change` is the last year's value less the first's."""
    figures = [group.figures[d] for d in sorted(group.figures)]
    lead = figures[-1]
    status, why = _status(group, figures, documents, book)
    change = _difference(figures) if status is MetricStatus.changed else 0.0 if status is MetricStatus.same else None
    return MetricChange(
        metric=lead.metric.metric,
        label=lead.label,
        catalogue_label=lead.rule.label if lead.rule else None,
        unit=lead.metric.unit,
        role=role_of(lead),
        area=next((f.metric.area for f in reversed(figures) if f.metric.area), None),
        agency=next((f.metric.agency for f in reversed(figures) if f.agency), None),
        values=tuple(_stated(group.figures.get(d), d) for d in range(len(documents))),
        change=change,
        change_pct=_per_cent(figures, change) if status is MetricStatus.changed else None,
        status=status,
        reading=reading_of(lead, change) if status is MetricStatus.changed else Reading.neutral,
        why=why,
        similarity=group.likeness,
    )


def role_of(figure: Figure) -> Literal["target", "rank"] | None:
    """Said only of what is no value of its own time."""
    match figure.metric.role:
        case Role.target:
            return "target"
        case Role.rank:
            return "rank"
    return None


def stated(figure: Figure) -> StatedValue:
    """What one document says."""
    m = figure.metric
    return StatedValue(
        document=figure.document,
        value=m.value,
        value_text=m.value_text,
        label=m.label,
        area=m.area,
        period=m.period,
        evidence=figure.evidence,
    )


def reading_of(figure: Figure, change: float | None) -> Reading:
    """Better or worse only where the catalogue declares which way is good; targets and ranks are neither."""
    if not change or figure.rule is None or figure.rule.better == "neutral" or figure.sort != "level":
        return Reading.neutral
    return Reading.better if (change > 0) == (figure.rule.better == "higher") else Reading.worse


def _stated(figure: Figure | None, document: int) -> StatedValue:
    return stated(figure) if figure is not None else StatedValue(document=document)


def _status(
    group: Group, figures: Sequence[Figure], documents: Sequence[DocumentInfo], book: RuleBook
) -> tuple[MetricStatus, str | None]:
    if len(figures) == 1:
        return _alone(figures[0], documents)
    if reasons := obstacles(figures, book=book):
        return MetricStatus.not_comparable, "; ".join(reasons)
    first, last = figures[0].metric, figures[-1].metric
    if overlap(first, last):
        vague = first.value != last.value or first.value_max != last.value_max
        return MetricStatus.same, "no difference at the precision of the words" if vague else None
    if len(documents) - 1 not in group.figures:
        return MetricStatus.changed, f"not found in {name_of(documents[-1])}"
    return MetricStatus.changed, unstated_year(figures)


def _alone(figure: Figure, documents: Sequence[DocumentInfo]) -> tuple[MetricStatus, str]:
    others = ", ".join(name_of(d) for i, d in enumerate(documents) if i != figure.document)
    newest = figure.document == len(documents) - 1
    return (MetricStatus.appeared if newest else MetricStatus.disappeared), f"not found in {others}"


def name_of(document: DocumentInfo) -> str:
    """What a document is called in sentences: its year, its file."""
    return f"{document.reporting_year} ({document.name})" if document.reporting_year else document.name


def _difference(figures: Sequence[Figure]) -> float:
    # Six decimals hide the binary tail of 17.5 - 16.4 and keep everything that reports print.
    return round(figures[-1].metric.value - figures[0].metric.value, 6)


def _per_cent(figures: Sequence[Figure], change: float | None) -> float | None:
    base = figures[0].metric.value
    if change is None or figures[0].metric.unit in SHARES or base < SMALLEST_BASE:
        return None
    return round(change / base * 100, 1)
