"""Dates as covers print them."""

from __future__ import annotations

from datetime import date

import pytest

from report_extract.extract.cover.dates import find_dates


@pytest.mark.parametrize(
    ("printed", "iso"),
    [
        ("3 June 2031", "2031-06-03"),
        ("3rd June 2031", "2031-06-03"),
        ("the 22nd of August, 2031", "2031-08-22"),
        ("Tuesday, 3 June 2031 at 7.00 pm", "2031-06-03"),
        ("June 3, 2031", "2031-06-03"),
        ("03/06/2031", "2031-06-03"),
        ("03/06/31", "2031-06-03"),
        ("3.6.2031", "2031-06-03"),
        ("2031-06-03", "2031-06-03"),
        ("Sept 2031", "2031-09"),
        ("9 JULY 2031", "2031-07-09"),
    ],
)
def test_full_dates(printed: str, iso: str) -> None:
    assert [d.iso for d in find_dates(printed)] == [iso]


@pytest.mark.parametrize("printed", ["31 June 2031", "40/13/2031", "2030/31", "12 members may attend", "section 4.1.2"])
def test_what_is_no_date(printed: str) -> None:
    assert not [d for d in find_dates(printed) if d.iso]


def test_several_dates_keep_their_order() -> None:
    assert [d.iso for d in find_dates("14 November 2031 January 2032 TBC")] == ["2031-11-14", "2032-01"]


def test_year_from_the_weekday_only_where_one_year_fits() -> None:
    (stated,) = find_dates("Wed 21 Jan, 3pm")
    assert stated.iso is None
    assert stated.inferred_year(date(2025, 3, 31), date(2027, 3, 31)) == 2026
    assert stated.inferred_year(date(2025, 3, 31), date(2037, 3, 31)) is None  # 2026 and 2032
    (bare,) = find_dates("21 Jan")
    assert bare.inferred_year(date(2025, 3, 31), date(2027, 3, 31)) is None


def test_weekday_that_is_not_the_day_of_the_date() -> None:
    assert find_dates("Tuesday 3 June 2031")[0].weekday_agrees
    assert not find_dates("Friday 3 June 2031")[0].weekday_agrees
