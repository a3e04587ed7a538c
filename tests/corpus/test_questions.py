"""What a question to many reports needs: years as numbers, and which figure is the only one of its metric."""

from __future__ import annotations

from report_extract.corpus.rows import rows_by_table
from tests.compare.making import metric, report


def test_years_of_reports_and_figures_are_numbers_that_can_be_equal() -> None:
    figures = [metric("children looked after", v, period=p) for v, p in ((61, "31 March 2025"), (57, "31 March 2024"))]
    rows = rows_by_table(report("2024/25", metrics=[*figures, metric("calls", 4)]))
    assert [row["year"] for row in rows["documents"]] == [2024]
    assert [row["period_year"] for row in rows["metrics"]] == [2024, 2023, None]
    assert rows_by_table(report(None))["documents"][0]["year"] is None


def test_lines_of_a_breakdown_are_told_from_the_only_value() -> None:
    said = [metric("contacts", 412, "lado_contacts"), metric("contacts of schools", 160, "lado_contacts")]
    said += [metric("looked after", v, "cla_total", area="Saltmarsh") for v in (61, 61)]
    said += [metric("looked after", 229, "cla_total", area="Northmere"), metric("kites flown", 3)]
    rows = rows_by_table(report(metrics=said))["metrics"]
    assert [row["values_stated"] for row in rows] == [2, 2, 1, 1, 1, None]
