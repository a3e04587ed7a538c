"""Periods in one spelling, and sentences that keep every character."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from report_extract.language.periods import periods
from report_extract.language.sentences import sentences


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("in 2024/25", ["2024/25"]), ("in 2024-25", ["2024/25"]), ("for 2024-2025", ["2024/25"]), ("in 24/25",
        ["2024/25"]),
        ("1st April 2024 to 31st March 2025", ["2024/25"]), ("April 2024 – March 2025", ["2024/25"]),
        ("as of 31 March 2025", ["31 March 2025"]), ("as at March 2025", ["March 2025"]), ("in Mar 25", ["March 2025"]),
        ("between February and April 2025", ["February to April 2025"]), ("the 2021 Census", ["2021 Census"]),
        ("Census 2021", ["2021 Census"]), ("between 2013 and 2017", ["2013-2017"]), ("in 2022", ["2022"]),
        ("the previous year", ["2023/24"]), ("last year", ["2023/24"]), ("the year before", ["2023/24"]),
        ("during the year", ["2024/25"]), ("in Q2", ["Q2 2024/25"]), ("over the next 3 years", ["next three years"]),
        ("from 2023/24 to 2024/25", ["2023/24", "2024/25"]), ("to date", ["to date"]), ("12,024 children", []),
    ],
)  # fmt: skip
def test_periods_have_one_spelling(text: str, names: list[str]) -> None:
    assert [p.name for p in periods(text, reporting_year="2024/25")] == names


def test_the_previous_year_has_no_name_without_the_reports_year() -> None:
    assert [p.name for p in periods("the previous year")] == ["previous year"]


def test_abbreviations_and_initials_end_no_sentence() -> None:
    text = "Mr. A met Dr. Lee at No. 3. They spoke, e.g. about school. It helped."
    assert [s.text for s in sentences(text)] == [
        "Mr. A met Dr. Lee at No. 3.",
        "They spoke, e.g. about school.",
        "It helped.",
    ]


@given(st.text(alphabet="Ab. !?\n(“”1", max_size=80), st.integers(min_value=0, max_value=99))
def test_sentences_are_slices_and_lose_only_white_space(text: str, offset: int) -> None:
    found = list(sentences(text, offset=offset))
    assert all(text[s.start - offset : s.end - offset] == s.text for s in found)
    assert "".join("".join(s.text.split()) for s in found) == "".join(text.split())
