"""Counts that the report only lists: supported by a list, contradicted by a complete one, else not judged on it."""

from __future__ import annotations

from pathlib import Path

import pytest

from report_extract.check.claims.counted import counts_a_part, counts_in
from report_extract.check.prepare import prepared
from tests.check.papers import TITLE

SOURCE = """## Local Child Safeguarding Practice Review: Child Heron

The review of Child Heron was published in May. It concerns two brothers.

Finding 1: Plans for the birth were not shared between the hospital and the council.

Finding 2: Practitioners did not ask who else lived in the house.

Finding 3: The escalation policy was not used when plans were late.

Recommendation 1: The council should share birth plans. GREEN - Complete.

Recommendation 2: The police should record who lives in a house. AMBER - In progress.

## Local Child Safeguarding Practice Review: Child Wren

The review of Child Wren was published in June. It concerns a baby.

Finding 1: The visits of the health visitor were not written down.

Finding 2: Nobody asked the father.

Recommendation 1: Health visitors should write down each visit. GREEN - Complete.

Recommendation 2: All agencies should ask fathers. GREEN - Complete.
"""

CASES = [
    ("The review of Child Heron made three findings.", "supported"),
    ("The review of Child Heron made three findings and two recommendations.", "supported"),
    ("The review of Child Heron made four findings.", "contradicted"),
    ("The Child Wren review made two findings.", "supported"),
    ("The Child Wren review was led by Ada Field and made two findings.", "not_found"),  # a list names no author
    ("The Child Wren review was not published and made two findings.", "not_found"),
    ("The Child Wren review made three findings and two recommendations.", "contradicted"),
    ("The Child Robin review made two findings.", "not_found"),  # no such review
    ("The reviews made nine findings.", "not_found"),  # of several lists
    ("The review of Child Heron made one recommendation for the police.", "not_found"),  # of some of a list
]


@pytest.mark.parametrize(("claim", "verdict"), CASES)
def test_a_list_is_counted(tmp_path: Path, claim: str, verdict: str) -> None:
    path = tmp_path / "report.md"
    path.write_text(TITLE + SOURCE, encoding="utf-8")
    (judged,) = prepared(None, path, claims=claim).claims
    assert judged.verdict.value == verdict, judged.reasons
    if verdict == "contradicted":
        assert "the report lists" in judged.reasons[0]


def test_a_list_with_a_gap_contradicts_nothing(tmp_path: Path) -> None:
    """A finding may have been lost by the reader: three are there, the third of which has the number 4."""
    path = tmp_path / "report.md"
    path.write_text(TITLE + SOURCE.replace("Finding 3:", "Finding 4:"), encoding="utf-8")
    (judged,) = prepared(None, path, claims="The review of Child Heron made four findings.").claims
    assert judged.verdict.value == "not_found", judged.reasons


@pytest.mark.parametrize(
    ("text", "counts"),
    [
        ("It made three findings and 12 key recommendations.", [(3, "findings"), (12, "recommendations")]),
        ("There are five priorities for 2025/26.", [(5, "priorities")]),
        ("The first three findings were accepted.", []),
        ("At least three of the findings were accepted.", []),
        ("It made three recommendations to the police.", []),
        ("The two reviews made five recommendations.", []),
    ],
)
def test_what_counts_as_a_count_of_a_whole_list(text: str, counts: list[tuple[int, str]]) -> None:
    assert [(c.number, c.thing) for c in counts_in(text)] == counts


def test_counts_of_a_part() -> None:
    assert counts_a_part("It made three recommendations to the police.")
    assert not counts_a_part("It made three recommendations.")
