"""Figures from tables, infographic pairs and charts: row label × column header × unit, period and agency."""

from __future__ import annotations

from typing import Any

import pytest

from report_extract.extract.metrics import find_metrics
from report_extract.extract.metrics.selftest import document_of
from report_extract.rules.load import load_rules

HEADING = "# Kestrel Vale Safeguarding Children Partnership annual report 2024/25\n\n"


def found(text: str, *, year: str | None = "2024/25") -> list[dict[str, Any]]:
    metrics = find_metrics(document_of(text), book=load_rules(), reporting_year=year)
    return [m.model_dump(mode="json") for m in metrics]


def the(metrics: list[dict[str, Any]], **fields: Any) -> dict[str, Any]:
    fitting = [m for m in metrics if all(m[k] == v for k, v in fields.items())]
    assert len(fitting) == 1, [(m["label"], m["value"], m["period"], m["role"]) for m in metrics]
    return fitting[0]


def test_columns_of_years_give_periods_and_the_earlier_one_is_previous() -> None:
    rows = "| Sector | 2023/24 | 2024/25 |\n|---|---|---|\n| Education | 41 | 52 |\n| Police | 9 | 7 |\n"
    out = found(f"## Contacts to the LADO\n\n{rows}")
    assert the(out, value=52)["period"] == "2024/25"
    assert the(out, value=52)["role"] == "current"
    assert the(out, value=41)["period"] == "2023/24"
    assert the(out, value=41)["role"] == "previous"
    assert "Education" in the(out, value=52)["label"]


def test_rows_of_years_give_periods() -> None:
    out = found("| Year | Referrals to children's social care |\n|---|---|\n| 2022/23 | 1,904 |\n| 2024/25 | 2,011 |\n")
    assert the(out, value=1904)["period"] == "2022/23"
    assert the(out, value=2011)["metric"] == "csc_referrals"


def test_income_lines_carry_their_agency_and_the_total_is_one() -> None:
    head = "| Income 2024/25 | £ |\n|---|---|\n"
    rows = "| Kestrel Vale Council | 120,500 |\n| Probation Service | 2,000 |\n| Total | 122,500 |\n"
    out = found(HEADING + head + rows)
    assert the(out, value=120500)["unit"] == "gbp"
    assert the(out, value=120500)["metric"] == "budget_income_line"
    assert the(out, value=120500)["agency"] == "Kestrel Vale Council"
    assert the(out, value=122500)["role"] == "total"
    assert the(out, value=122500)["metric"] == "budget_income_total"


def test_attendance_of_ticks_gives_the_share_per_agency_only() -> None:
    head = "## Board attendance\n\n| Organisation | Jun 24 | Sep 24 | Attendance |\n|---|---|---|---|\n"
    out = found(HEADING + head + "| Probation Service | ✓ | ✗ | 50% |\n")
    assert [(m["value"], m["metric"], m["agency"]) for m in out] == [(50, "attendance_pct", "Probation Service")]


def test_columns_of_numbers_and_dates_are_no_figures() -> None:
    head = "| No | Action | Due date |\n|---|---|---|\n"
    rows = "| 1 | Write guidance | 3 May 2025 |\n| 2 | Train staff | 9 June 2025 |\n| 3 | Audit | 1 July 2025 |\n"
    assert found(head + rows) == []


def test_a_header_in_percent_makes_percentages() -> None:
    out = found(
        "| Category of concern | % of contacts to the LADO |\n|---|---|\n| Physical | 31.5 |\n| Conduct | 20 |\n"
    )
    assert {(m["value"], m["unit"], m["role"]) for m in out} == {(31.5, "percent", "share"), (20, "percent", "share")}


def test_a_pair_of_count_and_share_is_two_figures() -> None:
    out = found("## Website\n\n- **8,120 (64%)** Visitors used an organic search\n")
    assert the(out, value=8120)["metric"] == "web_visitors_by_source"
    assert the(out, value=64)["metric"] == "web_source_share_pct"
    assert the(out, value=64)["role"] == "share"


@pytest.mark.parametrize(
    ("line", "value", "metric", "period"),
    [
        ("- **41** children on a child protection plan as of March 2025", 41, "cpp_total", "March 2025"),
        ("- **1,902** referrals", 1902, "csc_referrals", "2024/25"),
        ("- **88%** of assessments completed within 45 days", 88, "assess_45d_pct", "2024/25"),
        ("- **0** private fostering arrangements as of March 2025", 0, "private_fostering", "March 2025"),
        ("- **12** MARAC meetings involving children", 12, "marac_children", "2024/25"),
        ("- **23,400** children under 18 (Census 2021)", 23400, "pop_under18", "2021 Census"),
    ],
)
def test_infographic_pairs(line: str, value: float, metric: str, period: str) -> None:
    out = found(f"# Snapshot 2024/25\n\n{line}\n")
    assert [(m["value"], m["metric"], m["period"], m["source"]) for m in out] == [(value, metric, period, "figure")]


def test_an_increase_as_a_pair_is_a_change() -> None:
    change = the(found("# Website\n\n- **1,204** Increase of\n"), value=1204)
    assert (change["role"], change["direction"]) == ("change_abs", "increase")


def test_the_same_fact_in_two_places_is_one_metric_with_both_places() -> None:
    text = HEADING + "There were 312 contacts to the LADO in 2024/25.\n\n- **312** contacts to the LADO\n"
    metric = the(found(text), value=312)
    assert len(metric["evidence"]) == 2


def test_without_a_reporting_year_nothing_is_guessed() -> None:
    out = found("There were 312 contacts to the LADO, up from 271 in the previous year.", year=None)
    assert the(out, value=312)["period"] is None
    assert the(out, value=271)["period"] == "previous year"


def test_evidence_is_the_words_themselves() -> None:
    document = document_of("Saltmarsh made 14 serious incident notifications. It rained for 3 days.")
    (metric,) = find_metrics(document, book=load_rules(), reporting_year="2024/25")
    (evidence,) = metric.evidence
    assert document.text[evidence.start : evidence.end] == evidence.quote
    assert metric.value_text in evidence.quote
    assert evidence.rule == "metrics/sin_count"


def test_a_user_rule_adds_a_metric_without_code(tmp_path: Any) -> None:
    folder = tmp_path / "metrics"
    folder.mkdir()
    (folder / "housing.yaml").write_text(
        "- id: repairs_done\n  label: Repairs\n  description: Repairs finished in the year\n  units: [count]\n"
        "  phrases: ['repairs? (?:were )?(?:done|finished)']\n"
        "  examples: [{text: 90 repairs were finished., expect: [{value: 90}]}]\n"
        "  counterexamples: [90 doors opened.]\n",
        encoding="utf-8",
    )
    book = load_rules((tmp_path,))
    (metric,) = find_metrics(document_of("In all 1,240 repairs were finished."), book=book, reporting_year="2024/25")
    assert (metric.metric, metric.value) == ("repairs_done", 1240)


def test_rows_that_divide_a_metric_are_parts_and_the_total_is_the_metric() -> None:
    rows = "| Course | Attended |\n|---|---|\n| Neglect | 97 |\n| Online harm | 71 |\n| All courses | 168 |\n"
    out = found(f"## Multi-agency training\n\n{rows}")
    assert [the(out, value=v)["metric"] for v in (97, 71, 168)] == [None, None, "train_attended"]
    assert the(out, value=168)["role"] == "total"


def test_totals_of_two_columns_stay_apart() -> None:
    head = "| Income 2024/25 | Agreed £ | Paid £ |\n|---|---|---|\n"
    lines = (
        "Kestrel Vale Council | 120,500 | 120,500",
        "Probation Service | 2,000 | 2,000",
        "Total | 122,500 | 122,500",
    )
    rows = "".join(f"| {line} |\n" for line in lines)
    assert len([m for m in found(HEADING + head + rows) if m["value"] == 122500]) == 2


def test_rates_shares_and_other_places_by_row_and_column() -> None:
    head = "| Measure | 2023/24 | 2024/25 | England 2023/24 |\n|---|---|---|---|\n"
    rows = "| Section 47 enquiries per 10,000 | 160.3 | 171.0 | 191.7 |\n| Re-referrals (%) | 20.5 | 18.8 | 22.4 |\n"
    out = found(HEADING + head + rows)
    assert the(out, value=171.0)["unit"] == "rate_per_10000"
    assert the(out, value=171.0)["metric"] == "s47_rate"
    assert the(out, value=191.7)["area"] == "England"
    assert the(out, value=191.7)["role"] == "current"
    assert the(out, value=18.8)["unit"] == "percent"
    assert the(out, value=20.5)["role"] == "previous"


def test_a_column_of_targets() -> None:
    out = found("| Measure | Target 2024/25 |\n|---|---|\n| Assessments within 45 working days | 93% |\n")
    assert the(out, value=93)["role"] == "target"
