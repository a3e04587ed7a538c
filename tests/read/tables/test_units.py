"""Units that headers state."""

from __future__ import annotations

import pytest

from report_extract.read.tables.units import header_unit


@pytest.mark.parametrize(
    ("header", "unit"),
    [
        ("£", "£"),
        ("2023/24 (£)", "£"),
        ("Budget £000", "£000"),
        ("Cost (£'000)", "£'000"),
        ("(%)", "%"),
        ("% of referrals", "%"),
        ("No.", "No."),
        ("Children (number)", "number"),
        ("Wait (weeks)", "weeks"),
        ("2023/24", None),
        ("Weeks of training", None),
        ("Grants under £5,000", None),
        ("", None),
    ],
)
def test_unit_of_a_header(header: str, unit: str | None) -> None:
    assert header_unit(header) == unit
