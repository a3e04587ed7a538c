"""Claims that a table's column, a row, or two figures a year apart decide."""

from __future__ import annotations

from pathlib import Path

import pytest

from report_extract.check.claims.times import Time, time_in, year_before
from report_extract.check.prepare import prepared
from tests.check.papers import TITLE

SOURCE = """## Road harm

| | 2021/22 | 2022/23 | 2023/24 |
|---|---|---|---|
| Bicycle thefts from schools | 44 | 61 | 37 |

## Young carers

More young carers came forward: 83, against 57.

The clinic took on 640 of 912 requests. The usual wait to a first visit was 5 weeks and to therapy 19 weeks.

## Partners' contributions

| Partner | £ | % |
|---|---|---|
| Kestrel Vale Council | 91,200 | 60% |
| Kestrel Vale Police | 22,800 | 15% |
| NHS Ridgeway ICB | 38,000 | 25% |
| Total | 152,000 | 100% |

The partners have agreed to raise contributions by 7%.

## Who came to the Board

| Member | June | Sept | Dec | March | Attendance |
|---|---|---|---|---|---|
| Kestrel Vale Police | Y | N | Y | Y | 75% |
| Ridgeway Probation | Y | Y | Y | Y | 100% |
| Ferry Academy Trust | Y | | Y | Y | 75% |

## Recommendations of the Child Otter review

| Recommendation | Lead | RAG |
|---|---|---|
| 1. Midwives and social workers should share birth plans | Council | G |
| 2. Partners should sign a protocol on moves between areas | Police | R |
"""

CASES = [
    ("There were 61 bicycle thefts from schools in 2023/24.", {"contradicted"}),
    ("There were 37 bicycle thefts from schools in 2023/24.", {"supported"}),
    ("There were 61 bicycle thefts from schools in 2022/23.", {"supported"}),
    ("There were 61 bicycle thefts from schools.", {"not_found", "contradicted"}),
    ("Bicycle thefts from schools rose to 37 in 2023/24.", {"contradicted"}),
    ("Bicycle thefts from schools fell to 37 in 2023/24.", {"supported"}),
    ("83 young carers came forward in 2022/23.", {"not_found", "contradicted"}),
    ("83 young carers came forward in 2023/24.", {"supported"}),
    ("The clinic took on 912 requests.", {"not_found", "contradicted"}),
    ("The clinic took on 640 of 912 requests.", {"supported"}),
    ("The usual wait to therapy was five weeks.", {"not_found", "contradicted"}),
    ("The usual wait to therapy was 19 weeks.", {"supported"}),
    ("The ICB contributed £38,000 to the partnership.", {"supported"}),
    ("The ICB contributed £91,200 to the partnership.", {"contradicted"}),
    ("Kestrel Vale Council contributed £91,200, 60% of the total.", {"supported"}),
    ("Kestrel Vale Council contributed £91,200, 25% of the total.", {"contradicted"}),
    ("Kestrel Vale contributed £38,000.", {"not_found"}),
    ("The agencies pay three-quarters of the contributions.", {"not_found"}),
    ("Kestrel Vale Police missed one meeting of the Board.", {"supported"}),
    ("Kestrel Vale Police attended all four Board meetings.", {"contradicted"}),
    ("Ridgeway Probation attended every meeting of the Board.", {"supported"}),
    ("Ridgeway Probation attended three of the four meetings.", {"contradicted"}),
    ("Ferry Academy Trust attended all four Board meetings.", {"not_found"}),
    ("Recommendation 2 of the Child Otter review is green.", {"contradicted"}),
    ("Recommendation 2 of the Child Otter action plan is red.", {"supported"}),
]


@pytest.mark.parametrize(("claim", "verdicts"), CASES)
def test_a_number_is_of_its_column_and_row(tmp_path: Path, claim: str, verdicts: set[str]) -> None:
    path = tmp_path / "report.md"
    path.write_text(TITLE + SOURCE, encoding="utf-8")
    (judged,) = prepared(None, path, claims=claim).claims
    assert judged.verdict.value in verdicts, judged.reasons


@pytest.mark.parametrize(
    ("header", "said"),
    [("31 Mar 2024", "March 2024"), ("Year ended 2023/24", "2023/24"), ("2022", "2022"), ("2022 and 2023", None)],
)
def test_the_time_of_a_column(header: str, said: str | None) -> None:
    time = time_in(header)
    assert (time.date.text if time.date else time.year or "").endswith(said or "")
    assert (said is None) == (time == Time())


@pytest.mark.parametrize(
    ("one", "other", "differs"),
    [
        (Time(year="2023/24"), Time(year="2022/23"), True),
        (Time(year="2023/24"), Time(year="2024"), False),
        (Time(year="2023/24"), Time(year="2022"), True),
        (Time(year="2023/24"), time_in("31 March 2023"), True),
        (Time(year="2023/24"), time_in("31 March 2024"), False),
        (Time(year="2023/24"), Time(), False),
    ],
)
def test_times_that_cannot_be_one(one: Time, other: Time, differs: bool) -> None:
    assert one.differs(other) is other.differs(one) is differs


def test_the_year_before() -> None:
    assert [year_before(p) for p in ("2024/25", "2000/01", "31 March 2025", "2013-2017", None)] == [
        "2023/24",
        "1999/00",
        "31 March 2024",
        None,
        None,
    ]
