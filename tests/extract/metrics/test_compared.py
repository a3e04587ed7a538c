"""Statements that compare: each figure keeps its own role, period, unit and subject; what is no figure stays out."""

from __future__ import annotations

import pytest

from report_extract.extract.metrics.find import find_metrics
from report_extract.extract.metrics.selftest import REPORTING_YEAR, document_of
from report_extract.model.extraction import Metric
from report_extract.rules.load import load_rules


def found(text: str) -> tuple[Metric, ...]:
    return find_metrics(document_of(text), book=load_rules(), reporting_year=REPORTING_YEAR)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "The workshop was completed 2,655 times, compared with 2,204 in 2023/24.",
            [("2,655", "current", "2024/25"), ("2,204", "previous", "2023/24")],
        ),
        (
            "There were 9,034 enquiries, down 8.5% from 9,877.",
            [("9,034", "current", "2024/25"), ("8.5%", "change_pct", "2024/25"), ("9,877", "previous", "2023/24")],
        ),
        (
            "56 sessions were held in 2024/25, 8 more than in 2023/24 (48).",
            [("56", "current", "2024/25"), ("8", "change_abs", "2024/25"), ("48", "previous", "2023/24")],
        ),
        (
            "1,615 people came, 15 per cent more than the 1,402 who came in 2023-24.",
            [
                ("1,615", "current", "2024/25"),
                ("15 per cent", "change_pct", "2024/25"),
                ("1,402", "previous", "2023/24"),
            ],
        ),
        (
            "318 children had a plan (31 March 2024: 301).",
            [("318", "current", "2024/25"), ("301", "previous", "31 March 2024")],
        ),
        ("912 plans were written (+5%).", [("912", "current", "2024/25"), ("5%", "change_pct", "2024/25")]),
        ("At year end 93% of clinical staff were trained.", [("93%", "share", "31 March 2025")]),
        (
            "Compliance rose to 89%, up from 83% in 2023/24, a 6% rise year on year.",
            [("89%", "share", "2024/25"), ("83%", "previous", "2023/24"), ("6%", "change_pct", "2024/25")],
        ),
        ("The ambition is 12 weeks.", [("12", "target", "2024/25")]),
    ],
)
def test_roles_and_periods(text: str, expected: list[tuple[str, str, str]]) -> None:
    assert [(m.value_text, m.role.value, m.period) for m in found(text)] == expected


def test_another_place_is_no_earlier_time() -> None:
    north, south = found("Some 19% of children in Saltmarsh were weighed, against 11% in Northmere.")
    assert (north.role.value, south.role.value) == ("share", "share")


def test_a_bare_number_beside_a_rate_is_of_the_same_rate() -> None:
    assert [m.unit for m in found("The rate was 44.5 per 10,000, against 41.6 elsewhere.")] == ["rate_per_10000"] * 2


def test_what_took_so_long_is_the_label() -> None:
    (wait,) = found("Children wait 31 weeks for an assessment.")
    assert wait.label == "Children wait for an assessment"


def test_shares_of_one_sentence_keep_their_subject() -> None:
    labels = [m.label for m in found("67% of places were taken by staff in Saltmarsh, 16% in Northmere.")]
    assert labels == ["places were taken by staff in Saltmarsh", "places were taken by staff in Northmere"]


@pytest.mark.parametrize(
    "text",
    [
        "Call the helpline on 0800 1111.",
        "Schools were told before nine in the morning.",
        "They said that the number 9 bus did not feel safe.",
        "A single form replaced four older ones.",
        "The same two managers sat on every board.",
        "Staff took calls on two afternoons a week.",
        "The review came to four conclusions:",
    ],
)
def test_what_only_looks_like_a_figure(text: str) -> None:
    assert found(text) == ()


ROWS = """\
| Course | Sessions | Attended |
|---|---|---|
| Neglect | 3 | 40 |
| Online harm | 3 | 40 |
| Total | 6 | 80 |
"""


def test_rows_of_one_table_are_parts_and_stay_apart() -> None:
    text = f"Training courses\n\n{ROWS}"
    assert [m.value for m in found(text)] == [3, 40, 3, 40, 6, 80]


def test_the_colour_of_an_action_is_no_metric() -> None:
    action = "The partnership should ask every family who took part what has changed for them since"
    assert found(f"| Action | RAG |\n|---|---|\n| {action} | Amber |\n") == ()
