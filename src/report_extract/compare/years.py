"""The metrics of one partnership through the years."""

from __future__ import annotations

from collections.abc import Sequence

from report_extract.compare.alignment import Aligner, Limits
from report_extract.compare.change import year_row
from report_extract.compare.figures import Figure
from report_extract.compare.groups import Group, chained
from report_extract.model.comparison import MetricChange, MetricStatus
from report_extract.model.extraction import DocumentInfo
from report_extract.rules.load import RuleBook

# What is told first: what can be read off, then what cannot be compared, then what stands in one paper only.
_ORDER = {s: i for i, s in enumerate(("changed", "same", "not_comparable", "appeared", "disappeared"))}
# Two figures over which only the area or the period disagrees are shown as one row that says so.
_ALIKE_ENOUGH = 0.75


def year_groups(figures: Sequence[Sequence[Figure]], *, book: RuleBook) -> list[Group]:
    """Which figures of the documents, given in the order of their years, are one metric."""
    everything = [f for found in figures for f in found]
    groups = chained(figures, aligner=Aligner(everything, book=book, limits=Limits()))
    return _other_areas(groups, last=len(figures) - 1, book=book)


def year_rows(
    groups: Sequence[Group], *, documents: Sequence[DocumentInfo], book: RuleBook
) -> tuple[MetricChange, ...]:
    """One row for each metric, catalogued ones first in each status."""
    return tuple(sorted((year_row(g, documents=documents, book=book) for g in groups), key=row_order))


def row_order(row: MetricChange) -> tuple[int, bool, str]:
    return _ORDER[row.status.value], row.metric is None, row.metric or row.label.lower()


def _other_areas(groups: list[Group], *, last: int, book: RuleBook) -> list[Group]:
    """Joins what stands only in the first papers with what stands only in the last where just the area differs."""
    old = [g for g in groups if last not in g.figures and g.last.metric.metric]
    new = [g for g in groups if set(g.figures) == {last} and g.last.metric.metric]
    if not old or not new:
        return groups
    aligner = Aligner([g.last for g in groups], book=book, limits=Limits(areas=False))
    gone = []
    for pair in aligner.align([g.last for g in old], [g.last for g in new]):
        before, after = old[pair.left], new[pair.right]
        if pair.score >= _ALIKE_ENOUGH and before.last.area != after.last.area:
            before.figures[last] = after.last
            before.likeness = pair.score
            gone.append(id(after))
    return [g for g in groups if id(g) not in gone]


def is_aligned(row: MetricChange) -> bool:
    """Does the row hold figures of two documents or more?"""
    return row.status not in (MetricStatus.appeared, MetricStatus.disappeared)
