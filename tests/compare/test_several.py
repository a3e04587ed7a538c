"""Papers in any number and order: given twice, of an unknown year, of one partnership under two ids."""

from __future__ import annotations

from report_extract import compare
from report_extract.model.extraction import Extraction
from tests.compare.making import ASHCOMBE, NORTHMERE, metric, report


def calls(year: str | None, value: float, **fields: object) -> Extraction:
    return report(year, name=f"paper-{value:g}", metrics=[metric("calls to the helpline", value)], **fields)  # type: ignore[arg-type]


def test_a_paper_given_twice_is_taken_once_and_that_is_said() -> None:
    first, second = calls("2023/24", 31), calls("2024/25", 45)
    result = compare(first, second, first)
    assert [d.reporting_year for d in result.documents] == ["2023/24", "2024/25"]
    assert "paper-31 was given more than once and is taken once." in result.notes


def test_three_years_make_a_series_in_any_order() -> None:
    papers = [calls("2024/25", 45), calls("2022/23", 31), calls("2023/24", 38)]
    (row,) = compare(*papers).metrics
    assert [v.value for v in row.values] == [31, 38, 45]
    assert row.change == 14


def test_a_paper_of_an_unknown_year_keeps_its_place() -> None:
    result = compare(calls("2024/25", 45), calls(None, 40), calls("2023/24", 31))
    assert [d.reporting_year for d in result.documents] == ["2023/24", None, "2024/25"]
    assert "paper-40: no reporting year is stated, and its place among the papers is the one given." in result.notes


def test_one_name_is_one_partnership_whatever_id_it_was_given() -> None:
    renamed = {**NORTHMERE, "id": "northmere"}
    assert compare(calls("2023/24", 31), calls("2024/25", 45, partnership=renamed)).axis == "year"
    assert compare(calls("2023/24", 31), calls("2024/25", 45, partnership=ASHCOMBE)).axis == "both"
