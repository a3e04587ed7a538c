"""Figures that are dealt out in order, periods that are none, and what "no" counts: invented sentences."""

from __future__ import annotations

import pytest

from report_extract.extract.metrics.find import find_metrics
from report_extract.extract.metrics.selftest import REPORTING_YEAR, document_of
from report_extract.model.extraction import Metric
from report_extract.rules.load import load_rules


def found(text: str) -> tuple[Metric, ...]:
    return find_metrics(document_of(text), book=load_rules(), reporting_year=REPORTING_YEAR)


def compared(text: str) -> dict[float, float | None]:
    return {m.value: m.compared_with.value if m.compared_with else None for m in found(text) if m.role != "previous"}


def previous(text: str) -> list[tuple[float, str, str | None]]:
    return [(m.value, m.label, m.period) for m in found(text) if m.role == "previous"]


def test_earlier_shares_belong_in_order_to_those_listed_before() -> None:
    text = (
        "The commonest callers were nurses (31.2%), coaches (20.8%) and clerks (9.6%), which remains in line with"
        " 2022/23 figures of 29.4%, 22.5% and 11.1% respectively."
    )
    assert compared(text) == {31.2: 29.4, 20.8: 22.5, 9.6: 11.1}
    assert [(value, period) for value, _, period in previous(text)] == [
        (29.4, "2022/23"),
        (22.5, "2022/23"),
        (11.1, "2022/23"),
    ]
    assert [label for _, label, _ in previous(text)][1:] == ["coaches", "clerks"]


def test_counts_are_dealt_out_too() -> None:
    text = "Complaints numbered 40 and appeals 12, compared with 31 and 9 respectively in 2023/24."
    assert compared(text) == {40: 31, 12: 9}
    assert [label for _, label, _ in previous(text)] == ["Complaints", "appeals"]


def test_lists_of_different_lengths_belong_to_nothing() -> None:
    text = "Visits came to 410 and 388, against 350, 320 and 190 respectively last year."
    assert [m.value for m in found(text)] == [410, 388]


def test_without_a_list_before_the_figures_stay() -> None:
    text = "The shares of boys and girls have declined from 27.1% and 31.9% respectively since 2011."
    assert [(value, period) for value, _, period in previous(text)] == [(27.1, "2011"), (31.9, "2011")]


def test_a_number_that_looks_like_a_year_is_not_its_own_period() -> None:
    text = "Of the 1950 booked places (1834 in 2023/24), 1042 practitioners attended."
    assert {(m.value, m.period) for m in found(text)} == {(1950, "2024/25"), (1042, "2024/25"), (1834, "2023/24")}


@pytest.mark.parametrize(
    "text",
    [
        "If places keep being wasted, we will have no choice but to charge for non-attendance at training.",
        "There is no doubt that referrals were prompt.",
        "We had no further contacts with the LADO.",
        "The boards have no longer the staff for audits.",
        "Partners had no confidence in the referrals.",
    ],
)
def test_a_denial_counts_nothing(text: str) -> None:
    assert found(text) == ()


@pytest.mark.parametrize(
    ("text", "label"),
    [
        ("No penalty notices were issued.", "penalty notices were issued"),
        ("No rapid reviews were undertaken.", "rapid reviews were undertaken"),
    ],
)
def test_none_of_a_countable_thing_is_nought(text: str, label: str) -> None:
    assert [(m.value, m.label) for m in found(text)] == [(0, label)]


def test_a_unit_of_time_alone_is_no_label() -> None:
    text = "Pathways had results such as shorter waiting times for assessments—falling from 6.5 weeks to 4 weeks."
    assert {(m.value, m.label) for m in found(text)} == {
        (6.5, "waiting times for assessments"),
        (4, "waiting times for assessments"),
    }
