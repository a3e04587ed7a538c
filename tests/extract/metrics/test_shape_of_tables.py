"""What the layout of a table says of its figures: groups of rows, groups of columns, parts of a title, older years."""

from __future__ import annotations

from pathlib import Path

from report_extract.extract import extract
from report_extract.model.extraction import Metric, Role


def metrics(folder: Path, table: str) -> dict[str, Metric]:
    """Found metrics by printed value."""
    path = folder / "report.md"
    path.write_text(
        f"# Saltmarsh Safeguarding Children Partnership: annual report 2024/25\n\n{table}", encoding="utf-8"
    )
    return {m.value_text: m for m in extract(path).metrics}


def test_a_table_of_income_and_expenditure_has_the_one_that_its_middle_heading_names(tmp_path: Path) -> None:
    found = metrics(
        tmp_path,
        "## Income and expenditure (£)\n\n| | 2023/24 | 2024/25 |\n|---|---|---|\n| Income | | |\n"
        "| Northmere Council | 90,100 | 94,200 |\n"
        "| Total income | 120,300 | 128,400 |\n| Expenditure | | |\n| Staffing | 70,500 | 80,600 |\n"
        "| Total expenditure | 110,700 | 120,800 |\n",
    )
    said = {value: metric.metric for value, metric in found.items()}
    assert [said[value] for value in ("94,200", "128,400")] == ["budget_income_line", "budget_income_total"]
    assert [said[value] for value in ("80,600", "120,800")] == ["budget_expenditure_line", "budget_expenditure_total"]
    assert {m.unit for m in found.values()} == {"gbp"}


def test_a_column_that_heads_groups_of_rows_does_not_name_them(tmp_path: Path) -> None:
    found = metrics(
        tmp_path,
        "## Dashboard\n\n| Theme | Indicator | Target | Result |\n|---|---|---|---|\n"
        "| Care | Children in care with three or more placements | under 9% | 7% |\n"
        "| | Care leavers in suitable homes | 92% | 95% |\n"
        "| Workforce | Social worker vacancies | under 14% | 13% |\n| | Agency social workers | 10% or less | 11% |\n",
    )
    assert found["13%"].label.startswith("Social worker vacancies")
    assert found["95%"].metric == "care_leavers_accom_pct"
    assert (found["14%"].role, found["14%"].qualifier) == (Role.target, "under")
    assert (found["10%"].role, found["10%"].value) == (Role.target, 10)


def test_of_two_columns_the_older_one_is_previous_and_of_one_the_only_one_current(tmp_path: Path) -> None:
    found = metrics(
        tmp_path,
        "## Children at the end of March\n\n| | 2024 | 2025 |\n|---|---|---|\n"
        "| Children in care | 301 | 312 |\n| Care leavers | 140 | 151 |\n\n"
        "## Districts\n\n| District | Families on low income (2022/23) | Pupils (2024/25) |\n|---|---|---|\n"
        "| East Ward | 21.5% | 3,055 |\n| West Ward | 14.5% | 4,066 |\n",
    )
    roles = {value: found[value].role for value in ("301", "312", "140", "151", "21.5%", "14.5%")}
    assert roles == {
        "301": Role.previous, "312": Role.current, "140": Role.previous, "151": Role.current,
        "21.5%": Role.share, "14.5%": Role.share,
    }  # fmt: skip


def test_columns_beside_places_say_what_is_counted(tmp_path: Path) -> None:
    path = tmp_path / "report.md"
    path.write_text(
        "# Northmere and Saltmarsh Safeguarding Children Partnership: annual report 2024/25\n\n"
        "## Children on protection plans and in care at 31 March\n\n"
        "| | Plans 2024 | Plans 2025 | In care 2024 | In care 2025 |\n|---|---|---|---|---|\n"
        "| Northmere | 81 | 92 | 203 | 214 |\n| Saltmarsh | 71 | 62 | 193 | 184 |\n",
        encoding="utf-8",
    )
    found = {m.value_text: m for m in extract(path).metrics}
    assert {v: found[v].metric for v in ("92", "214", "62", "184")} == {
        "92": "cpp_total", "214": "cla_total", "62": "cpp_total", "184": "cla_total",
    }  # fmt: skip
    assert (found["203"].role, found["203"].area) == (Role.previous, "Northmere")


def test_cells_of_words_under_a_head_of_results_tell_figures(tmp_path: Path) -> None:
    found = metrics(
        tmp_path,
        "## Our year\n\n| What we did | Difference made | What next |\n|---|---|---|\n"
        "| Ward nurses | Average wait for CAMHS assessment down to 12 weeks from 17 | Reach 8 weeks by 2026 |\n"
        "| Family tool | Used with 511 families, against 306 in 2023/24 | Train 40 people |\n"
        "| Charter | Signed by 11 of 13 bodies on 2 May 2024; rated 4.7 out of 5 | |\n",
    )
    assert {v: (m.value, m.unit, m.role) for v, m in found.items()} == {
        "12": (12, "weeks", Role.current), "17": (17, "weeks", Role.previous),
        "511": (511, "count", Role.current), "306": (306, "count", Role.previous),
    }  # fmt: skip
