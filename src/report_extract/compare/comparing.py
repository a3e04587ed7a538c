"""Extractions → one Comparison."""

from __future__ import annotations

from collections.abc import Sequence

from report_extract.compare.agencies import agency_rows
from report_extract.compare.axis import each_once, in_order, wanted_axis
from report_extract.compare.figures import Figure, figures_of
from report_extract.compare.findings import findings_by_theme
from report_extract.compare.groups import Group
from report_extract.compare.notes import notes_on
from report_extract.compare.partnerships import partnership_rows
from report_extract.compare.priorities import priority_changes
from report_extract.compare.recommendations import recommendation_changes
from report_extract.compare.reports import funding_side_by_side, reports_side_by_side
from report_extract.compare.restated import restatements
from report_extract.compare.years import year_groups, year_rows
from report_extract.errors import WrongUsage
from report_extract.model.comparison import Axis, Comparison, MetricChange
from report_extract.model.extraction import DocumentInfo, Extraction
from report_extract.rules.load import RuleBook


def compare_facts(given: Sequence[Extraction], *, axis: Axis | str | None, book: RuleBook) -> Comparison:
    """Everything that is compared. Years come in their order, partnerships as given. Raises WrongUsage for nothing."""
    if not given:
        raise WrongUsage("nothing to compare: give two documents or more")
    papers, given_again = each_once(given)
    chosen = wanted_axis(axis, [f.document for f in papers], book=book)
    facts = in_order(papers, chosen)
    documents = [f.document for f in facts]
    figures = [figures_of(i, f, book=book) for i, f in enumerate(facts)]
    groups = year_groups(figures, book=book) if chosen is Axis.year else []
    rows = _rows(figures, groups, documents, chosen, book) if len(facts) > 1 else ()
    agencies = agency_rows(facts, book=book)
    return Comparison(
        axis=chosen,
        documents=tuple(documents),
        metrics=rows,
        restated=restatements(facts, figures, groups, book=book),
        priorities=priority_changes(facts, groups, axis=chosen, book=book),
        recommendations=recommendation_changes(facts, axis=chosen, book=book),
        findings=findings_by_theme(facts),
        agencies=agencies,
        side_by_side=(*reports_side_by_side(facts), *funding_side_by_side(agencies)),
        notes=notes_on(facts, rows, given_again=given_again, axis=chosen, book=book),
    )


def _rows(
    figures: Sequence[Sequence[Figure]],
    groups: Sequence[Group],
    documents: Sequence[DocumentInfo],
    axis: Axis,
    book: RuleBook,
) -> tuple[MetricChange, ...]:
    if axis is Axis.year:
        return year_rows(groups, documents=documents, book=book)
    return partnership_rows(figures, documents=documents, book=book)
