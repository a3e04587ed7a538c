"""The number grammar: what a quantity is worth, in which unit, and what is none."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from report_extract.language.lexicon import lexicon
from report_extract.language.numbers import number, ordinal
from report_extract.language.quantities import Quantity, quantities
from report_extract.rules.load import load_rules


def read(text: str) -> tuple[Quantity, ...]:
    return quantities(text, lexicon=lexicon(load_rules()))


@pytest.mark.parametrize(
    ("printed", "value"),
    [
        ("1,234", 1234), ("18.5", 18.5), ("£52m", 52e6), ("260 million", 260e6), ("thirty-nine", 39), ("7k", 7000),
        ("two hundred and six", 206), ("twelve", 12), ("three thousand", 3000), ("zero", 0), ("1.1 million", 1.1e6),
        ("a hundred", 100), ("ninety nine", 99), ("£1.25bn", 1.25e9),
    ],
)  # fmt: skip
def test_numbers(printed: str, value: float) -> None:
    assert number(printed) == value


@pytest.mark.parametrize("printed", ["", "many", "several", "1,2,3x", "twelfth"])
def test_what_is_no_number(printed: str) -> None:
    assert number(printed) is None


def test_ordinals() -> None:
    assert [ordinal(t) for t in ("68th", "1st", "third", "many")] == [68, 1, 3, None]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("12.5% of pupils", (12.5, None, "percent", "exact")),
        ("5 percentage points", (5, None, "percentage_points", "exact")),
        ("about 400 calls", (400, None, "count", "about")),
        ("just under 90 visits", (90, None, "count", "under")),
        ("almost two thirds of staff", (66.7, None, "percent", "almost")),
        ("one in four schools", (25, None, "percent", "exact")),
        ("between 20 and 30 homes", (20, 30, "count", "exact")),
        ("1,416-1,476 readers", (1416, 1476, "count", "exact")),
        ("£3.2m in grants", (3.2e6, None, "gbp", "exact")),
        ("£10-12 million in grants", (10e6, 12e6, "gbp", "exact")),
        ("8 weeks on average", (8, None, "weeks", "exact")),
        ("2-3 weeks on average", (2, 3, "weeks", "exact")),
        ("42 per 10,000 children", (42, None, "rate_per_10000", "exact")),
        ("ranked 12th of the 30 towns", (12, None, "rank", "exact")),
        ("the third highest rate of theft", (3, None, "rank", "exact")),
        ("18.5 times the average income", (18.5, None, "ratio", "exact")),
        ("more than 1,000 homes", (1000, None, "count", "over")),
        ("200+ homes", (200, None, "count", "over")),
        ("c1700 officers", (1700, None, "count", "about")),
        ("None of the visits were late", (0, None, "count", "exact")),
        ("50k of funding", (50000, None, "gbp", "exact")),
    ],
)
def test_units_ranges_and_hedges(text: str, expected: tuple[float, float | None, str, str]) -> None:
    first = read(text)[0]
    assert (first.value, first.value_max, first.unit, first.qualifier) == expected


@pytest.mark.parametrize(
    "text",
    [
        "in 2024/25", "on 3 May 2024", "by March 2025", "Section 47", "Level 3", "Tier 3.5", "Key Stage 2", "Year 8",
        "paragraph 2.1", "page 104", "0800 1111 222", "020 7946 0018", "9:30am", "3pm", "24/7", "1:1", "GCP2",
        "COVID-19",
        "aged 14", "children under 5", "16-year-old", "10-19 year olds", "Working Together 2023", "Child 4",
        "5-year plan",
        "two-day course", "www.site.example/2024/12", "a.b2@mail.example", "No. 3", "Figure 2", "v1.0.0", "s47",
        "30.09.25",
    ],
)  # fmt: skip
def test_what_is_never_a_quantity(text: str) -> None:
    assert read(f"We refer to {text} here.") == ()


@given(st.integers(min_value=0, max_value=9_999_999))
def test_printed_numbers_come_back(value: int) -> None:
    (quantity,) = read(f"The team counted {value:,} visits.") if not 1950 <= value < 2050 else (None,)
    if quantity is not None:
        assert quantity.value == value


@given(st.decimals(min_value=0, max_value=100, places=1))
def test_printed_percentages_come_back(value: object) -> None:
    (quantity,) = read(f"It was {value}% of visits.")
    assert (quantity.value, quantity.unit) == (float(str(value)), "percent")


@given(st.text(alphabet="abc 0123456789,.%£-()/onetwhr", max_size=60))
def test_spans_lie_inside_and_hold_what_is_printed(text: str) -> None:
    found = read(text)
    for quantity in found:
        assert 0 <= quantity.start < quantity.end <= len(text)
        assert text[quantity.start : quantity.end] == quantity.text
    assert all(a.end <= b.start for a, b in pairwise(found))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Nine families in ten stayed away.", [(90, "percent", "families")]),
        ("One place in six was not used.", [(16.7, "percent", "place")]),
        ("Visits are late in four cases out of ten.", [(40, "percent", "cases")]),
        ("More than one social work post in five is vacant.", [(20, "percent", "social work post")]),
        ("They made two visits in three weeks.", [(2, "count", "")]),
        ("There were six incidents in ten schools.", [(6, "count", ""), (10, "count", "")]),
    ],
)
def test_shares_with_the_noun_between_their_numbers(text: str, expected: list[tuple[float, str, str]]) -> None:
    assert [(q.value, q.unit, q.head) for q in read(text) if q.unit not in ("weeks",)] == expected


@pytest.mark.parametrize(
    "text",
    [
        "This is the report of the Four Meadows partnership.",
        "All services are under one roof.",
        "Boys as young as eleven carry knives.",
        "He was jailed for a total of 19 years.",
        "He begins 19 years in prison.",
        "Some 180 of you came.",
    ],
)
def test_names_and_idioms_count_nothing(text: str) -> None:
    assert read(text) == ()


@pytest.mark.parametrize(
    ("text", "shares"),
    [
        ("Just over a quarter of contacts (28 per cent) led to more.", [28]),
        ("Nearly four in five conferences (79%) were in time.", [79]),
        ("Half of the children (12%) left.", [50, 12]),
        ("Nothing was counted.", []),
    ],
)
def test_a_fraction_whose_share_follows_in_brackets_is_that_share(text: str, shares: list[float]) -> None:
    assert [q.value for q in read(text)] == shares
