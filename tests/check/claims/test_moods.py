"""Claims that hold the report's words and say another thing: planned, denied, of another factor or event."""

from __future__ import annotations

from pathlib import Path

import pytest

from report_extract.check.claims.factors import factors
from report_extract.check.prepare import prepared
from tests.check.papers import TITLE

SOURCE = """## Front doors

We will merge the two duty desks and the night line into one contact centre from October 2024.

Both boards signed the handover protocol in May and will publish it in the autumn of 2024.

We cannot yet say what difference our coaching makes to families.

Duty officers answered only 41% of initial conferences in person.

The duty desk answered its telephone within 90 seconds.

## Last year's pledges

| Pledge | Where it stands |
|---|---|
| A pathway with opticians and pharmacists | Not done |
| A map of play streets | Done |

## Harbour inquiry

The inquiry report by Ines Marl was accepted by the board on 12 March 2024. It is not yet published.

## Numbers

| | 2022/23 | 2023/24 |
|---|---|---|
| Volunteers trained | 400 | 436 |
| Mentoring places | 51 | 118 |
| Ridgeway ICB payment (£) | 88,000 | 88,000 |

The steering group met nine times.
"""

CASES = [
    ("The two duty desks and the night line have been merged into one contact centre.", "not_found"),
    ("The two duty desks and the night line will be merged into one contact centre.", "supported"),
    ("Both boards signed the handover protocol in May.", "supported"),
    ("The partnership can say what difference its coaching makes to families.", "contradicted"),
    ("The partnership cannot yet say what difference its coaching makes to families.", "supported"),
    ("Duty officers answered 41% of review conferences in person.", "contradicted"),
    ("Duty officers answered 41% of initial conferences in person.", "supported"),
    ("The pathway with opticians and pharmacists has been delivered.", "not_found"),
    ("The inquiry report by Ines Marl was published on 12 March 2024.", "not_found"),
    ("The inquiry report by Ines Marl was accepted by the board on 12 March 2024.", "supported"),
    ("The number of mentoring places more than doubled.", "supported"),
    ("The number of volunteers trained more than doubled.", "contradicted"),
    ("The number of mentoring places halved.", "contradicted"),
    ("The steering group met eleven times with the harbour trustees council.", "not_found"),
    ("The steering group met eleven times.", "contradicted"),
]


@pytest.mark.parametrize(("claim", "verdict"), CASES)
def test_words_are_not_enough(tmp_path: Path, claim: str, verdict: str) -> None:
    path = tmp_path / "report.md"
    path.write_text(TITLE + SOURCE, encoding="utf-8")
    (judged,) = prepared(None, path, claims=claim).claims
    assert judged.verdict.value == verdict, judged.reasons


@pytest.mark.parametrize(
    ("text", "ratio", "holds"),
    [
        ("Payments did not change.", 1.0, True),
        ("0% change in payments", 1.01, False),
        ("Calls more than doubled.", 2.4, True),
        ("Calls nearly doubled.", 2.4, False),
        ("Half as many came.", 0.5, True),
        ("Demand remained broadly stable.", 1.03, True),
    ],
)
def test_a_factor_is_a_range(text: str, ratio: float, holds: bool) -> None:
    (factor,) = factors(text)
    assert factor.holds(ratio) is holds


@pytest.mark.parametrize("text", ["A 10% change", "cases were double-counted", "half of them", "twice a week"])
def test_no_factor(text: str) -> None:
    assert factors(text) == ()
