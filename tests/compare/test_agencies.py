"""One agency under the names of several papers; shares of the funding beside each other."""

from __future__ import annotations

from typing import Any

import pytest

from report_extract import compare
from report_extract.compare.bodies import bodies, spelled_out, with_place
from report_extract.rules.load import load_rules
from tests.compare.making import ASHCOMBE, metric, report


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Saltmarsh Council", "Saltmarsh Borough Council"),
        ("Saltmarsh Council", "the London Borough of Saltmarsh"),
        ("Estuary Police", "Estuary Constabulary"),
        ("NHS Kestrel Coast ICB", "Kestrel Coast Integrated Care Board"),
        ("Ofsted", "Office for Standards in Education"),
    ],
)
def test_names_of_one_body(one: str, other: str) -> None:
    known = bodies(load_rules())
    assert known.key_of(one) == known.key_of(other)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Saltmarsh Council", "Northmere Council"),
        ("Saltmarsh Council", "Saltmarsh Housing"),
        ("Saltmarsh Community NHS Trust", "Saltmarsh Hospitals NHS Trust"),
    ],
)
def test_names_of_two_bodies(one: str, other: str) -> None:
    known = bodies(load_rules())
    assert known.key_of(one) != known.key_of(other)


def test_initials_and_short_names_are_understood_where_one_name_fits() -> None:
    names = ("Kestrel Vale Community NHS Trust", "Northmere Royal Infirmary", "Ashby City Council")
    assert spelled_out("KVCNT", names) == spelled_out("KVCNHST", names) == names[0]
    assert spelled_out("KVCNT", (*names, "Kite Valley Children's Nursing Trust")) is None
    assert spelled_out("Public Health", names) is None
    assert with_place("City Council", names) == "Ashby City Council"
    assert with_place("City Council", (*names, "Northmere City Council")) is None
    assert with_place("Council", names) is None


def _income(*lines: tuple[str, float]) -> list[dict[str, Any]]:
    total = metric("Total income", sum(value for _, value in lines), "budget_income_total", unit="gbp", role="total")
    made = [metric(f"{name} - Money", value, "budget_income_line", unit="gbp", source="table") for name, value in lines]
    return [*made, total]


def test_a_partner_with_another_spelling_is_one_row_through_the_years() -> None:
    before = report("2023/24", metrics=_income(("Northmere Council", 60.0), ("NHS Kestrel Coast ICB", 40.0)))
    lines = _income(("Northmere Borough Council", 75.0), ("NHS Kestrel Coast Integrated Care Board", 25.0))
    rows = {row.agency: row.funding_pct for row in compare(before, report("2024/25", metrics=lines)).agencies}
    assert rows == {
        "Northmere Borough Council": (60.0, 75.0),
        "NHS Kestrel Coast Integrated Care Board": (40.0, 25.0),
    }


def test_partnerships_are_funded_by_the_same_kinds_of_bodies() -> None:
    one = report(metrics=_income(("Northmere Council", 50.0), ("Saltmarsh Council", 30.0), ("Estuary Police", 20.0)))
    other = report(partnership=ASHCOMBE, metrics=_income(("Ashcombe County Council", 90.0), ("Schools Forum", 10.0)))
    found = {s.what: s.values for s in compare(one, other).side_by_side if s.topic == "funding"}
    assert found == {
        "funding from councils": ("80%", "90%"),
        "funding from police": ("20%", None),
        "funding from others": (None, "10%"),
    }
